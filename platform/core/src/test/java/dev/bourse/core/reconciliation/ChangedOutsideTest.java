package dev.bourse.core.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Side;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.Fixture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An order of ours that its user changed on the venue's page: a buy of 1 BTC at 99.00 that rests
 * there as {@code V-1}, for which 99.198 of 10,000 USD are reserved.
 */
@Tag("N7")
@Tag("N23")
class ChangedOutsideTest {
  private static final ClientOrderId WEB = new ClientOrderId("web_1");

  private final Fixture trader = new Fixture();
  private ClientOrderId id = WEB;

  @BeforeEach
  void restsABuy() {
    trader.running(new Strategy() {});
    trader.trade("100.00");
    trader.on(new ControlEvent.Submit(spec(), "op"));
    id = trader.last().id();
    trader.sent(id);
    trader.on(new OrderReport.Accepted(Fixture.ACCOUNT, id, "V-1", trader.now()));
    trader.now(trader.now() + Fixture.SECOND);
  }

  private static OrderSpec spec() {
    return OrderSpec.limit(
        Fixture.BTCUSD, Side.BUY, Fixture.BTCUSD.quantity("1"), Fixture.BTCUSD.price("99.00"));
  }

  private static OrderChange terms(String quantity, String price) {
    return new OrderChange(Fixture.BTCUSD.quantity(quantity), Fixture.BTCUSD.price(price), null);
  }

  private OrderReport.Status listed(ClientOrderId name, OrderChange terms) {
    return new OrderReport.Status(
        Fixture.ACCOUNT,
        name,
        "V-1",
        OrderStatus.ACCEPTED,
        Fixture.BTCUSD.quantity("0"),
        Money.of("0", Fixture.USD),
        "",
        trader.now(),
        terms);
  }

  private AccountEvent.MassReport report(OrderReport.Status status, Fill... fills) {
    Balance cash =
        trader.core().state().portfolio().balance(Fixture.ACCOUNT, Fixture.USD).orElseThrow();
    return new AccountEvent.MassReport(
            Fixture.ACCOUNT,
            List.of(status),
            List.of(fills),
            List.of(new Balance(cash.total(), Fixture.USD.zero())),
            trader.now(),
            trader.now())
        .describing(List.of(new AccountEvent.Described(status.orderId(), spec())));
  }

  private Money reserved() {
    return trader
        .core()
        .state()
        .portfolio()
        .balance(Fixture.ACCOUNT, Fixture.USD)
        .orElseThrow()
        .reserved();
  }

  private static List<String> notes(Turn turn) {
    List<String> notes = new ArrayList<>();
    for (TurnResult result : turn.results()) {
      if (result instanceof TurnResult.Noted noted) {
        notes.add(noted.text());
      }
    }
    return notes;
  }

  @Test
  void anEventOfAChangeThatNobodyHereAskedForIsTheTruthAndIsTold() {
    OrderChange less = OrderChange.quantity(Fixture.BTCUSD.quantity("0.4"));

    Turn turn = trader.on(new OrderReport.Updated(Fixture.ACCOUNT, id, "V-1", less, trader.now()));

    Order order = trader.order(id);
    assertThat(order.spec().quantity()).isEqualTo(Fixture.BTCUSD.quantity("0.4"));
    assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
    assertThat(reserved()).isEqualTo(Money.of("39.6792", Fixture.USD));
    assertThat(notes(turn)).anyMatch(each -> each.contains("changed at the venue, not by this"));
  }

  @Test
  void aReportWithOtherTermsIsTheTruthAndIsTold() {
    AccountEvent.MassReport report = report(listed(id, terms("2", "98.00")));

    Reconciliation dry = trader.core().reconciliation(report, false);
    Turn turn = trader.on(report);

    assertThat(dry.discrepancies()).hasSize(1);
    assertThat(trader.order(id).spec().quantity()).isEqualTo(Fixture.BTCUSD.quantity("2"));
    assertThat(trader.order(id).spec().price()).isEqualTo(Fixture.BTCUSD.price("98.00"));
    assertThat(reserved()).isEqualTo(Money.of("196.392", Fixture.USD));
    assertThat(notes(turn)).anyMatch(each -> each.contains("changed at the venue, not by this"));
  }

