/**
 * Books of orders by price levels, kept from the events of a venue.
 *
 * <p>The trader and the simulated venue each keep a {@link dev.bourse.api.book.OrderBook} of their
 * own, as any plug-in may; strategies read the trader's as a {@link dev.bourse.api.book.BookView}
 * on the trader's thread. Nothing here is thread-safe.
 */
@Export
@Version("0.1.0")
@NullMarked
package dev.bourse.api.book;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
