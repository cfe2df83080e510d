package dev.bourse.core;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTC;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Market orders for an amount of USD; free are 10,000 USD, the last price is 100.00. */
@Tag("N23")
class AmountOrderTest {
  private static final Money HUNDRED = Money.of("100", USD);

  private final Queue<Consumer<Orders>> wishes = new ArrayDeque<>();
  private final OnTrade strategy = OnTrade.granting(wishes);
  private final Fixture trader = new Fixture();

  private void begin(boolean venueTakesAmounts) {
    trader.running(strategy);
    trader.core().bindAccount(ACCOUNT, venue(venueTakesAmounts));
  }

  static Capabilities venue(boolean takesAmounts) {
    return Capabilities.builder(Duration.ofDays(1), true)
        .timesInForce(EnumSet.of(TimeInForce.GTC, TimeInForce.IOC))
        .orderTypes(EnumSet.of(OrderType.MARKET, OrderType.LIMIT))
        .postOnly(true)
        .amend(true)
        .quoteAmounts(takesAmounts)
        .build();
  }

  private Turn does(Consumer<Orders> wish) {
    wishes.add(wish);
    return trader.trade("100.00");
  }

  private ClientOrderId buys(Money amount) {
    does(orders -> orders.buyMarketFor(amount));
    return trader.last().id();
  }

  private ClientOrderId sells(Money amount) {
    does(orders -> orders.sellMarketFor(amount));
    return trader.last().id();
  }

  private void holds(String quantity) {
    does(orders -> orders.buyMarket(BTCUSD.quantity(quantity)));
    trader.accept(trader.last().id());
    trader.fill(trader.last().id(), quantity, "100.00", USD.zero());
  }

  private Money reserved(Currency currency) {
    return trader.core().state().portfolio().balance(ACCOUNT, currency).orElseThrow().reserved();
  }

  private Order sent() {
    List<ExchangeCommand> commands = trader.commands();
    return commands.get(commands.size() - 1).order();
  }

  private String denial() {
    return ((OrderOutcome.Denied) strategy.outcomes().get(strategy.outcomes().size() - 1)).reason();
  }

  @Test
  void sendsTheAmountAndReservesExactlyThat() {
    begin(true);

    buys(HUNDRED);

    assertThat(sent().spec().amount()).isEqualTo(HUNDRED);
    assertThat(sent().spec().quantity()).hasToString("1.0102");
    assertThat(reserved(USD)).isEqualTo(HUNDRED);
  }

  @Test
  void spendsAWholeBalance() {
    begin(true);

    buys(Money.of("10000", USD));

    assertThat(trader.last().status()).isEqualTo(OrderStatus.INITIALIZED);
    assertThat(reserved(USD)).isEqualTo(Money.of("10000", USD));
  }

  @Test
  void isFilledOnceWhatIsLeftPaysForNoStep() {
    begin(true);
    ClientOrderId id = buys(HUNDRED);
    trader.accept(id);

    trader.fill(id, "0.5", "100.00", USD.zero());
    Order half = trader.order(id);
    Money halfReserved = reserved(USD);
    trader.fill(id, "0.4999", "100.02", USD.zero());

    assertThat(half.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    assertThat(half.unusedAmount()).isEqualTo(Money.of("50", USD));
    assertThat(halfReserved).isEqualTo(Money.of("50", USD));
    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.FILLED);
    assertThat(trader.order(id).reason())
        .isEqualTo("AMOUNT_LEFT: left=0.00000200 USD of=100.00000000 USD");
    assertThat(reserved(USD)).isEqualTo(USD.zero());
  }

