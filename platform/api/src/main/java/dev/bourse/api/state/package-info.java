/**
 * State that survives a restart and the replacement of a plug-in: named, typed, versioned data,
 * never a class.
 *
 * <p>Indicators, strategies and risk modules implement {@link dev.bourse.api.state.Kept}; the
 * engine calls it on the trader's thread.
 */
@Export
@Version("0.1.0")
@NullMarked
package dev.bourse.api.state;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
