package dev.bourse.core.lists;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.core.Fixture;
import java.util.List;
import java.util.Random;

/** A person who interferes with a trader of lists, out of a seed. */
final class Person {
  private Person() {}

  static void interferes(ListHouse house, Random random) {
    Fixture trader = house.trader;
    List<Order> live = trader.core().state().ledger().live();
    switch (random.nextInt(6)) {
      case 0 -> trader.on(new ControlEvent.Halt("test", "op"));
      case 1 -> trader.on(new ControlEvent.Reset("op"));
      case 2 -> trader.on(new ControlEvent.Resume("op"));
      case 3 -> trader.on(new ControlEvent.Flatten("op"));
      case 4 -> {
        if (!live.isEmpty()) {
          ClientOrderId id = live.get(random.nextInt(live.size())).id();
          trader.on(new ControlEvent.Cancel(id, "op"));
        }
      }
      default -> {
        trader.on(new LifecycleEvent.StrategyUnbound(Fixture.STRATEGY, "replaced"));
        trader.bind(house.strategy);
      }
    }
  }
}
