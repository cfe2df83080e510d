/**
 * Filters of venues for orders: what {@link dev.bourse.api.model.VenueFilter} says, applied. An
 * exchange adapter applies them before it sends, the simulated exchange when an order arrives, so
 * that both refuse by the same name. Pure functions; any thread.
 *
 * <p>Their words are those of Binance's documents (filters.md), which name more of them than other
 * venues; an adapter of another venue says its own in these.
 */
@Export
@Version("0.1.0")
@NullMarked
package dev.bourse.api.filter;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
