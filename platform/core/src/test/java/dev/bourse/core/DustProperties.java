package dev.bourse.core;

import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Position;
import dev.bourse.api.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A position is worth an order or dust by the price of the moment, whatever prices came before. */
class DustProperties {
  @Property(tries = 200)
  void isJudgedByThePriceOfTheMoment(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 9_000, max = 11_000) Integer> cents) {
    List<Boolean> seen = new ArrayList<>();
    Fixture trader = new Fixture().running(strategy(seen));
    hold(trader, "0.01");

    seen.clear();
    cents.forEach(each -> trader.trade(each / 100 + "." + each % 100 / 10 + each % 10));

    assertThat(seen).isEqualTo(cents.stream().map(each -> each >= 10_000).toList());
  }

  private static Strategy strategy(List<Boolean> seen) {
    return new OnTrade(
        orders -> {
          seen.add(orders.isLong());
          if (orders.isFlat() && seen.size() == 1) {
            orders.buyMarket(BTCUSD.quantity("0.01"));
          }
        });
  }

  private static void hold(Fixture trader, String quantity) {
    trader.trade("200.00");
    ClientOrderId id = trader.last().id();
    trader.accept(id);
    trader.fill(id, quantity, "200.00", Money.of("0", USD));
    Position held = trader.core().state().portfolio().positions().get(0);
    assertThat(held.quantity()).isEqualByComparingTo(BTCUSD.quantity(quantity));
  }
}
