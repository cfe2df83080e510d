package dev.bourse.core;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.book.BookView;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.BookLevels;
import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.Trigger;
import dev.bourse.api.model.TriggerType;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a trader knows by a book: bid 100.00, offer 100.10 at first. */
class BookTest {
  private static final class Reader implements Strategy {
    private final List<String> seen = new ArrayList<>();
    private final List<Optional<Price>> prices = new ArrayList<>();
    private final List<Bar> bars = new ArrayList<>();
    private boolean buys;

    @Override
    public void onBook(BookView book, Orders orders) {
      String best = book.best(Side.BUY) + " " + book.best(Side.SELL);
      seen.add(book.isKnown() ? best.replaceAll("Optional|[\\[\\]]", "") : "lost");
      prices.add(orders.lastPrice());
      assertThat(orders.book()).isSameAs(book);
      if (buys) {
        orders.buyMarket(BTCUSD.quantity("1"));
      }
    }

    @Override
    public void onBar(Bar bar, Orders orders) {
      bars.add(bar);
    }
  }

  private final Reader reader = new Reader();
  private final Fixture trader = new Fixture().running(reader);
  private long update = 100;

  private static BookLevels levels(long... pairs) {
    return BookLevels.of(pairs, pairs.length / 2);
  }

  private void full() {
    trader.now(trader.now() + SECOND);
    trader.on(
        new FullBook(
            BTCUSD,
            trader.now(),
            update,
            levels(100_00, 50_000, 99_90, 70_000),
            levels(100_10, 40_000)));
  }

  private void change(BookLevels bids, BookLevels asks) {
    update++;
    trader.now(trader.now() + SECOND);
    trader.on(new BookDifference(BTCUSD, trader.now(), update, update, bids, asks));
  }

  @Test
  void strategiesSeeEachChangeOfTheBookOnce() {
    full();
    change(levels(99_80, 1), BookLevels.NONE);
    change(levels(100_05, 1), levels(100_10, 0, 100_20, 3));
    trader.on(new BookDifference(BTCUSD, trader.now(), 90, 95, levels(100_00, 0), levels()));
    trader.on(new DataGap(BTCUSD, trader.now(), 1, "lost"));
    trader.on(new DataGap(BTCUSD, trader.now(), 1, "lost again"));

    assertThat(reader.seen)
        .containsExactly("100.00 100.10", "100.00 100.10", "100.05 100.20", "lost");
  }

  @Test
  void theBestBidAndOfferGiveThePriceWhereThereIsNoTradeAndNoQuote() {
    full();
    change(levels(100_04, 1), BookLevels.NONE);
    trader.on(new DataGap(BTCUSD, trader.now(), 1, "lost"));
    full();
    trader.on(new Quote(BTCUSD, trader.now(), 90_00, 1, 92_00, 1));
    change(levels(100_06, 1), BookLevels.NONE);

    assertThat(reader.prices)
        .containsExactly(
            Optional.of(Price.of("100.05")),
            Optional.of(Price.of("100.07")),
            Optional.empty(),
            Optional.of(Price.of("100.05")),
            Optional.of(Price.of("91.00")));
  }

  @Test
  void nothingIsEnteredByABookThatWasLost() {
    full();
    trader.on(new DataGap(BTCUSD, trader.now(), 1, "lost"));
    trader.bind(reader);
    reader.buys = true;

    full();
    OrderStatus known = trader.last().status();
    change(levels(100_20, 1), BookLevels.NONE);

    assertThat(known).isEqualTo(OrderStatus.INITIALIZED);
    assertThat(reader.seen).endsWith("100.00 100.10", "lost");
    assertThat(trader.last().status()).isEqualTo(OrderStatus.DENIED);
    assertThat(trader.last().reason()).startsWith("NO_PRICE");
  }

  @Test
  void aStopThatThePlatformHoldsWatchesTheBook() {
    OneBitcoin house = new OneBitcoin();
    house.trader.on(new FullBook(BTCUSD, 1, 5, levels(99_00, 1), levels(101_00, 1)));
    OrderSpec stop =
        OrderSpec.stop(BTCUSD, Side.SELL, OneBitcoin.ONE, BTCUSD.price("95.00"))
            .withTrigger(Trigger.at(BTCUSD.price("95.00")).by(TriggerType.BID_ASK));
    ClientOrderId id = house.holds(stop);

    house.trader.on(
        new BookDifference(BTCUSD, 1, 6, 6, levels(99_00, 0, 95_01, 1), BookLevels.NONE));
    OrderStatus near = house.trader.order(id).status();
    house.trader.on(
        new BookDifference(BTCUSD, 1, 7, 7, levels(95_01, 0, 94_00, 1), BookLevels.NONE));

    assertThat(near).isEqualTo(OrderStatus.EMULATED);
    assertThat(house.trader.order(id).status()).isEqualTo(OrderStatus.RELEASED);
    assertThat(house.trader.order(id).account()).isEqualTo(ACCOUNT);
  }

  @Test
  void barsOfTheBidAreMadeOfTheBookWhereThereIsNoQuote() {
    LifecycleEvent.StrategyBound bound =
        new LifecycleEvent.StrategyBound(
            Fixture.STRATEGY, "test", "v2", "p2", ACCOUNT, List.of(BTCUSD.id()), "3t@bid", "");
    trader.core().bind(bound, context -> reader);
    trader.on(bound);

    full();
    change(levels(100_04, 1), BookLevels.NONE);
    change(levels(99_00, 1), BookLevels.NONE);
    change(levels(100_04, 0), BookLevels.NONE);

    assertThat(reader.bars).hasSize(1);
    assertThat(reader.bars.get(0).high()).isEqualTo(Price.of("100.04"));
    assertThat(reader.bars.get(0).close()).isEqualTo(Price.of("100.00"));
  }
}
