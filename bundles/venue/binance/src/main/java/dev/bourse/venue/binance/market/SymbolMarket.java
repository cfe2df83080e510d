package dev.bourse.venue.binance.market;

import dev.bourse.api.event.BookEvent;
import dev.bourse.api.event.BookLevels;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.event.Quote;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One market as the public sees it. */
public final class SymbolMarket {
  private static final int REMEMBERED = 5_000;
  private static final int AVERAGE_MINUTES = 5;

  private final Instrument instrument;
  private final DeclaredFilters filters;
  private final Deque<PublicTrade> trades = new ArrayDeque<>();
  private final Candles candles = new Candles();
  private long nextTrade = 1;
  private long updates = 1;
  private boolean referenced;
  private @Nullable BigDecimal reference;
  private final NavigableMap<BigDecimal, BigDecimal> bids =
      new TreeMap<>(Comparator.reverseOrder());
  private final NavigableMap<BigDecimal, BigDecimal> asks = new TreeMap<>();

  /** A market without trades, which has the filters that its instrument brings. */
  public SymbolMarket(Instrument instrument) {
    this.filters = new DeclaredFilters(instrument.filters());
    this.instrument = bare(instrument);
  }

  /** The venue applies filters itself; the exchange behind it is not to judge a second time. */
  private static Instrument bare(Instrument instrument) {
    return instrument.filters().isEmpty() ? instrument : instrument.filtered(List.of());
  }

  /** What is traded, without filters. */
  public Instrument instrument() {
    return instrument;
  }

  /** The filters that were declared. */
  public DeclaredFilters filters() {
    return filters;
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

  /** The market's own best bid and offer from now on; nothing is known of what is behind them. */
  public void quote(Quote quote) {
    bids.clear();
    asks.clear();
    put(bids, instrument.price(quote.bidRaw()), instrument.quantity(quote.bidSizeRaw()));
    put(asks, instrument.price(quote.askRaw()), instrument.quantity(quote.askSizeRaw()));
    updates++;
  }

  /** The market's own book from now on, or what changed of it. */
  public void book(BookEvent event) {
    if (event instanceof FullBook) {
      bids.clear();
      asks.clear();
    }
    put(bids, event.bids());
    put(asks, event.asks());
    updates++;
  }

  private void put(NavigableMap<BigDecimal, BigDecimal> side, BookLevels levels) {
    for (int i = 0; i < levels.count(); i++) {
      put(side, levels.price(i, instrument), levels.size(i, instrument));
    }
  }

  private static void put(
      NavigableMap<BigDecimal, BigDecimal> side, Price price, Quantity quantity) {
    BigDecimal at = BigDecimal.valueOf(price.raw(), price.decimals()).stripTrailingZeros();
    if (quantity.isZero()) {
      side.remove(at);
    } else {
      side.put(at, BigDecimal.valueOf(quantity.raw(), quantity.decimals()));
    }
  }

  /** An order took a part of the market's own book. */
  public void take(Side side, BigDecimal price, BigDecimal quantity) {
    NavigableMap<BigDecimal, BigDecimal> opposite = side == Side.BUY ? asks : bids;
    opposite.computeIfPresent(
        price.stripTrailingZeros(),
        (at, before) -> before.compareTo(quantity) > 0 ? before.subtract(quantity) : null);
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

  /** The market's own bids, best first. */
  public NavigableMap<BigDecimal, BigDecimal> bids() {
    return Collections.unmodifiableNavigableMap(bids);
  }

  /** The market's own offers, best first. */
  public NavigableMap<BigDecimal, BigDecimal> asks() {
    return Collections.unmodifiableNavigableMap(asks);
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
    return averagePrice(now, AVERAGE_MINUTES);
  }

  private @Nullable BigDecimal averagePrice(long now, int minutes) {
    @Nullable Candle recent =
        minutes == 0 ? null : candles.since(now - TimeUnit.MINUTES.toNanos(minutes));
    return recent == null || recent.volume().signum() == 0
        ? lastPrice()
        : recent.worth().divide(recent.volume(), 8, RoundingMode.HALF_EVEN);
  }

  /**
   * What orders are judged by from now on.
   *
   * @param price the reference price, or null for none at the moment
   */
  public void refer(@Nullable BigDecimal price) {
    referenced = true;
    reference = price;
  }

  /** Whether it ever had a reference price. */
  public boolean isReferenced() {
    return referenced;
  }

  /** The reference price, or null. */
  public @Nullable BigDecimal referencePrice() {
    return reference;
  }

  /** What prices of orders are judged by: the reference price, else the average; or null. */
  public @Nullable BigDecimal judgingPrice(long now) {
    return judgingPrice(now, AVERAGE_MINUTES);
  }

  /**
   * The same by the average of another time.
   *
   * @param minutes whose trades are averaged; 0 for the last price
   */
  public @Nullable BigDecimal judgingPrice(long now, int minutes) {
    return reference == null ? averagePrice(now, minutes) : reference;
  }

  /** Its candles. */
  public Candles candles() {
    return candles;
  }
}
