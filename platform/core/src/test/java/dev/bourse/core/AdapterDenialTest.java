package dev.bourse.core;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.trader.TraderSnapshot.StrategyView;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An order that a strategy placed and that its adapter refuses before anything of it leaves. */
@Tag("B7")
class AdapterDenialTest {
  private final Fixture trader =
      new Fixture()
          .running(
              new OnTrade(
                  orders -> {
                    if (orders.isFlat()) {
                      orders.buyMarket(BTCUSD.quantity("1"));
                    }
                  }));

  private ClientOrderId ordered() {
    trader.trade("100.00");
    return trader.last().id();
  }

  private StrategyView strategy() {
    return trader.core().view(Map.of(), Map.of(), "").strategies().get(0);
  }

  @Test
  void anOrderThatItsAdapterDeniesNeverLeftAndReservesNothing() {
    ClientOrderId id = ordered();
    trader.sent(id);
    trader.on(new ControlEvent.Pause("op"));

    trader.on(new OrderReport.Denied(ACCOUNT, id, "LOT_SIZE: quantity=1", trader.now()));
    trader.pass(Duration.ofMinutes(5));

    assertThat(OrderOutcome.of(trader.order(id)))
        .isEqualTo(new OrderOutcome.Denied(id, "LOT_SIZE: quantity=1"));
    assertThat(trader.core().state().portfolio().balance(ACCOUNT, USD).orElseThrow().reserved())
        .isEqualTo(USD.zero());
    assertThat(trader.commands()).hasSize(1);
  }

  @Test
  void aDenialIsProofForAnOrderOfUnknownFateAndEntriesGoOn() {
    ClientOrderId id = ordered();
    trader.sent(id);
    trader.on(new OrderReport.AnswerLost(ACCOUNT, id, "timeout", trader.now()));

    trader.on(new OrderReport.Denied(ACCOUNT, id, "RATE_LIMIT: used=6000", trader.now()));
    trader.trade("100.00");

    assertThat(trader.order(id).unknown()).isFalse();
    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.DENIED);
    assertThat(trader.last().id()).isNotEqualTo(id);
    assertThat(trader.last().status()).isEqualTo(OrderStatus.INITIALIZED);
  }

  @Test
  void whatTheVenueHasTakenIsNotDeniedAnyMore() {
    ClientOrderId id = ordered();
    trader.accept(id);

    trader.on(new OrderReport.Denied(ACCOUNT, id, "LOT_SIZE: quantity=1", trader.now()));

    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.ACCEPTED);
    assertThat(trader.core().state().portfolio().balance(ACCOUNT, USD).orElseThrow().reserved())
        .isEqualTo(Money.of("101.202", USD));
  }

  @Test
  void anOrderWhoseCancelWasAskedForIsDeniedIfItNeverLeft() {
    ClientOrderId id = ordered();
    trader.sent(id);
    trader.on(new ControlEvent.Cancel(id, "op"));

    trader.on(new OrderReport.Denied(ACCOUNT, id, "NOT_SENT: it was cancelled", trader.now()));

    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.DENIED);
    assertThat(trader.order(id).reason()).isEqualTo("NOT_SENT: it was cancelled");
  }

  @Test
  void countsAmongTheDenialsOfItsStrategyOnce() {
    ClientOrderId id = ordered();
    trader.sent(id);
    OrderReport denied =
        new OrderReport.Denied(ACCOUNT, id, "LOT_SIZE: quantity=1 max=0.5", trader.now());
    trader.on(new ControlEvent.Pause("op"));

    trader.on(denied);
    trader.pass(Duration.ofSeconds(1));
    trader.on(denied);

    assertThat(strategy().denials()).containsExactly(Map.entry("LOT_SIZE", 1L));
    assertThat(strategy().lastDenial()).isEqualTo("LOT_SIZE: quantity=1 max=0.5");
  }
}
