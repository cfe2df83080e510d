/**
 * Binance's archive of the past: files per month and per day with their checksums, and REST for the
 * days that have no file yet. {@code BinanceArchive} is the component; the store of recorded data
 * calls it on the threads of its jobs.
 */
@NullMarked
package dev.bourse.data.binance;

import org.jspecify.annotations.NullMarked;
