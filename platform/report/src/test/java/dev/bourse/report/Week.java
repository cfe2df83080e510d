package dev.bourse.report;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.indicator.Ema;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * A week of made-up minutes traded by an average cross: large enough to look like a real report.
 */
public final class Week {
  private static final int MINUTES = 9_600;
  private static final String QUANTITY = "0.5";

  private final RunBuilder run = new RunBuilder();
  private final Instant start = Instant.parse("2013-11-25T00:00:00Z");
  private long seed = 42;
  private BigDecimal cash = new BigDecimal("10000");
  private boolean holding;

  private Week() {}

  /** The same result at every call. */
  public static BacktestResult result() {
    return new Week().play();
  }

  private BacktestResult play() {
    run.period("2013-11-25T00:00:00Z", start.plusSeconds(MINUTES * 60L).toString());
    run.assuming("fills", "market orders at the next trade, limits when traded through")
        .assuming("slippage", "1 tick")
        .assuming("latency", "100 ms")
        .assuming("fees", "maker 0.25 %, taker 0.25 %")
        .assuming("liquidity", "at most 10 % of a bar's volume");
    Ema fast = new Ema(240);
    Ema slow = new Ema(600);
    double price = 800;
    run.equity(start.toString(), "10000");
    for (int minute = 1; minute <= MINUTES; minute++) {
      String time = start.plusSeconds(minute * 60L).toString();
      double open = price;
      price = Math.max(100, price + next() * 2.2 + Math.sin(minute / 900.0) * 0.12);
      double room = Math.abs(next());
      run.bar(
          time,
          text(open),
          text(Math.max(open, price) + room),
          text(Math.min(open, price) - room),
          text(price));
      fast.add(price);
      slow.add(price);
      if (slow.ready() && fast.value() > slow.value() != holding) {
        trade(time, price);
      }
      run.equity(time, equity(price));
    }
    return run.order("bt-denied", Side.BUY, "9", OrderStatus.DENIED, "800")
        .note("1 order was denied with INSUFFICIENT_BALANCE: needs=7218.00 free=6012.33.")
        .note("204 minutes without a trade gave no bar.")
        .build();
  }

  private void trade(String time, double price) {
    BigDecimal notional = new BigDecimal(text(price)).multiply(new BigDecimal(QUANTITY));
    BigDecimal fee =
        notional.multiply(new BigDecimal("0.0025")).setScale(8, RoundingMode.HALF_EVEN);
    Side side = holding ? Side.SELL : Side.BUY;
    run.filled(time, side, QUANTITY, text(price), fee.toPlainString() + " USD");
    cash = (holding ? cash.add(notional) : cash.subtract(notional)).subtract(fee);
    holding = !holding;
  }

  private String equity(double price) {
    BigDecimal held = holding ? new BigDecimal(QUANTITY) : BigDecimal.ZERO;
    return cash.add(held.multiply(new BigDecimal(text(price)))).toPlainString();
  }

  private double next() {
    seed = seed * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
    return (seed >> 11) / (double) (1L << 52);
  }

  private static String text(double price) {
    return BigDecimal.valueOf(price).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }
}
