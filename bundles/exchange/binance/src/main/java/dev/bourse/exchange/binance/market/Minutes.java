package dev.bourse.exchange.binance.market;

import dev.bourse.api.event.Trade;
import dev.bourse.api.model.Instrument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the trades that were passed on make of the last two minutes. Guarded by the feed. */
final class Minutes {
  private static final long LENGTH = Duration.ofMinutes(1).toNanos();

  private @Nullable Minute now;
  private @Nullable Minute before;
  private boolean torn;

  /** One of them, as the trades make it. */
  private static final class Minute {
    private final long start;
    private final Instrument rules;
    private long count;
    private long open;
    private long high;
    private long low;
    private long close;
    private long volume;
    private boolean torn;

    Minute(long start, Instrument rules) {
      this.start = start;
      this.rules = rules;
    }

    /** Numbers of other decimals cannot be held against these. */
    boolean isOf(Instrument other) {
      return rules.priceDecimals() == other.priceDecimals()
          && rules.quantityDecimals() == other.quantityDecimals();
    }

    void add(Trade trade) {
      torn |= !isOf(trade.instrument());
      long price = trade.priceRaw();
      open = count == 0 ? price : open;
      high = count == 0 ? price : Math.max(high, price);
      low = count == 0 ? price : Math.min(low, price);
      close = price;
      volume += trade.sizeRaw();
      count++;
    }
  }

  /** A trade was passed on. */
  void add(Trade trade) {
    long start = Math.floorDiv(trade.eventTime(), LENGTH) * LENGTH;
    Minute minute = at(start);
    if (minute == null && (now == null || start > now.start)) {
      before = now;
      minute = new Minute(start, trade.instrument());
      now = minute;
    }
    if (minute != null) {
      minute.torn |= torn;
      torn = false;
      minute.add(trade);
    }
  }

  /** A gap was told: the minutes before and after it have to be incomplete. */
  void tear() {
    torn = true;
    if (now != null) {
      now.torn = true;
    }
  }

  private @Nullable Minute at(long start) {
    if (now != null && now.start == start) {
      return now;
    }
    return before != null && before.start == start ? before : null;
  }

  /** How many trades of a minute were passed on. */
  long count(long start) {
    Minute minute = at(start);
    return minute == null ? 0 : minute.count;
  }

  /**
   * In what we differ from what the venue says of a minute, words; empty if in nothing, or if a gap
   * of it was told already, or if it is not kept any more, or if the instrument got other decimals
   * in it.
   */
  List<String> differences(Kline kline) {
    Minute minute = at(kline.start());
    if (minute == null || minute.torn || !minute.isOf(kline.instrument())) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    differ(words, "trades", minute.count, kline.count());
    differ(words, "open", minute.open, kline.open());
    differ(words, "high", minute.high, kline.high());
    differ(words, "low", minute.low, kline.low());
    differ(words, "close", minute.close, kline.close());
    differ(words, "volume", minute.volume, kline.volume());
    return words;
  }

  private static void differ(List<String> words, String what, long ours, long theirs) {
    if (ours != theirs) {
      words.add(what + "=" + ours + "/" + theirs);
    }
  }
}
