package dev.bourse.report.catalogue;

import dev.bourse.api.backtest.Figure;
import dev.bourse.api.backtest.Statistic;
import java.util.function.Function;

/**
 * A statistic and how it is computed.
 *
 * @param statistic what it means
 * @param reader computes it
 */
record Measure(Statistic statistic, Function<Subject, Reading> reader) {
  Figure of(Subject subject) {
    return reader.apply(subject).named(statistic.name());
  }
}
