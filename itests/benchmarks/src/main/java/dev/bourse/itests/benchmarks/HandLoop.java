package dev.bourse.itests.benchmarks;

import dev.bourse.api.event.Quote;

/** The same trades by a loop written by hand: no engine, no checks, no records of anything. */
final class HandLoop {
  private final Trades trades;
  private double fast;
  private double slow;
  private boolean isLong;

  HandLoop(Trades trades) {
    this.trades = trades;
  }

  void run(Quote[] quotes) {
    double fastWeight = 2.0 / (QuoteCross.FAST + 1);
    double slowWeight = 2.0 / (QuoteCross.SLOW + 1);
    double fastSum = 0;
    double slowSum = 0;
    for (int i = 0; i < quotes.length; i++) {
      Quote quote = quotes[i];
      double middle = (quote.bidRaw() + quote.askRaw()) * 0.5 / 100;
      if (i < QuoteCross.SLOW) {
        slowSum += middle;
        slow = slowSum / QuoteCross.SLOW;
      } else {
        slow += slowWeight * (middle - slow);
      }
      if (i < QuoteCross.FAST) {
        fastSum += middle;
        fast = fastSum / QuoteCross.FAST;
      } else {
        fast += fastWeight * (middle - fast);
      }
      boolean up = fast > slow;
      if (i >= QuoteCross.SLOW - 1 && up != isLong) {
        isLong = up;
        trades.add(quote.eventTime(), up ? quote.askRaw() : -quote.bidRaw());
      }
    }
  }
}
