package dev.bourse.data.csv;

import dev.bourse.api.model.BarInterval;
import org.jspecify.annotations.Nullable;

/**
 * What the time column holds.
 *
 * @param unit its unit
 * @param meaning what happened at that time
 * @param bar the length of the bars, null for trades and quotes
 */
record TimeColumn(TimeUnits unit, TimeMeaning meaning, @Nullable BarInterval bar) {}
