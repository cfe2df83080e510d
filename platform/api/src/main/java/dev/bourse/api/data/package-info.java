/**
 * Recorded market data. A bundle under {@code bundles/data} implements {@link
 * dev.bourse.api.data.HistoricalDataSource}; backtest and replay read it, each on one thread at a
 * time per cursor.
 */
@Export
@Version("0.1.0")
@NullMarked
package dev.bourse.api.data;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
