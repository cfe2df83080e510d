package dev.bourse.backtest.run;

import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.BarPrice;

/** Whether the bars that a run asks for can be built from its data. */
final class BarsOfData {
  private BarsOfData() {}

  /**
   * Throws {@link IllegalArgumentException} with a sentence if the data are bars that do not make
   * up the ones that are asked for.
   */
  static void require(BacktestSpec spec, MarketEvent first) {
    if (!(first instanceof Bar recorded)) {
      return;
    }
    long length = recorded.interval().nanos();
    for (BarInterval wanted : BarInterval.all(spec.bar())) {
      boolean made =
          wanted.isTime() && wanted.price() == BarPrice.TRADE && wanted.nanos() % length == 0;
      if (!made) {
        throw new IllegalArgumentException(
            "bar="
                + wanted
                + " cannot be built from data set \""
                + spec.data()
                + "\", which has bars of "
                + recorded.interval()
                + ": choose "
                + recorded.interval()
                + ", a multiple of it, or data of "
                + (wanted.price() == BarPrice.TRADE ? "trades" : "quotes"));
      }
    }
  }
}
