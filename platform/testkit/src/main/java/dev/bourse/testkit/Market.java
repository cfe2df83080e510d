package dev.bourse.testkit;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import java.util.concurrent.TimeUnit;

/** Market data written as people read it: times in seconds, prices and sizes as text. */
public final class Market {
  private Market() {}

  /** Seconds since 1970 as nanoseconds. */
  public static long seconds(double seconds) {
    return Math.round(seconds * TimeUnit.SECONDS.toNanos(1));
  }

  /** A public trade by somebody unknown. */
  public static Trade trade(Instrument instrument, double seconds, String price, String size) {
    return new Trade(
        instrument,
        seconds(seconds),
        instrument.price(price).raw(),
        instrument.quantity(size).raw(),
        AggressorSide.UNKNOWN,
        null);
  }

  /** The best bid and offer. */
  public static Quote quote(
      Instrument instrument,
      double seconds,
      String bid,
      String bidSize,
      String ask,
      String askSize) {
    return new Quote(
        instrument,
        seconds(seconds),
        instrument.price(bid).raw(),
        instrument.quantity(bidSize).raw(),
        instrument.price(ask).raw(),
        instrument.quantity(askSize).raw());
  }

  /**
   * A bar of one minute.
   *
   * @param instrument what was traded
   * @param closeSeconds its close
   * @param prices open, high, low and close, {@code "100 110 90 105"}
   * @param volume the traded size
   */
  public static Bar bar(Instrument instrument, double closeSeconds, String prices, String volume) {
    String[] parts = prices.split(" ", -1);
    return new Bar(
        instrument,
        BarInterval.of("1m"),
        seconds(closeSeconds),
        instrument.price(parts[0]).raw(),
        instrument.price(parts[1]).raw(),
        instrument.price(parts[2]).raw(),
        instrument.price(parts[3]).raw(),
        instrument.quantity(volume).raw(),
        true);
  }
}
