package dev.bourse.core;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTC;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.STRATEGY;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.Trade;
import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.model.TrailingUnit;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A flatten closes each position by itself, and never what an order of unknown fate may have. */
@Tag("F1")
@Tag("F3")
class FlattenTest {
  private static final Instrument OTHER = Fixture.instrument("ETHUSD.TEST");

  private final Fixture trader = atAVenueWithStops();

  private static Fixture atAVenueWithStops() {
    Fixture fixture = new Fixture().running(new Strategy() {});
    Capabilities capabilities =
        Capabilities.builder(Duration.ofDays(1), true)
            .orderTypes(EnumSet.allOf(OrderType.class))
            .timesInForce(EnumSet.allOf(TimeInForce.class))
            .postOnly(true)
            .amend(true)
            .trailingUnits(EnumSet.allOf(TrailingUnit.class))
            .linkedOrders(true)
            .build();
    fixture.core().bindAccount(ACCOUNT, capabilities);
    return fixture;
  }

  private Order submit(OrderSpec spec) {
    trader.on(new ControlEvent.Submit(spec, "op"));
    return trader.last();
  }

  private void buy() {
    trader.trade("100.00");
    Order order = submit(OrderSpec.market(BTCUSD, Side.BUY, BTCUSD.quantity("1")));
    trader.accept(order.id());
    trader.fill(order.id(), "1", "100.00", USD.zero());
  }

  private Order stop(String quantity) {
    Order stop =
        submit(
            OrderSpec.stop(BTCUSD, Side.SELL, BTCUSD.quantity(quantity), BTCUSD.price("90.00"))
                .reducing());
    trader.accept(stop.id());
    return stop;
  }

  private Order entry(Instrument instrument) {
    Order entry =
        submit(
            OrderSpec.limit(
                instrument, Side.BUY, instrument.quantity("1"), instrument.price("80.00")));
    trader.accept(entry.id());
    return entry;
  }

  private void otherTrades() {
    trader.on(new InstrumentListed(OTHER, trader.now()));
    trader.on(
        new Trade(
            OTHER,
            trader.now(),
            OTHER.price("100.00").raw(),
            OTHER.quantity("1").raw(),
            AggressorSide.UNKNOWN,
            null));
  }

  /** The venue took it and does not find it any more: nobody can say what became of it. */
  private void vanish(ClientOrderId id) {
    trader.on(new OrderReport.AnswerLost(ACCOUNT, id, "timeout", trader.now()));
    for (int i = 0; i < 3; i++) {
      trader.pass(Duration.ofSeconds(30));
      trader.on(new OrderReport.NotFound(ACCOUNT, id, trader.now(), trader.now()));
    }
  }

  private void canceled(Order order) {
    trader.on(new OrderReport.Canceled(ACCOUNT, order.id(), "asked", trader.now()));
  }

  private static List<String> notes(Turn turn) {
    return turn.results().stream()
        .filter(TurnResult.Noted.class::isInstance)
        .map(each -> ((TurnResult.Noted) each).text())
        .toList();
  }

  /** {@code Submit BTCUSD.TEST SELL MARKET 1.0000}, without what is only asked. */
  private List<String> sent(int from) {
    return trader.commands().stream()
        .skip(from)
        .filter(command -> !(command instanceof ExchangeCommand.Query))
        .map(
            command -> {
              OrderSpec spec = command.order().spec();
              return "%s %s %s %s %s"
                  .formatted(
                      command.getClass().getSimpleName(),
                      spec.instrument().id(),
                      spec.side(),
                      spec.type(),
                      spec.quantity());
            })
        .toList();
  }

  @Test
  void closesAPositionThoughTheFateOfAnOrderElsewhereIsUnknown() {
    buy();
    Order stop = stop("1");
    otherTrades();
    Order elsewhere = entry(OTHER);
    vanish(elsewhere.id());
    int before = trader.commands().size();

    trader.on(new ControlEvent.Flatten("op"));
    canceled(stop);

    assertThat(trader.order(elsewhere.id()).unknown()).isTrue();
    assertThat(sent(before))
        .contains(
            "Cancel BTCUSD.TEST SELL STOP_MARKET 1.0000", "Submit BTCUSD.TEST SELL MARKET 1.0000");
  }

