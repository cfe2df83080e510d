package dev.bourse.control.shell.backtest;

import dev.bourse.api.data.HistoricalDataSource;
import java.util.List;

/** The cash that a run starts with when nobody says. */
final class StartCash {
  private static final String AMOUNT = "10000 ";

  private StartCash() {}

  /** Ten thousand of each quote currency in the set; nothing if the set is not known. */
  static List<String> of(List<HistoricalDataSource> sources, String data) {
    return sources.stream()
        .flatMap(source -> source.list().stream())
        .filter(set -> set.name().equals(data))
        .flatMap(set -> set.instruments().stream())
        .map(instrument -> AMOUNT + instrument.quote())
        .distinct()
        .sorted()
        .toList();
  }
}
