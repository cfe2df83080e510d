/**
 * Bars of a strategy for the indicators of ta4j. Strategies own them and feed them on the trader's
 * thread. Values inform decisions and are never money.
 */
@Export
@Version("0.1.0")
@NullMarked
package dev.bourse.library.ta4j;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