  @Test
  void theSameTermsAreNoNews() {
    AccountEvent.MassReport report = report(listed(id, terms("1", "99.00")));

    Reconciliation dry = trader.core().reconciliation(report, false);
    Turn turn = trader.on(report);

    assertThat(dry.discrepancies()).isEmpty();
    assertThat(notes(turn)).isEmpty();
  }

  @Test
  void aReportFromBeforeTheOrderMovedChangesNothing() {
    AccountEvent.MassReport old = report(listed(id, terms("1", "99.00")));
    trader.now(trader.now() + Fixture.SECOND);
    OrderChange less = OrderChange.quantity(Fixture.BTCUSD.quantity("0.4"));
    trader.on(new OrderReport.Updated(Fixture.ACCOUNT, id, "V-1", less, trader.now()));

    trader.on(old);

    assertThat(trader.order(id).spec().quantity()).isEqualTo(Fixture.BTCUSD.quantity("0.4"));
  }

  @Test
  void anOrderThatHasAnotherNameThereIsStillOursAndIsAskedFor() {
    AccountEvent.MassReport report = report(listed(WEB, terms("0.4", "99.00")));
    int before = trader.commands().size();

    trader.on(report);

    assertThat(trader.core().state().ledger().all()).hasSize(1);
    assertThat(trader.order(id).spec().quantity()).isEqualTo(Fixture.BTCUSD.quantity("0.4"));
    assertThat(trader.commands().subList(before, trader.commands().size()))
        .singleElement()
        .isInstanceOf(ExchangeCommand.Query.class);
  }

  @Test
  void executionsUnderTheOtherNameAreOurs() {
    Fill fill =
        new Fill(
            "T-1",
            WEB,
            Fixture.ACCOUNT,
            Fixture.BTCUSD,
            Side.BUY,
            Fixture.BTCUSD.price("99.00"),
            Fixture.BTCUSD.quantity("0.1"),
            Money.of("0", Fixture.USD),
            Liquidity.MAKER,
            trader.now(),
            false);
    OrderReport.Status partly =
        new OrderReport.Status(
            Fixture.ACCOUNT,
            WEB,
            "V-1",
            OrderStatus.PARTIALLY_FILLED,
            Fixture.BTCUSD.quantity("0.1"),
            Money.of("9.9", Fixture.USD),
            "",
            trader.now(),
            terms("0.4", "99.00"));
    AccountEvent.MassReport report = report(partly, fill);

    trader.on(report);
    trader.on(report);

    assertThat(trader.order(id).filled()).isEqualTo(Fixture.BTCUSD.quantity("0.1"));
    assertThat(trader.core().state().ledger().all()).hasSize(1);
  }

  @Test
  void anOrderWithoutANumberIsNotOneOfOursWithoutOne() {
    trader.on(new ControlEvent.Submit(spec(), "op"));
    ClientOrderId unanswered = trader.last().id();
    trader.sent(unanswered);
    trader.now(trader.now() + Fixture.SECOND);
    OrderReport.Status other =
        new OrderReport.Status(
            Fixture.ACCOUNT,
            WEB,
            null,
            OrderStatus.ACCEPTED,
            Fixture.BTCUSD.quantity("0"),
            Money.of("0", Fixture.USD),
            "",
            trader.now(),
            terms("0.4", "99.00"));

    trader.on(report(other));

    assertThat(trader.order(unanswered).status()).isEqualTo(OrderStatus.SUBMITTED);
    assertThat(trader.order(unanswered).spec().quantity()).isEqualTo(Fixture.BTCUSD.quantity("1"));
  }

  @Test
  void aNumberOfAnotherOrderIsNotOurs() {
    OrderReport.Status other =
        new OrderReport.Status(
            Fixture.ACCOUNT,
            WEB,
            "V-2",
            OrderStatus.ACCEPTED,
            Fixture.BTCUSD.quantity("0"),
            Money.of("0", Fixture.USD),
            "",
            trader.now(),
            terms("0.4", "99.00"));

    trader.on(report(other));

    assertThat(trader.order(id).spec().quantity()).isEqualTo(Fixture.BTCUSD.quantity("1"));
  }
}
