/**
 * Streaming indicators whose state can be kept. Strategies own them and feed them on the trader's
 * thread. Values are {@code double}: they inform decisions and are never money.
 */
@Export
@Version("0.1.0")
@NullMarked
package dev.bourse.api.indicator;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
