/**
 * How much to order: fixed, a share of the equity, by risk, by volatility, by Kelly's criterion.
 * Implemented here; strategies call it on the trader's thread with {@link
 * dev.bourse.api.strategy.Orders#equity()}. Pure functions of their arguments, exact.
 */
@Export
@Version("0.1.0")
@NullMarked
package dev.bourse.api.sizing;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
