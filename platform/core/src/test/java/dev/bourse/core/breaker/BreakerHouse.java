package dev.bourse.core.breaker;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.USD;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Side;
import dev.bourse.api.risk.Breaker;
import dev.bourse.api.risk.LossLimit;
import dev.bourse.api.risk.RiskDecision;
import dev.bourse.api.risk.RiskModule;
import dev.bourse.api.risk.RiskView;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.core.Fixture;
import dev.bourse.core.TraderCore;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** A trader with breakers on an account of 10,000 USD, and time that goes from timer to timer. */
final class BreakerHouse {
  static final String MODULE = "guard";
  static final ZoneId UTC = ZoneId.of("UTC");

  private final Fixture trader;

  BreakerHouse(Fixture trader) {
    this.trader = trader;
  }

  /** A module that declares breakers and lets every order pass. */
  record Declared(List<Breaker> breakers) implements RiskModule {
    @Override
    public RiskDecision check(Order order, RiskView view) {
      return new RiskDecision.Passed("breakers=" + breakers.size());
    }
  }

  static Breaker day(String limit, boolean flatten) {
    Breaker.Mark mark = new Breaker.Day(UTC);
    return new Breaker(
        "daily.loss", mark, LossLimit.of("daily.loss", limit), Duration.ofMinutes(1), flatten);
  }

  static Breaker drawdown(String limit) {
    Breaker.Mark mark = new Breaker.Peak();
    return new Breaker(
        "drawdown", mark, LossLimit.of("drawdown", limit), Duration.ofMinutes(2), false);
  }

  /** Running, with the first price of 100.00 known and half a day gone. */
  static BreakerHouse with(Breaker... breakers) {
    TraderCore core = new TraderCore(Fixture.settings(List.of(MODULE)));
    core.bindRisk(MODULE, new Declared(List.of(breakers)));
    Fixture trader = new Fixture(core);
    trader.now(Duration.ofHours(12).toNanos());
    BreakerHouse house = new BreakerHouse(trader.running(new Strategy() {}));
    trader.trade("100.00");
    return house;
  }

  Fixture trader() {
    return trader;
  }

  /** Buys and gets it at once, without a fee. */
  void buy(String quantity, String price) {
    Order order = order(quantity);
    trader.accept(order.id());
    trader.fill(order.id(), quantity, price, USD.zero());
  }

  /** Orders by hand. */
  Order order(String quantity) {
    OrderSpec spec = OrderSpec.market(BTCUSD, Side.BUY, BTCUSD.quantity(quantity));
    trader.on(new ControlEvent.Submit(spec, "op"));
    return trader.last();
  }

  void flow(String id, String usd, String kind) {
    Money amount = Money.of(usd, USD);
    trader.on(new AccountEvent.CashFlow(ACCOUNT, id, amount, kind, trader.now()));
  }

  /** Lets the time pass; every timer at its own deadline. */
  void pass(Duration time) {
    trader.pass(time);
  }

  TraderSnapshot view() {
    return trader.core().view(Map.of(), Map.of(), "");
  }

  /** What an account's losses are measured from now, {@code 10000.00000000 USD}. */
  String mark(String word) {
    BreakerBook.Mark mark = trader.core().state().breakers().mark(ACCOUNT, word);
    return mark == null ? "none" : mark.equity().toString();
  }

  /** The sentences of everything that tripped, in order. */
  List<String> trips() {
    return trader.turns().stream()
        .map(Turn::results)
        .flatMap(List::stream)
        .filter(TurnResult.BreakerTripped.class::isInstance)
        .map(each -> ((TurnResult.BreakerTripped) each).sentence())
        .toList();
  }
}
