package dev.bourse.core.reconciliation;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTC;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.SECOND;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.strategy.Orders;
import dev.bourse.core.Fixture;
import dev.bourse.core.OnTrade;
import dev.bourse.core.TraderCore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An account of 10,000 USD that buys 2 coins at 99 in every round, while its reports are on their
 * way: none of them is of a moment at which nothing moves.
 */
@Tag("N7")
@Tag("N21")
class MovingAccountTest {
  private final Queue<Consumer<Orders>> wishes = new ArrayDeque<>();
  private final List<Fill> fills = new ArrayList<>();
  private Fixture trader = new Fixture();

  @BeforeEach
  void trades() {
    trader.running(OnTrade.granting(wishes));
    trader.trade("100.00");
  }

  /** Buys after the venue was asked, and before it is heard what it says. */
  private void round(String dollars, String coins) {
    long asked = trader.now();
    List<Fill> told = List.copyOf(fills);
    wishes.add(orders -> orders.buyLimit(BTCUSD.quantity("2"), BTCUSD.price("99.00")));
    trader.trade("100.00");
    ClientOrderId id = trader.last().id();
    trader.accept(id);
    trader.now(trader.now() + SECOND);
    Fill fill = trader.fillOf(id, "f" + fills.size(), "2", "99.00", USD.zero());
    trader.on(new OrderReport.Filled(fill));
    fills.add(fill);
    trader.on(
        new AccountEvent.MassReport(
            ACCOUNT,
            List.of(),
            told,
            List.of(balance(Money.of(dollars, USD)), balance(Money.of(coins, BTC))),
            asked,
            asked));
  }

  private static Balance balance(Money total) {
    return new Balance(total, total.currency().zero());
  }

  private String shortage() {
    return trader.core().state().flags().shortage(ACCOUNT);
  }

  private Money total(Money like) {
    return trader
        .core()
        .state()
        .portfolio()
        .balance(ACCOUNT, like.currency())
        .orElseThrow()
        .total();
  }

  @Test
  void whatWasBoughtSinceTheReportExplainsTheDifference() {
    round("10000", "0");

    round("9802", "2");
    round("9604", "4");

    assertThat(shortage()).isEmpty();
    assertThat(total(USD.zero())).isEqualTo(Money.of("9406", USD));
    assertThat(total(BTC.zero())).isEqualTo(Money.of("6", BTC));
  }

  @Test
  void moneyThatIsMissingStopsEntriesAtTheSecondReportThatSaysSo() {
    round("9950", "0");
    String once = shortage();

    round("9752", "2");

    assertThat(once).isEmpty();
    assertThat(shortage())
        .isEqualTo(
            "account acct holds 9554.00000000 USD but our fills explain 9604.00000000 USD: entries"
                + " stop until this is explained");
  }

  @Test
  void aDifferenceThatIsAnotherAtTheNextReportWaitsForOneMore() {
    round("9950", "0");

    round("9753", "2");
    String twice = shortage();
    round("9555", "4");

    assertThat(twice).isEmpty();
    assertThat(shortage()).contains("holds 9357.00000000 USD but our fills explain 9406");
  }

  @Test
  void whatIsThereBesidesIsNeverAPosition() {
    round("10000", "0.5");

    round("9802", "2.5");

    assertThat(total(BTC.zero())).isEqualTo(Money.of("4.5", BTC));
    assertThat(trader.core().state().portfolio().open().get(0).quantity())
        .isEqualByComparingTo(Quantity.of("4"));
  }

  @Test
  void aRestartRemembersTheFirstOfThem() {
    round("9950", "0");
    Snapshot snapshot = trader.core().save();

    TraderCore restored = TraderCore.restore(Fixture.settings(List.of()), snapshot);
    String hash = restored.stateHash();
    restored.bind(Fixture.bound("v1"), context -> OnTrade.granting(wishes));
    long now = trader.now();
    String before = trader.core().stateHash();
    trader = new Fixture(restored);
    trader.now(now);
    round("9752", "2");

    assertThat(hash).isEqualTo(before);
    assertThat(shortage()).contains("holds 9554.00000000 USD");
  }
}
