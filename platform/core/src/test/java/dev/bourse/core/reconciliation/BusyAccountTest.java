package dev.bourse.core.reconciliation;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTC;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.SECOND;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Side;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.core.Fixture;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An account of 10,000 USD whose orders move while a report is on its way, which says 9,000: it was
 * asked for before anything of what follows.
 */
@Tag("N7")
@Tag("B2")
class BusyAccountTest {
  private static final OrderSpec LIMIT =
      OrderSpec.limit(BTCUSD, Side.BUY, BTCUSD.quantity("1"), BTCUSD.price("90.00"));

  private final Fixture trader = new Fixture().running(new Strategy() {});
  private long requestedAt;

  @BeforeEach
  void ask() {
    trader.trade("100.00");
    requestedAt = trader.now();
    trader.now(requestedAt + SECOND);
  }

  private ClientOrderId placed(OrderSpec spec) {
    trader.on(new ControlEvent.Submit(spec, "op"));
    ClientOrderId id = trader.last().id();
    trader.accept(id);
    return id;
  }

  /** What stops entries once the report is there. */
  private String shortage() {
    Balance cash = new Balance(Money.of("9000", USD), USD.zero());
    Balance coins = new Balance(BTC.zero(), BTC.zero());
    trader.on(
        new AccountEvent.MassReport(
            ACCOUNT, List.of(), List.of(), List.of(cash, coins), requestedAt, trader.now()));
    return trader.core().state().flags().shortage(ACCOUNT);
  }

  /** The report may have its execution already, of which the stream is about to tell. */
  @Test
  void isNotComparedWhileAnOrderRestsThatIsYoungerThanTheReport() {
    ClientOrderId id = placed(LIMIT);

    String missing = shortage();

    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.ACCEPTED);
    assertThat(missing).isEmpty();
  }

  @Test
  void missesMoneyThoughAnOrderEndedUnfilled() {
    ClientOrderId id = placed(LIMIT);
    trader.on(new OrderReport.Canceled(ACCOUNT, id, "by test", trader.now()));

    String missing = shortage();

    assertThat(missing).startsWith("account acct holds 9000.00000000 USD");
  }

  @Test
  void isNotComparedWhileAnExecutionMayBeTheReason() {
    ClientOrderId id = placed(LIMIT);
    trader.fill(id, "0.5", "90.00", USD.zero());

    String missing = shortage();

    assertThat(missing).isEmpty();
  }

  @Test
  void isNotComparedWhileAnOrderThatExecutesAtOnceIsUnderWay() {
    ClientOrderId id = placed(OrderSpec.market(BTCUSD, Side.BUY, BTCUSD.quantity("1")));

    String missing = shortage();

    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.ACCEPTED);
    assertThat(missing).isEmpty();
  }
}