  @Test
  void closesOnlyWhatNoOrderOfUnknownFateMayHaveClosed() {
    buy();
    Order stop = stop("0.4");
    vanish(stop.id());
    int before = trader.commands().size();

    trader.on(new ControlEvent.Flatten("op"));

    assertThat(sent(before)).contains("Submit BTCUSD.TEST SELL MARKET 0.6000");
    assertThat(sent(before)).doesNotContain("Submit BTCUSD.TEST SELL MARKET 1.0000");
  }

  @Test
  void leavesTheStopWhileAnEntryOfTheSamePositionMayStillFill() {
    buy();
    Order stop = stop("1");
    Order entry = entry(BTCUSD);
    int before = trader.commands().size();

    trader.on(new ControlEvent.Flatten("op"));
    List<String> first = sent(before);
    canceled(entry);
    List<String> then = sent(before);
    canceled(stop);

    assertThat(first).containsExactly("Cancel BTCUSD.TEST BUY LIMIT 1.0000");
    assertThat(then)
        .containsExactly(
            "Cancel BTCUSD.TEST BUY LIMIT 1.0000", "Cancel BTCUSD.TEST SELL STOP_MARKET 1.0000");
    assertThat(sent(before)).endsWith("Submit BTCUSD.TEST SELL MARKET 1.0000");
  }

  @Test
  @Tag("F3")
  void saysWhatIsLeftBecauseItIsTooLittleToBeSold() {
    trader.trade("100.00");
    Order order = submit(OrderSpec.market(BTCUSD, Side.BUY, BTCUSD.quantity("1")));
    trader.accept(order.id());
    trader.fill(order.id(), "1", "100.00", Money.of("0.00105", BTC));
    trader.on(new ControlEvent.Flatten("op"));
    Order close = trader.last();
    trader.accept(close.id());

    trader.fill(close.id(), "0.9989", "100.00", USD.zero());

    assertThat(trader.turns())
        .last()
        .extracting(turn -> notes(turn), InstanceOfAssertFactories.LIST)
        .contains(
            "flat: every position is closed, no order is live; too little to be sold is left:"
                + " 0.00005000 of BTCUSD.TEST");
  }

  @Test
  @Tag("F2")
  void leavesStopsWhereOnlyEntriesAreToBeCancelled() {
    buy();
    stop("1");
    entry(BTCUSD);
    int before = trader.commands().size();

    trader.on(new ControlEvent.CancelAll("op", STRATEGY, false));
    List<String> ofAnother = sent(before);
    trader.on(new ControlEvent.CancelAll("op", StrategyId.MANUAL, true));

    assertThat(ofAnother).isEmpty();
    assertThat(sent(before)).containsExactly("Cancel BTCUSD.TEST BUY LIMIT 1.0000");
    assertThat(trader.last().reason()).isEqualTo("all entries of manual, by op");
  }

  @Test
  @Tag("N7")
  void closesTheRestOnceAPersonAcceptsThatTheVenueDoesNotListTheOrder() {
    buy();
    Order stop = stop("1");
    vanish(stop.id());
    trader.on(new ControlEvent.Flatten("op"));
    int before = trader.commands().size();

    trader.on(new ControlEvent.Reconcile(true, "op"));
    trader.on(
        new AccountEvent.MassReport(
            ACCOUNT,
            List.of(),
            List.of(),
            List.of(
                new Balance(Money.of("9900", USD), USD.zero()),
                new Balance(Money.of("1", BTC), BTC.zero())),
            trader.now(),
            trader.now()));

    assertThat(trader.order(stop.id()).status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(trader.order(stop.id()).reason())
        .isEqualTo("LOST: accepted by a person, the venue does not list it");
    assertThat(sent(before)).contains("Submit BTCUSD.TEST SELL MARKET 1.0000");
  }
}
