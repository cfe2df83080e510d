package dev.bourse.core;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTC;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.SECOND;
import static dev.bourse.core.Fixture.STRATEGY;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.event.Trade;
import dev.bourse.api.indicator.Ema;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.core.portfolio.PositionKey;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/**
 * The strategy of the README on two instruments, at a venue that withholds answers, loses them,
 * fills in parts and charges its fees in base: it never has a second order in flight and never
 * sells what it does not hold.
 */
class ReadmeStrategyProperties {
  private static final Instrument OTHER = Fixture.instrument("ETHUSD.TEST");

  /** As in the README. */
  private static final class Cross implements Strategy {
    private final Quantity size;
    private final Ema fast;
    private final Ema slow;

    Cross(StrategyContext context) {
      size = context.instrument().quantity("0.01");
      fast = context.keep("fast", new Ema(2));
      slow = context.keep("slow", new Ema(3));
    }

    @Override
    public void onBar(Bar bar, Orders orders) {
      fast.add(bar.closeAsDouble());
      slow.add(bar.closeAsDouble());
      if (!slow.ready()) {
        return;
      }
      boolean up = fast.value() > slow.value();
      if (up && orders.isFlat()) {
        orders.buyMarket(size);
      }
      if (!up && orders.isLong()) {
        orders.close();
      }
    }
  }

  private Fixture trader = new Fixture();
  private int fills;

  private void begin() {
    trader = new Fixture();
    trader.running(new Strategy() {});
    trader.on(new InstrumentListed(OTHER, trader.now()));
    LifecycleEvent.StrategyBound both =
        new LifecycleEvent.StrategyBound(
            STRATEGY, "test", "v1", "p", ACCOUNT, List.of(BTCUSD.id(), OTHER.id()), "1m", "");
    trader.core().bind(both, Cross::new);
    trader.on(both);
  }

  @Property(tries = 60)
  @Tag("B1")
  void neverASecondOrderInFlightAndNeverAnOversell(@ForAll long seed) {
    Random random = new Random(seed);
    begin();

    for (int step = 0; step < 400; step++) {
      advance(random.nextInt(40) * SECOND);
      List<Order> live = trader.core().state().ledger().live();
      if (live.isEmpty() || random.nextInt(4) > 0) {
        trade(random.nextBoolean() ? BTCUSD : OTHER, 9_000 + random.nextInt(2_000));
      } else {
        answer(live.get(random.nextInt(live.size())), random);
      }
      checkBooks();
    }

    assertThat(trader.core().state().ledger().all()).isNotEmpty();
  }

  private void advance(long by) {
    long time = trader.now() + by;
    for (TimerEvent due = trader.core().due(time); due != null; due = trader.core().due(time)) {
      trader.at(Math.max(trader.core().time(), due.deadline()), due);
    }
    trader.now(Math.max(time, trader.core().time()));
  }

  private void trade(Instrument instrument, long price) {
    trader.on(new Trade(instrument, trader.now(), price, 10_000, AggressorSide.UNKNOWN, null));
  }

  private void answer(Order order, Random random) {
    switch (random.nextInt(8)) {
      case 0 -> trader.sent(order.id());
      case 1 -> trader.accept(order.id());
      case 2, 3 -> fill(order, random);
      case 4 -> trader.on(new OrderReport.AnswerLost(ACCOUNT, order.id(), "timeout", 0));
      case 5 ->
          trader.on(new OrderReport.NotFound(ACCOUNT, order.id(), trader.now(), trader.now()));
      case 6 -> trader.on(new OrderReport.Denied(ACCOUNT, order.id(), "never left", 0));
      default -> trader.on(new OrderReport.Rejected(ACCOUNT, order.id(), "no", 0));
    }
  }

  private void fill(Order order, Random random) {
    long left = order.unfilled().raw();
    if (left == 0) {
      return;
    }
    Instrument instrument = order.spec().instrument();
    Quantity quantity = instrument.quantity(1 + random.nextInt((int) left));
    boolean buy = order.spec().side() == Side.BUY;
    Money fee =
        buy
            ? Money.of(quantity.withDecimals(8).toString(), BTC)
                .times(instrument.takerFee(), RoundingMode.UP)
            : Money.of("0.01", USD);
    Fill fill =
        new Fill(
            "f" + ++fills,
            order.id(),
            ACCOUNT,
            instrument,
            order.spec().side(),
            instrument.price(10_000),
            quantity,
            fee,
            Liquidity.TAKER,
            trader.now(),
            false);
    trader.on(new OrderReport.Filled(fill));
    if (random.nextInt(3) == 0) {
      trader.on(new OrderReport.Filled(fill));
    }
  }

  private void checkBooks() {
    for (Instrument instrument : List.of(BTCUSD, OTHER)) {
      PositionKey key = new PositionKey(ACCOUNT, STRATEGY, instrument.id());
      List<Order> live = trader.core().state().ledger().live(key);
      Position position = trader.core().state().portfolio().position(key, instrument);

      assertThat(live).filteredOn(Order::entry).hasSizeLessThanOrEqualTo(1);
      assertThat(live).filteredOn(order -> !order.entry()).hasSizeLessThanOrEqualTo(1);
      for (Order order : live) {
        boolean sells = order.spec().side() == Side.SELL;
        assertThat(sells && order.unfilled().compareTo(position.quantity()) > 0).isFalse();
        assertThat(order.status()).isNotEqualTo(OrderStatus.DENIED);
      }
    }
  }
}
