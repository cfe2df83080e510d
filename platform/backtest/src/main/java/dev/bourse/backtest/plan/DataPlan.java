package dev.bourse.backtest.plan;

import dev.bourse.api.data.DataSet;
import dev.bourse.api.data.HistoricalDataSource;

/**
 * A data set and where it comes from.
 *
 * @param plugin the source
 * @param set the set
 */
public record DataPlan(Plugin<HistoricalDataSource> plugin, DataSet set) {}
