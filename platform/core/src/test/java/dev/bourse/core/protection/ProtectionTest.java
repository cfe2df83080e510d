package dev.bourse.core.protection;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.model.TrailingUnit;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.api.trader.Safeguards.UnprotectedView;
import dev.bourse.core.Fixture;
import dev.bourse.core.TraderCore;
import dev.bourse.core.settings.Guards;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No position is longer without its declared stop than {@code protect.within}. */
@Tag("P23")
class ProtectionTest {
  private static final Duration WITHIN = Duration.ofSeconds(10);

  private Fixture trader = trader(true);

  private static Fixture trader(boolean close) {
    Fixture fixture =
        new Fixture(
            new TraderCore(
                Fixture.settings(List.of())
                    .withGuards(new Guards(List.of(), WITHIN.toNanos(), close))));
    fixture.running(new Strategy() {});
    fixture.core().bindAccount(ACCOUNT, venue());
    fixture.trade("100.00");
    return fixture;
  }

  private static Capabilities venue() {
    return Capabilities.builder(Duration.ofDays(1), true)
        .orderTypes(EnumSet.allOf(OrderType.class))
        .timesInForce(EnumSet.allOf(TimeInForce.class))
        .postOnly(true)
        .amend(true)
        .trailingUnits(EnumSet.allOf(TrailingUnit.class))
        .linkedOrders(true)
        .build();
  }

  private Order submit(OrderSpec spec) {
    trader.on(new ControlEvent.Submit(spec, "op"));
    return trader.last();
  }

  private void buy() {
    Order order = submit(OrderSpec.market(BTCUSD, Side.BUY, BTCUSD.quantity("1")));
    trader.accept(order.id());
    trader.fill(order.id(), "1", "100.00", USD.zero());
  }

  private Order stop() {
    OrderSpec spec =
        OrderSpec.stop(BTCUSD, Side.SELL, BTCUSD.quantity("1"), BTCUSD.price("90.00")).reducing();
    return submit(spec);
  }

  private void reject(Order order) {
    trader.on(new OrderReport.Rejected(ACCOUNT, order.id(), "no", trader.now()));
  }

  private void canceled(ClientOrderId id) {
    trader.on(new OrderReport.Canceled(ACCOUNT, id, "asked", trader.now()));
  }

  private List<String> notes(Alert.Level level) {
    return trader.turns().stream()
        .map(Turn::results)
        .flatMap(List::stream)
        .filter(each -> each instanceof TurnResult.Noted noted && noted.level() == level)
        .map(each -> ((TurnResult.Noted) each).text())
        .toList();
  }

  private List<UnprotectedView> unprotected() {
    return trader.core().view(Map.of(), Map.of(), "").safeguards().late();
  }

  /** {@code Submit SELL MARKET 1.0000}, newest last, from the given command on. */
  private List<String> sent(int from) {
    return trader.commands().stream()
        .skip(from)
        .map(
            command ->
                command.getClass().getSimpleName()
                    + " "
                    + command.order().spec().side()
                    + " "
                    + command.order().spec().type())
        .toList();
  }

  @Test
  void tellsPeopleAndClosesAPositionWhoseStopTheVenueRefused() {
    buy();
    Order stop = stop();
    reject(stop);
    int before = trader.commands().size();

    trader.pass(WITHIN.minusMillis(1));
    List<UnprotectedView> early = unprotected();
    trader.pass(Duration.ofMillis(1));

    String sentence =
        "UNPROTECTED: LONG 1.0000 of BTCUSD.TEST, strategy manual, account acct, has had no working"
            + " stop for 10 s: stop "
            + stop.id()
            + " is REJECTED: no. It is being closed at the market";
    assertThat(early).isEmpty();
    assertThat(notes(Alert.Level.CRITICAL)).containsExactly(sentence);
    assertThat(sent(before)).containsExactly("Submit SELL MARKET");
    assertThat(unprotected()).extracting(UnprotectedView::why).containsExactly(sentence);
  }

