/**
 * Backtests as a service: what to run, how far it is, what came out. Provided by the backtest
 * bundle; shells call it from any thread. Runs have threads of their own.
 */
@Export
@Version("0.1.0")
@NullMarked
package dev.bourse.api.backtest;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
