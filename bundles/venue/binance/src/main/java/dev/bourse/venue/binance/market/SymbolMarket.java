package dev.bourse.venue.binance.market;

import dev.bourse.api.event.Quote;
import dev.bourse.api.model.Instrument;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One market as the public sees it. */
public final class SymbolMarket {
  private static final int REMEMBERED = 5_000;
  private static final long AVERAGE = TimeUnit.MINUTES.toNanos(5);

  private final Instrument instrument;
  private final Deque<PublicTrade> trades = new ArrayDeque<>();
  private final Candles candles = new Candles();
  private long nextTrade = 1;
  private long updates = 1;
  private @Nullable Quote quote;

  /** A market without trades. */
  public SymbolMarket(Instrument instrument) {
    this.instrument = instrument;
  }

  /** What is traded. */
  public Instrument instrument() {
    return instrument;
  }

  /** Its name in requests. */
  public String symbol() {
    return instrument.id().symbol();
  }

  /**
   * Counts a trade.
   *
   * @param id a number of {@link #nextTradeId}
   */
  public PublicTrade trade(
      long id, BigDecimal price, BigDecimal quantity, long time, boolean buyerIsMaker) {
    PublicTrade trade = new PublicTrade(id, price, quantity, time, buyerIsMaker);
    trades.addLast(trade);
    if (trades.size() > REMEMBERED) {
      trades.removeFirst();
    }
    candles.add(trade);
    return trade;
  }

  /** The number of the next trade. */
  public long nextTradeId() {
    return nextTrade++;
  }

  /** The market's own best bid and offer from now on. */
  public void quote(Quote newest) {
    quote = newest;
    updates++;
  }

  /** The book changed by an order. */
  public void changed() {
    updates++;
  }

  /** The number of the last change of the book. */
  public long lastUpdate() {
    return updates;
  }

  /** The market's own best bid and offer, or null before the first. */
  public @Nullable Quote quote() {
    return quote;
  }

  /** The newest trades, oldest first. */
  public List<PublicTrade> trades() {
    return new ArrayList<>(trades);
  }

  /** The last trade, or null. */
  public @Nullable PublicTrade last() {
    return trades.peekLast();
  }

  /** The last price, or null. */
  public @Nullable BigDecimal lastPrice() {
    PublicTrade last = trades.peekLast();
    return last == null ? null : last.price();
  }

  /** The average price of the last five minutes weighted by size, or the last price, or null. */
  public @Nullable BigDecimal averagePrice(long now) {
    Candle recent = candles.since(now - AVERAGE);
    return recent == null || recent.volume().signum() == 0
        ? lastPrice()
        : recent.worth().divide(recent.volume(), 8, java.math.RoundingMode.HALF_EVEN);
  }

  /** Its candles. */
  public Candles candles() {
    return candles;
  }
}
