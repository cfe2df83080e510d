/**
 * Public market data as streams: who wants which, and what each of them carries.
 *
 * <p>Called on the venue's thread. A stream exists as long as somebody listens.
 */
@NullMarked
package dev.bourse.venue.binance.streams;

import org.jspecify.annotations.NullMarked;
