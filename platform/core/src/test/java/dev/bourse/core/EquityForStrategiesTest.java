package dev.bourse.core;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Rate;
import dev.bourse.api.sizing.Sizing;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a strategy can size its orders by. */
@Tag("S21")
@Tag("A8")
class EquityForStrategiesTest {
  private final List<Optional<Money>> seen = new ArrayList<>();
  private final Fixture trader = new Fixture();

  /** Puts a tenth of its equity into its first order. */
  private final class Tenth implements Strategy {
    @Override
    public void onTrade(Trade trade, Orders orders) {
      seen.add(orders.equity());
      if (orders.isFlat()) {
        orders.buyMarket(
            Sizing.of(BTCUSD)
                .percentOfEquity(orders.equity().orElseThrow(), Rate.of("0.1"), trade.price())
                .quantity());
      }
    }
  }

  private LifecycleEvent.StrategyBound bound(String allotment) {
    return new LifecycleEvent.StrategyBound(
        Fixture.STRATEGY, "test", "v2", "p", ACCOUNT, List.of(BTCUSD.id()), "1m", allotment);
  }

  private void allot(String allotment) {
    trader.running(new Strategy() {});
    trader.core().bind(bound(allotment), context -> new Tenth());
    trader.on(bound(allotment));
  }

  @Test
  void equityIsCashAndWhatIsHeldAtTheLastPrice() {
    trader.running(new Tenth());
    trader.trade("100.00");
    trader.accept(trader.last().id());
    trader.fill(trader.last().id(), "10", "100.00", USD.zero());

    trader.trade("110.00");

    assertThat(trader.last().spec().quantity()).isEqualTo(BTCUSD.quantity("10"));
    assertThat(seen)
        .containsExactly(Optional.of(Money.of("10000", USD)), Optional.of(Money.of("10100", USD)));
  }

  @Test
  void equityIsAtMostTheAllotment() {
    allot("500 USD");

    trader.trade("100.00");

    assertThat(seen).containsExactly(Optional.of(Money.of("500", USD)));
    assertThat(trader.last().spec().quantity()).isEqualTo(BTCUSD.quantity("0.5"));
  }

  @Test
  void anAllotmentThatIsNoAmountIsRefused() {
    trader.running(new Strategy() {});

    assertThatIllegalArgumentException()
        .isThrownBy(() -> trader.core().bind(bound("500"), context -> new Tenth()))
        .withMessage("allotment \"500\" must be an amount and a currency, like 5000 USD");
  }
}
