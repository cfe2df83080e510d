package dev.bourse.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Side;
import dev.bourse.exchange.binance.key.ApiKey;
import dev.bourse.testkit.RecordingSink;
import dev.bourse.venue.binance.faults.Fault;
import dev.bourse.venue.binance.protocol.Right;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Keys of every kind and with every right. */
@Tag("A6")
class KeysAtVenueTest {
  private static ApiKey hmac() {
    return ApiKey.of(TradeBench.KEY, TradeBench.SECRET, "");
  }

  @Test
  void aPrivateKeyLogsOnAndTrades() {
    try (TradeBench bench = TradeBench.withPrivateKey().connected()) {
      bench.submit(bench.market("a", Side.BUY, "0.5"));

      assertThat(bench.report(OrderReport.Filled.class, "a").fill().fee())
          .hasToString("0.00050000 BTC");
    }
  }

  @Test
  void aKeyThatMayOnlyReadIsRefusedWithASentence() {
    try (TradeBench bench = new TradeBench(hmac(), false, Right.READ)) {
      ConnectionChanged changed = bench.awaited(ConnectionChanged.class, any -> true);

      assertThat(changed.connected()).isFalse();
      assertThat(changed.detail()).contains("the key may read, but not trade");
    }
  }

  @Test
  void aKeyThatMayWithdrawIsSaid() {
    try (TradeBench bench =
        new TradeBench(hmac(), false, Right.READ, Right.TRADE, Right.WITHDRAW)) {
      ConnectionChanged changed = bench.awaited(ConnectionChanged.class, any -> true);

      assertThat(changed.connected()).isTrue();
      assertThat(changed.detail()).isEqualTo("Connected; the key MAY WITHDRAW MONEY.");
      assertThat(bench.sink.events(AccountEvent.Rights.class))
          .extracting(each -> each.rights().toString())
          .containsExactly("reads and trades, MAY WITHDRAW MONEY, works from anywhere");
    }
  }

  @Test
  void whatIsKnownOfAKeyStaysKnownWhenTheVenueDoesNotSayItAgain() {
    try (TradeBench bench =
        new TradeBench(hmac(), false, Right.READ, Right.TRADE, Right.WITHDRAW)) {
      bench.awaited(ConnectionChanged.class, ConnectionChanged::connected);
      bench.venue.add(
          Fault.always(Fault.Kind.FAIL, "GET /sapi/v1/account/apiRestrictions").with(500));
      bench.venue.cutSockets();

      bench.awaited(
          AccountEvent.Rights.class,
          any -> bench.sink.events(AccountEvent.Rights.class).size() == 2);

      assertThat(bench.sink.events(AccountEvent.Rights.class))
          .extracting(each -> each.rights().toString())
          .containsOnly("reads and trades, MAY WITHDRAW MONEY, works from anywhere");
    }
  }

  @Test
  void aKeyThatMayWithdrawIsRefusedIfTheAccountSaysSo() {
    try (TradeBench bench = new TradeBench(hmac(), true, Right.READ, Right.TRADE, Right.WITHDRAW)) {
      ConnectionChanged changed = bench.awaited(ConnectionChanged.class, any -> true);

      assertThat(changed.connected()).isFalse();
      assertThat(changed.detail()).contains("withdrawal.right=refuse");
    }
  }

  @Test
  void aWrongSecretIsSaidWithoutShowingIt() {
    try (TradeBench bench = new TradeBench(ApiKey.of(TradeBench.KEY, "wrongSecret", ""), false)) {
      ConnectionChanged changed = bench.awaited(ConnectionChanged.class, any -> true);

      assertThat(changed.connected()).isFalse();
      assertThat(changed.detail())
          .contains("INVALID_SIGNATURE")
          .doesNotContain("wrongSecret", TradeBench.KEY);
    }
  }

  private static String whose(OrderReport report) {
    return report.account() + " " + report.orderId();
  }

  private static AccountEvent.MassReport report(Exchange exchange, RecordingSink sink) {
    exchange.execution().requestReport(0);
    return TradeBench.awaited(sink, AccountEvent.MassReport.class, any -> true);
  }

  @Test
  @Tag("A7")
  @Tag("N6")
  void twoAccountsAtOneVenueHearOnlyOfTheirOwn() {
    AccountId bob = new AccountId("bob");
    RecordingSink other = new RecordingSink();
    try (TradeBench bench = new TradeBench().connected();
        Exchange second = bench.openOther(bob, other)) {
      TradeBench.awaited(other, ConnectionChanged.class, ConnectionChanged::connected);
      Order theirs = bench.limit("b", Side.BUY, "0.2", "50000.00");

      bench.submit(bench.limit("a", Side.BUY, "0.1", "50000.00"));
      second.execution().execute(new ExchangeCommand.Submit(theirs, 0));
      bench.report(OrderReport.Accepted.class, "a");
      TradeBench.awaited(other, OrderReport.Accepted.class, any -> true);
      AccountEvent.MassReport ours = report(bench.exchange, bench.sink);
      AccountEvent.MassReport its = report(second, other);

      assertThat(bench.sink.events(OrderReport.class))
          .extracting(KeysAtVenueTest::whose)
          .containsOnly("demo a");
      assertThat(other.events(OrderReport.class))
          .extracting(KeysAtVenueTest::whose)
          .containsOnly("bob b");
      assertThat(ours.openOrders()).extracting(KeysAtVenueTest::whose).containsExactly("demo a");
      assertThat(its.openOrders()).extracting(KeysAtVenueTest::whose).containsExactly("bob b");
    }
  }

  @Test
  @Tag("N6")
  void anAccountThatIsOpenedTwiceHearsOfItsOrdersTwice() {
    RecordingSink other = new RecordingSink();
    try (TradeBench bench = new TradeBench().connected();
        Exchange second = bench.open(hmac(), false, other)) {
      TradeBench.awaited(other, ConnectionChanged.class, ConnectionChanged::connected);

      bench.submit(bench.limit("a", Side.BUY, "0.1", "50000.00"));

      assertThat(bench.report(OrderReport.Accepted.class, "a").account().value()).isEqualTo("demo");
      assertThat(TradeBench.awaited(other, OrderReport.Accepted.class, any -> true).venueOrderId())
          .isEqualTo("1");
      assertThat(second.capabilities().sandbox()).isTrue();
    }
  }
}
