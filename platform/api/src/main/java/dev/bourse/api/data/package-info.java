/**
 * Recorded market data. A bundle under {@code bundles/data} implements {@link
 * dev.bourse.api.data.HistoricalDataSource}; backtest and replay read it, each on one thread at a
 * time per cursor.
 *
 * <p>{@link dev.bourse.api.data.DataLibrary} is the store that takes data in, checks it and gives
 * it out; commands call it from the threads of their sessions. What it can read is a {@link
 * dev.bourse.api.data.DataFormat}, where it can fetch from a {@link
 * dev.bourse.api.data.DataArchive}; both are implemented by bundles and called on the threads of
 * the store's jobs.
 */
@Export
@Version("0.1.0")
@NullMarked
package dev.bourse.api.data;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
