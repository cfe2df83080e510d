package dev.bourse.core;

import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.SECOND;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.core.risk.RateLimit;
import dev.bourse.core.settings.TraderSettings;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Three entries in ten seconds, one wanted each second. */
@Tag("N24")
class ThrottleTest {
  private static final TraderSettings SETTINGS =
      Fixture.settings(List.of()).withRates(new RateLimit(3, 10 * SECOND), RateLimit.NONE);
  private final Fixture trader = new Fixture(new TraderCore(SETTINGS));

  private static OnTrade buying() {
    return new OnTrade(orders -> orders.buyLimit(BTCUSD.quantity("0.1"), BTCUSD.price("90.00")));
  }

  private List<OrderStatus> statuses() {
    return trader.core().state().ledger().all().stream().map(Order::status).toList();
  }

  @Test
  void deniesTheFourthEntryInTheWindowAndTakesTheNextOneAfterIt() {
    trader.running(buying());

    for (int second = 0; second < 11; second++) {
      trader.trade("100.00");
    }

    assertThat(statuses().subList(0, 3)).containsOnly(OrderStatus.INITIALIZED);
    assertThat(statuses().subList(3, 10)).containsOnly(OrderStatus.DENIED);
    assertThat(statuses().get(10)).isEqualTo(OrderStatus.INITIALIZED);
    assertThat(trader.core().state().ledger().all().get(3).reason())
        .isEqualTo("RATE_LIMIT_EXCEEDED: sent=3 within=3000ms limit=3/10000ms");
  }

  @Test
  void neverHoldsBackWhatReduces() {
    trader.running(
        new OnTrade(
            orders -> {
              if (orders.isLong()) {
                orders.sellLimit(BTCUSD.quantity("0.1"), BTCUSD.price("101.00"));
              } else if (orders.live().isEmpty()) {
                orders.buyMarket(BTCUSD.quantity("1"));
              }
            }));
    trader.trade("100.00");
    ClientOrderId id = trader.last().id();
    trader.accept(id);
    trader.fill(id, "1", "100.00", Money.of("0.2", USD));

    for (int second = 0; second < 6; second++) {
      trader.trade("100.00");
    }

    assertThat(statuses().subList(1, 7)).containsOnly(OrderStatus.INITIALIZED);
  }

  @Test
  @Tag("N4")
  void aRestartDoesNotOpenTheWindowAnew() {
    trader.running(buying());
    trader.trade("100.00");
    trader.trade("100.00");
    trader.trade("100.00");

    TraderCore again = TraderCore.restore(SETTINGS, trader.core().save());

    assertThat(again.stateHash()).isEqualTo(trader.core().stateHash());
    again.state().orderThrottle().add(trader.now());
    assertThat(again.stateHash()).isNotEqualTo(trader.core().stateHash());
  }
}
