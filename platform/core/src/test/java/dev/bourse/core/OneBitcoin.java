package dev.bourse.core;

import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.SECOND;
import static dev.bourse.core.Fixture.USD;

import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.trace.Turn;
import dev.bourse.core.decision.TurnRecord;
import dev.bourse.core.settings.TraderSettings;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/** A trader whose venue has only market and limit orders; it bought 1 BTC at 100.00. */
final class OneBitcoin {
  static final Quantity ONE = BTCUSD.quantity("1");

  final Queue<Consumer<Orders>> wishes = new ArrayDeque<>();
  final OnTrade strategy = OnTrade.granting(wishes);
  final Fixture trader;

  OneBitcoin() {
    this(Fixture.settings(List.of()));
  }

  OneBitcoin(TraderSettings settings) {
    trader = new Fixture(new TraderCore(settings));
    trader.running(strategy);
    does(orders -> orders.buyMarket(ONE));
    ClientOrderId id = trader.last().id();
    trader.accept(id);
    trader.fill(id, "1", "100.00", Money.of("0.2", USD));
  }

  Turn does(Consumer<Orders> wish) {
    wishes.add(wish);
    return trader.trade("100.00");
  }

  ClientOrderId holds(OrderSpec spec) {
    does(orders -> orders.submit(spec));
    return trader.last().id();
  }

  static OrderSpec stopAt(String price) {
    return OrderSpec.stop(BTCUSD, Side.SELL, ONE, BTCUSD.price(price));
  }

  TurnRecord trade(String price) {
    long time = trader.now() + SECOND;
    trader.now(time);
    return trader
        .core()
        .on(
            time,
            new Trade(BTCUSD, time, BTCUSD.price(price).raw(), 1, AggressorSide.UNKNOWN, null));
  }

  TurnRecord asks(Consumer<Orders> wish) {
    wishes.add(wish);
    return trade("100.00");
  }
}
