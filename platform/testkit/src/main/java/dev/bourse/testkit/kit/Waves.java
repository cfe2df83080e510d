package dev.bourse.testkit.kit;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.Instrument;
import dev.bourse.testkit.Market;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Prices that swing up and down in waves of two lengths, so that anything that follows them turns
 * often. Pure function.
 */
final class Waves {
  private Waves() {}

  /** Bars of one minute, from one number to before another. */
  static List<Bar> bars(Instrument instrument, int from, int to) {
    List<Bar> bars = new ArrayList<>();
    for (int i = from; i < to; i++) {
      double close = 1000 + 80 * StrictMath.sin(i / 15.0) + 15 * StrictMath.sin(i / 3.0);
      String price = String.format(Locale.ROOT, "%.1f", close);
      bars.add(
          Market.bar(
              instrument, 60.0 * (i + 1), String.join(" ", price, price, price, price), "10"));
    }
    return bars;
  }
}
