package dev.bourse.core;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.STRATEGY;
import static dev.bourse.core.Fixture.USD;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Contract;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.MarginMode;
import dev.bourse.api.model.MarginModel;
import dev.bourse.api.model.MarginTerms;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OmsType;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A trader with one strategy of one instrument that does at the next trade what a test wants. */
final class Hedger {
  static final Instrument PERP =
      Fixture.instrument("BTCUSDPERP.TEST")
          .as(Contract.linear(Rate.of("0.01")), Money.of("1", USD), null);
  static final PositionId UP = new PositionId("up");
  static final PositionId DOWN = new PositionId("down");

  /** Does once what it is told to. */
  static final class Told implements Strategy {
    private Consumer<Orders> wish = orders -> {};

    @Override
    public void onTrade(Trade trade, Orders orders) {
      Consumer<Orders> now = wish;
      wish = each -> {};
      now.accept(orders);
    }
  }

  final Fixture trader;
  private final Instrument instrument;
  private final Told strategy = new Told();
  private int fills;

  Hedger(Instrument instrument, OmsType oms, boolean hedgedVenue) {
    this(new Fixture(), instrument, oms, hedgedVenue);
  }

  Hedger(Fixture trader, Instrument instrument, OmsType oms, boolean hedgedVenue) {
    this.trader = trader;
    this.instrument = instrument;
    trader.running(strategy);
    if (!instrument.isSpot()) {
      trader.on(new InstrumentListed(instrument, trader.now()));
      trader.on(new AccountEvent.Terms(ACCOUNT, terms(hedgedVenue), trader.now()));
    }
    LifecycleEvent.StrategyBound bound = bound(instrument, oms);
    trader.core().bind(bound, context -> strategy);
    trader.on(bound);
    price("100.00");
  }

  static MarginTerms terms(boolean hedged) {
    return new MarginTerms(MarginMode.CROSS, MarginModel.LEVERAGED, 10, new TreeMap<>(), hedged);
  }

  static LifecycleEvent.StrategyBound bound(Instrument instrument, OmsType oms) {
    return new LifecycleEvent.StrategyBound(
            STRATEGY, "test", "v1", "p", ACCOUNT, List.of(instrument.id()), "", "")
        .with(oms);
  }

  void price(String price) {
    trader.now(trader.now() + Fixture.SECOND);
    trader.on(
        new Trade(
            instrument,
            trader.now(),
            instrument.price(price).raw(),
            instrument.quantity("1").raw(),
            AggressorSide.UNKNOWN,
            null));
  }

  /** The newest order after the strategy did something at a price. */
  Order ask(Consumer<Orders> wish) {
    strategy.wish = wish;
    price("100.00");
    return trader.last();
  }

  Quantity size(String quantity) {
    return instrument.quantity(quantity);
  }

  /** Fills a whole order. */
  void fill(Order order, String price) {
    fill(order, price, order.unfilled().toString());
  }

  void fill(Order order, String price, String quantity) {
    trader.accept(order.id());
    trader.on(
        new OrderReport.Filled(
            new Fill(
                "h" + fills++,
                order.id(),
                ACCOUNT,
                instrument,
                order.spec().side(),
                instrument.price(price),
                instrument.quantity(quantity),
                Money.of("0.1", USD),
                Liquidity.TAKER,
                trader.now(),
                false)));
  }

  void buy(PositionId id, String quantity, String price) {
    fill(ask(orders -> orders.forPosition(id).buyMarket(size(quantity))), price);
  }

  void sell(PositionId id, String quantity, String price) {
    fill(ask(orders -> orders.forPosition(id).sellMarket(size(quantity))), price);
  }

  Position held(PositionId id) {
    return trader.core().state().portfolio().position(ACCOUNT, STRATEGY, instrument, id);
  }

  Money cash() {
    return trader.core().state().portfolio().balance(ACCOUNT, USD).orElseThrow().total();
  }
}
