package dev.bourse.data.csv;

import dev.bourse.api.model.BarInterval;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What the time column holds.
 *
 * @param unit its unit
 * @param meaning what happened at that time
 * @param bar the length of the bars, null for trades and quotes
 * @param zone where clocks show the written times that have no offset
 */
record TimeColumn(TimeUnits unit, TimeMeaning meaning, @Nullable BarInterval bar, ZoneId zone) {
  /** A column of numbers. */
  TimeColumn(TimeUnits unit, TimeMeaning meaning, @Nullable BarInterval bar) {
    this(unit, meaning, bar, ZoneOffset.UTC);
  }
}