  @Test
  void isFilledWithoutARemarkIfNothingIsLeft() {
    begin(true);
    ClientOrderId id = buys(HUNDRED);
    trader.accept(id);

    trader.fill(id, "1", "100.00", USD.zero());

    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.FILLED);
    assertThat(trader.order(id).reason()).isEmpty();
  }

  @Test
  void isFilledWhenTheVenueSaysSo() {
    begin(true);
    ClientOrderId id = buys(HUNDRED);
    trader.accept(id);
    trader.fill(id, "0.9", "100.00", USD.zero());

    trader.on(filled(id, "0.9", "90"));

    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.FILLED);
    assertThat(trader.order(id).reason())
        .isEqualTo("AMOUNT_LEFT: left=10.00000000 USD of=100.00000000 USD");
    assertThat(reserved(USD)).isEqualTo(USD.zero());
  }

  private static OrderReport.Status filled(ClientOrderId id, String quantity, String notional) {
    return new OrderReport.Status(
        ACCOUNT,
        id,
        "v",
        OrderStatus.FILLED,
        BTCUSD.quantity(quantity),
        Money.of(notional, USD),
        "",
        1);
  }

  @Test
  void isFilledByTheAnswerToAQueryWhenEverythingElseWasLost() {
    begin(true);
    ClientOrderId id = buys(HUNDRED);
    trader.sent(id);
    trader.on(new OrderReport.AnswerLost(ACCOUNT, id, "timeout", 1));

    trader.on(filled(id, "0.99", "99"));

    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.FILLED);
    assertThat(trader.order(id).unknown()).isFalse();
    assertThat(trader.order(id).filled()).isEqualTo(BTCUSD.quantity("0.99"));
    assertThat(trader.order(id).unusedAmount()).isEqualTo(Money.of("1", USD));
  }

  @Test
  void saysItWhenTheVenueSpentMore() {
    begin(true);
    ClientOrderId id = buys(HUNDRED);
    trader.accept(id);

    Turn turn = trader.fill(id, "1.0001", "100.00", USD.zero());

    assertThat(turn.results())
        .filteredOn(TurnResult.Noted.class::isInstance)
        .singleElement()
        .satisfies(
            result -> {
              TurnResult.Noted note = (TurnResult.Noted) result;
              assertThat(note.level()).isEqualTo(Alert.Level.CRITICAL);
              assertThat(note.text()).contains("filled beyond its amount 100.00000000 USD");
            });
    assertThat(reserved(USD)).isEqualTo(USD.zero());
  }

  @Test
  void ordersAQuantityWhereTheVenueTakesNoAmounts() {
    begin(false);

    Turn turn = does(orders -> orders.buyMarketFor(Money.of("100.01", USD)));

    assertThat(sent().spec().amount()).isNull();
    assertThat(sent().spec().quantity()).hasToString("1.0001");
    assertThat(turn.results())
        .filteredOn(TurnResult.OrderApproved.class::isInstance)
        .singleElement()
        .satisfies(
            result ->
                assertThat(((TurnResult.OrderApproved) result).why().checks())
                    .startsWith(
                        "reckoned: amount=100.01000000 USD quantity=1.0001 at 100.00 because"
                            + " venue_amounts=false"));
  }

  @Test
  void sellsByAmountWhatWouldDoAtHalfThePrice() {
    begin(true);
    holds("2.0001");

    sells(HUNDRED);

    assertThat(sent().spec().amount()).isEqualTo(HUNDRED);
    assertThat(sent().spec().quantity()).hasToString("2.0001");
    assertThat(sent().entry()).isFalse();
    assertThat(reserved(BTC)).isEqualTo(Money.of("2.0001", BTC));
  }

  @Test
  void sellsAQuantityWhereAFallCouldSellMoreThanIsHeld() {
    begin(true);
    holds("2");

    sells(HUNDRED);

    assertThat(sent().spec().amount()).isNull();
    assertThat(sent().spec().quantity()).hasToString("1.0000");
    assertThat(reserved(BTC)).isEqualTo(Money.of("1", BTC));
  }

  @Test
  void sellsNothingThatIsNotHeld() {
    begin(true);
    holds("0.5");

    sells(HUNDRED);

    assertThat(denial()).startsWith("EXCEEDS_POSITION: quantity=1.0000 position=LONG 0.5000");
  }

  @Test
  void isDeniedWithoutAPrice() {
    begin(true);

    trader.on(new ControlEvent.Submit(OrderSpec.marketFor(BTCUSD, Side.BUY, HUNDRED), "op"));

    assertThat(trader.last().status()).isEqualTo(OrderStatus.DENIED);
    assertThat(trader.last().reason())
        .isEqualTo("NO_PRICE: instrument=BTCUSD.TEST amount=100.00000000 USD");
  }

  @Test
  void isDeniedWhereTheVenuesBoundsCouldBeBroken() {
    begin(true);

    buys(Money.of("0.01", USD));
    String least = denial();
    buys(Money.of("99000.01", USD));
    String most = denial();

    assertThat(least).isEqualTo("BELOW_MIN_QUANTITY: quantity=0.0000 at=101.00 minimum=0.0001");
    assertThat(most).isEqualTo("ABOVE_MAX_QUANTITY: quantity=1000.0001 at=99.00 maximum=1000.0000");
  }

  @Test
  void isDeniedWhereTheAmountIsBelowTheLeastNotionalOrNotThere() {
    begin(true);

    buys(Money.of("0.99", USD));
    String least = denial();
    buys(Money.of("10000.01", USD));
    String missing = denial();

    assertThat(least)
        .isEqualTo("BELOW_MIN_NOTIONAL: notional=0.99000000 USD minimum=1.00000000 USD");
    assertThat(missing)
        .isEqualTo("INSUFFICIENT_BALANCE: needed=10000.01000000 USD free=10000.00000000 USD");
  }

  @Test
  void isDeniedIfItIsLessThanOneStepHere() {
    begin(false);

    buys(Money.of("0.001", USD));

    assertThat(denial()).startsWith("BELOW_MIN_QUANTITY: quantity=0.0000");
  }

  @Test
  void hasNoQuantityThatCouldBeChanged() {
    begin(true);
    ClientOrderId id = buys(HUNDRED);
    trader.accept(id);

    Turn turn = does(orders -> orders.amend(id, OrderChange.quantity(BTCUSD.quantity("2"))));

    assertThat(turn.results())
        .filteredOn(TurnResult.AmendDenied.class::isInstance)
        .singleElement()
        .satisfies(
            result ->
                assertThat(((TurnResult.AmendDenied) result).reason())
                    .startsWith("INVALID_CHANGE: ")
                    .endsWith(
                        "an order for 100.00000000 USD has no quantity that could be changed"));
  }
}