  @Test
  @Tag("B7")
  void aStopThatTheAdapterDeniedLeavesThePositionUnprotectedAsARejectedOneDoes() {
    buy();
    Order stop = stop();
    trader.sent(stop.id());
    trader.on(
        new OrderReport.Denied(ACCOUNT, stop.id(), "PRICE_FILTER: stopPrice=90.00", trader.now()));
    int before = trader.commands().size();

    trader.pass(WITHIN);

    assertThat(notes(Alert.Level.CRITICAL))
        .singleElement()
        .asString()
        .startsWith("UNPROTECTED: LONG 1.0000 of BTCUSD.TEST")
        .contains("stop " + stop.id() + " is DENIED: PRICE_FILTER: stopPrice=90.00.");
    assertThat(sent(before)).containsExactly("Submit SELL MARKET");
  }

  @Test
  void aPositionThatNeverHadAStopIsNotClosedForABracketThatWasDenied() {
    buy();
    OrderSpec entry =
        OrderSpec.limit(BTCUSD, Side.BUY, BTCUSD.quantity("1"), BTCUSD.price("100.00"));
    trader.on(new ControlEvent.Pause("op"));
    int before = trader.commands().size();

    trader.on(
        new ControlEvent.SubmitList(
            OrderList.bracket(entry, BTCUSD.price("110.00"), BTCUSD.price("90.00")), "op"));
    trader.pass(WITHIN.multipliedBy(2));

    assertThat(
            trader.turns().stream()
                .map(Turn::results)
                .flatMap(List::stream)
                .filter(TurnResult.OrderDenied.class::isInstance))
        .hasSize(3);
    assertThat(notes(Alert.Level.CRITICAL)).isEmpty();
    assertThat(sent(before)).isEmpty();
    assertThat(unprotected()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = OrderStatus.class,
      names = {"REJECTED", "DENIED", "CANCELED"})
  void aPositionThatNeverHadAStopIsNotClosedForABracketWhoseEntryEndsUnfilled(OrderStatus end) {
    buy();
    OrderSpec entry =
        OrderSpec.limit(BTCUSD, Side.BUY, BTCUSD.quantity("1"), BTCUSD.price("100.00"));
    trader.on(
        new ControlEvent.SubmitList(
            OrderList.bracket(entry, BTCUSD.price("110.00"), BTCUSD.price("90.00")), "op"));
    ClientOrderId id =
        trader.core().state().ledger().live().stream()
            .filter(order -> order.spec().side() == Side.BUY)
            .map(Order::id)
            .findFirst()
            .orElseThrow();
    trader.sent(id);
    int before = trader.commands().size();

    trader.on(
        switch (end) {
          case REJECTED -> new OrderReport.Rejected(ACCOUNT, id, "-2010: no funds", trader.now());
          case DENIED -> new OrderReport.Denied(ACCOUNT, id, "LOT_SIZE: max=1", trader.now());
          default -> new OrderReport.Canceled(ACCOUNT, id, "CANCELED", trader.now());
        });
    trader.pass(WITHIN.multipliedBy(2));

    assertThat(trader.order(id).status()).isEqualTo(end);
    assertThat(trader.core().state().ledger().live()).isEmpty();
    assertThat(notes(Alert.Level.CRITICAL)).isEmpty();
    assertThat(sent(before)).isEmpty();
    assertThat(unprotected()).isEmpty();
  }

  @Test
  void isOverWhenThePositionIsClosed() {
    buy();
    reject(stop());
    trader.pass(WITHIN);
    Order closing = trader.last();

    trader.accept(closing.id());
    trader.fill(closing.id(), "1", "99.00", USD.zero());

    assertThat(unprotected()).isEmpty();
    assertThat(trader.core().state().protection().all()).isEmpty();
    assertThat(notes(Alert.Level.INFO))
        .containsExactly(
            "position of strategy manual in BTCUSD.TEST on account acct is not unprotected any"
                + " more: it is closed");
  }

  @Test
  void triesAgainAMomentLaterWhenTheVenueRefusesToCloseIt() {
    buy();
    reject(stop());
    trader.pass(WITHIN);
    int before = trader.commands().size();

    reject(trader.last());
    List<String> atOnce = sent(before);
    trader.pass(Duration.ofSeconds(2));

    assertThat(atOnce).isEmpty();
    assertThat(sent(before)).containsExactly("Submit SELL MARKET");
  }

  @Test
  void cancelsWhatIsLeftOfABracketBeforeItCloses() {
    List<ClientOrderId> ids = bracket();
    trader.fill(ids.get(0), "1", "100.00", USD.zero());
    trader.accept(ids.get(1));
    reject(trader.order(ids.get(2)));
    int before = trader.commands().size();

    trader.pass(WITHIN);
    List<String> first = sent(before);
    canceled(ids.get(1));

    assertThat(first).containsExactly("Cancel SELL LIMIT");
    assertThat(sent(before)).containsExactly("Cancel SELL LIMIT", "Submit SELL MARKET");
  }

  /** Buy one, take the profit at 110.00, stop the loss at 90.00; the entry works. */
  private List<ClientOrderId> bracket() {
    OrderSpec entry =
        OrderSpec.limit(BTCUSD, Side.BUY, BTCUSD.quantity("1"), BTCUSD.price("100.00"));
    OrderList bracket = OrderList.bracket(entry, BTCUSD.price("110.00"), BTCUSD.price("90.00"));
    trader.on(new ControlEvent.SubmitList(bracket, "op"));
    List<ClientOrderId> ids = trader.core().state().ledger().all().stream().map(Order::id).toList();
    trader.accept(ids.get(0));
    return ids;
  }

  @Test
  void twoStopsOfOnePositionDoNotStandInForEachOther() {
    buy();
    OrderSpec half =
        OrderSpec.stop(BTCUSD, Side.SELL, BTCUSD.quantity("0.5"), BTCUSD.price("90.00")).reducing();
    Order first = submit(half);
    trader.accept(first.id());
    Order second = submit(half);
    trader.accept(second.id());
    canceled(second.id());
    trader.pass(WITHIN.minusMillis(1));
    List<String> early = notes(Alert.Level.CRITICAL);

    trader.pass(Duration.ofMillis(1));

    assertThat(early).isEmpty();
    assertThat(notes(Alert.Level.CRITICAL)).hasSize(1);
    assertThat(notes(Alert.Level.CRITICAL).get(0)).contains("stop " + second.id() + " is CANCELED");
  }

  @Test
  void aStopThatDidNotGrowWithItsPositionIsTooSmall() {
    List<ClientOrderId> ids = bracket();
    trader.fill(ids.get(0), "0.4", "100.00", USD.zero());
    trader.accept(ids.get(1));
    trader.accept(ids.get(2));
    trader.pass(WITHIN);
    List<String> before = notes(Alert.Level.CRITICAL);

    trader.fill(ids.get(0), "0.6", "100.00", USD.zero());
    trader.pass(WITHIN);

    assertThat(before).isEmpty();
    assertThat(notes(Alert.Level.CRITICAL))
        .anyMatch(
            each ->
                each.contains(
                    "stop " + ids.get(2) + " is PENDING_UPDATE for 0.4000 instead of 1.0000"));
  }

  @Test
  void aBracketWhoseTargetSellsInPartsIsLeftAlone() {
    List<ClientOrderId> ids = bracket();
    trader.fill(ids.get(0), "1", "100.00", USD.zero());
    trader.accept(ids.get(1));
    trader.accept(ids.get(2));

    trader.fill(ids.get(1), "0.5", "110.00", USD.zero());
    trader.pass(Duration.ofMinutes(1));
    trader.fill(ids.get(1), "0.5", "110.00", USD.zero());
    canceled(ids.get(2));
    trader.pass(Duration.ofMinutes(1));

    assertThat(notes(Alert.Level.CRITICAL)).isEmpty();
    assertThat(trader.core().state().protection().all()).isEmpty();
  }

  @Test
  void aStopWithoutAnAnswerDoesNotCount() {
    buy();
    Order stop = stop();
    trader.sent(stop.id());
    int before = trader.commands().size();

    trader.pass(WITHIN);
    List<String> first = sent(before);
    canceled(stop.id());

    assertThat(first).contains("Cancel SELL STOP_MARKET").doesNotContain("Submit SELL MARKET");
    assertThat(sent(before)).endsWith("Submit SELL MARKET");
    assertThat(notes(Alert.Level.CRITICAL)).hasSize(1);
    assertThat(notes(Alert.Level.CRITICAL).get(0))
        .contains("for 10 s: stop " + stop.id() + " is SUBMITTED. It is being closed");
  }

  @Test
  void leavesAPositionAloneWhoseStopWorks() {
    buy();
    Order stop = stop();
    trader.accept(stop.id());

    trader.pass(Duration.ofMinutes(1));

    assertThat(notes(Alert.Level.CRITICAL)).isEmpty();
    assertThat(unprotected()).isEmpty();
  }

  @Test
  void leavesAPositionAloneThatNeverHadAStopOrWhoseOwnerTookItBack() {
    buy();
    trader.pass(Duration.ofMinutes(1));
    Order stop = stop();
    trader.accept(stop.id());
    trader.on(new ControlEvent.Cancel(stop.id(), "op"));
    canceled(stop.id());

    trader.pass(Duration.ofMinutes(1));

    assertThat(notes(Alert.Level.CRITICAL)).isEmpty();
    assertThat(unprotected()).isEmpty();
  }

  @Test
  void aStopThatTheVenueEndsByItselfIsLost() {
    buy();
    Order stop = stop();
    trader.accept(stop.id());
    canceled(stop.id());

    trader.pass(WITHIN);

    assertThat(notes(Alert.Level.CRITICAL)).hasSize(1);
    assertThat(notes(Alert.Level.CRITICAL).get(0)).contains(stop.id() + " is CANCELED: asked");
  }

  @Test
  void withAlertItOnlyTellsAndAddsNothingToThePositionUntilANewStopWorks() {
    trader = trader(false);
    buy();
    reject(stop());
    trader.pass(WITHIN);
    int before = trader.commands().size();

    Order denied = submit(OrderSpec.market(BTCUSD, Side.BUY, BTCUSD.quantity("1")));
    Order second = stop();
    trader.accept(second.id());
    Order approved = submit(OrderSpec.market(BTCUSD, Side.BUY, BTCUSD.quantity("1")));

    assertThat(notes(Alert.Level.CRITICAL)).hasSize(1);
    assertThat(notes(Alert.Level.CRITICAL).get(0))
        .endsWith("is REJECTED: no. Close it by hand or place a new stop");
    assertThat(denied.reason()).startsWith("UNPROTECTED: strategy=manual because=");
    assertThat(unprotected()).isEmpty();
    assertThat(approved.reason()).isEmpty();
    assertThat(sent(before)).containsExactly("Submit SELL STOP_MARKET", "Submit BUY MARKET");
  }

  @Test
  void closesNothingBlindlyWhileTheVenueIsAway() {
    buy();
    Order stop = stop();
    trader.sent(stop.id());
    trader.on(new ConnectionChanged(ACCOUNT, false, "cut", trader.now()));
    int before = trader.commands().size();

    trader.pass(WITHIN.multipliedBy(3));
    trader.on(new ConnectionChanged(ACCOUNT, true, "", trader.now()));
    trader.on(new OrderReport.Accepted(ACCOUNT, stop.id(), "v", trader.now()));
    trader.report("9900");

    assertThat(notes(Alert.Level.CRITICAL))
        .filteredOn(each -> each.startsWith("UNPROTECTED"))
        .singleElement()
        .asString()
        .endsWith("once the venue is reached and compared, unless its stop works then");
    assertThat(sent(before)).filteredOn(each -> !each.startsWith("Query")).isEmpty();
    assertThat(unprotected()).isEmpty();
  }

  @Test
  @Tag("K11")
  void aRestartGoesOnWhereItWas() {
    buy();
    reject(stop());
    TraderCore restored =
        TraderCore.restore(trader.core().state().settings(), trader.core().save());
    restored.bindAccount(ACCOUNT, venue());
    Fixture after = new Fixture(restored);
    restored.bindAccount(ACCOUNT, venue());
    after.now(trader.now());

    trader.pass(WITHIN);
    after.pass(WITHIN);

    assertThat(restored.stateHash()).isEqualTo(trader.core().stateHash());
    assertThat(after.commands().stream().map(ExchangeCommand::orderId))
        .containsExactly(trader.last().id());
  }
}
