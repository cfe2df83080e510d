/**
 * Everything that can happen to a trader, as closed sets of immutable values.
 *
 * <p>Adapters and data sources make {@link dev.bourse.api.event.VenueEvent}s on their own threads;
 * the engine makes the rest. Every event enters the trader through one inbox, gets its time there,
 * and is journaled. Code that matches over these sealed types needs an else branch: later versions
 * add cases.
 */
@Export
@Version("0.1.0")
@NullMarked
package dev.bourse.api.event;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
