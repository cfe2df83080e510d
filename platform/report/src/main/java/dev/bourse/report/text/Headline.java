package dev.bourse.report.text;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.model.InstrumentId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a report is about, in a line or two. */
public final class Headline {
  private static final int NAMED = 3;

  private Headline() {}

  /** {@code emacross on BTCUSD.BITSTAMP, 1m bars}. */
  public static String title(BacktestResult result) {
    BacktestSpec spec = result.spec();
    String bars = spec.bar().isEmpty() ? "" : ", " + spec.bar() + " bars";
    return spec.strategy() + " on " + instruments(result) + bars;
  }

  /** {@code data bitstamp, 2013-11-25T00:00:00Z to 2013-12-01T16:00:00Z (6 d 16 h)}. */
  public static String period(BacktestResult result) {
    return Figures.time(result.firstTime())
        + " to "
        + Figures.time(result.lastTime())
        + " ("
        + Figures.duration(result.lastTime() - result.firstTime())
        + ")";
  }

  private static String instruments(BacktestResult result) {
    List<String> names = named(result).map(InstrumentId::toString).distinct().sorted().toList();
    if (names.isEmpty()) {
      return "data set " + result.spec().data();
    }
    String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
    return names.size() <= NAMED ? first : first + " and " + (names.size() - NAMED) + " more";
  }

  private static Stream<InstrumentId> named(BacktestResult result) {
    return result.spec().instruments().isEmpty()
        ? result.bars().stream().map(bar -> bar.instrument().id())
        : result.spec().instruments().stream();
  }
}
