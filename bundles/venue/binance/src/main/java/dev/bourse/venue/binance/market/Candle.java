package dev.bourse.venue.binance.market;

import java.math.BigDecimal;

/**
 * What was traded in a span of time.
 *
 * @param openTime its first instant, nanoseconds since 1970
 * @param open the first price
 * @param high the highest price
 * @param low the lowest price
 * @param close the last price
 * @param volume how much of the base
 * @param worth how much of the quote
 * @param bought how much of the base by buyers who came to resting offers
 * @param boughtWorth what those paid
 * @param firstId the first trade
 * @param lastId the last trade
 * @param count how many trades
 */
public record Candle(
    long openTime,
    BigDecimal open,
    BigDecimal high,
    BigDecimal low,
    BigDecimal close,
    BigDecimal volume,
    BigDecimal worth,
    BigDecimal bought,
    BigDecimal boughtWorth,
    long firstId,
    long lastId,
    long count) {
  static Candle of(long openTime, PublicTrade trade) {
    BigDecimal zero = BigDecimal.ZERO;
    boolean taken = !trade.buyerIsMaker();
    return new Candle(
        openTime,
        trade.price(),
        trade.price(),
        trade.price(),
        trade.price(),
        trade.quantity(),
        trade.worth(),
        taken ? trade.quantity() : zero,
        taken ? trade.worth() : zero,
        trade.id(),
        trade.id(),
        1);
  }

  /** Both together; the other one is the later. */
  Candle plus(Candle later) {
    return new Candle(
        openTime,
        open,
        high.max(later.high),
        low.min(later.low),
        later.close,
        volume.add(later.volume),
        worth.add(later.worth),
        bought.add(later.bought),
        boughtWorth.add(later.boughtWorth),
        firstId,
        later.lastId,
        count + later.count);
  }

  Candle at(long newOpenTime) {
    return new Candle(
        newOpenTime,
        open,
        high,
        low,
        close,
        volume,
        worth,
        bought,
        boughtWorth,
        firstId,
        lastId,
        count);
  }

  /** A span without trades at the last price before it. */
  Candle empty(long newOpenTime) {
    BigDecimal zero = BigDecimal.ZERO;
    return new Candle(newOpenTime, close, close, close, close, zero, zero, zero, zero, -1, -1, 0);
  }
}
