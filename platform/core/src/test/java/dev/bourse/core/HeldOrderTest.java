package dev.bourse.core;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTC;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.SECOND;
import static dev.bourse.core.Fixture.USD;
import static dev.bourse.core.OneBitcoin.ONE;
import static dev.bourse.core.OneBitcoin.stopAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.Quote;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TrailingOffset;
import dev.bourse.api.model.Trigger;
import dev.bourse.api.model.TriggerType;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.decision.TurnRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A venue that has only market and limit orders; 1 BTC was bought at 100.00. */
@Tag("N25")
class HeldOrderTest {
  private final OneBitcoin house = new OneBitcoin();
  private final Fixture trader = house.trader;

  private List<String> statuses(ClientOrderId id, String prices) {
    List<String> all = new ArrayList<>();
    for (String price : prices.split(" ", -1)) {
      trader.trade(price);
      Order order = trader.order(id);
      all.add(order.status().isLive() && order.triggered() ? price : order.status().name());
    }
    return all;
  }

  @Test
  void aStopStaysHereUntilItsTriggerIsReachedAndLeavesAsAMarketOrder() {
    ClientOrderId id = house.holds(stopAt("95.00"));
    OrderStatus held = trader.order(id).status();

    trader.trade("95.01");
    OrderStatus near = trader.order(id).status();
    TurnRecord turn = house.trade("95.00");

    assertThat(List.of(held, near)).containsOnly(OrderStatus.EMULATED);
    assertThat(turn.commands()).hasSize(1);
    assertThat(turn.commands().get(0).order().spec().type()).isEqualTo(OrderType.MARKET);
    assertThat(turn.commands().get(0).orderId()).isEqualTo(id);
    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.RELEASED);
  }

  @ParameterizedTest(name = "{0} {1} trigger {2}, prices {3}: leaves at {4}")
  @CsvSource({
    "STOP_MARKET,       SELL, 95.00,  96.00 95.01 94.00 93.00,  94.00",
    "STOP_MARKET,       BUY,  105.00, 104.99 105.00 106.00,     105.00",
    "MARKET_IF_TOUCHED, SELL, 105.00, 104.99 107.00 100.00,     107.00",
    "MARKET_IF_TOUCHED, BUY,  95.00,  95.01 95.00 94.00,        95.00",
  })
  void eachKindLooksInItsOwnDirection(
      OrderType type, Side side, String trigger, String prices, String leavesAt) {
    Price price = BTCUSD.price(trigger);
    OrderSpec spec =
        type == OrderType.STOP_MARKET
            ? OrderSpec.stop(BTCUSD, side, ONE, price)
            : OrderSpec.ifTouched(BTCUSD, side, ONE, price);
    ClientOrderId id = house.holds(spec);

    List<String> seen = statuses(id, prices);

    assertThat(seen).contains(leavesAt);
    assertThat(seen.subList(0, seen.indexOf(leavesAt))).containsOnly("EMULATED");
  }

  @Test
  void aStopLimitLeavesWithItsLimit() {
    ClientOrderId id =
        house.holds(
            OrderSpec.stopLimit(
                BTCUSD, Side.SELL, ONE, BTCUSD.price("95.00"), BTCUSD.price("94.50")));

    trader.trade("94.90");

    OrderSpec sent = trader.order(id).spec();
    assertThat(sent.type()).isEqualTo(OrderType.LIMIT);
    assertThat(sent.price()).isEqualTo(BTCUSD.price("94.50"));
    assertThat(sent.trigger()).isNull();
  }

  @Test
  void aTrailingStopFollowsTheBestPriceAndNeverGoesBack() {
    ClientOrderId id =
        house.holds(
            OrderSpec.trailingStop(BTCUSD, Side.SELL, ONE, TrailingOffset.basisPoints(500)));

    List<String> seen = statuses(id, "100.00 110.00 106.00 120.00 114.01 114.00");

    assertThat(seen)
        .containsExactly("EMULATED", "EMULATED", "EMULATED", "EMULATED", "EMULATED", "114.00");
  }

  /** The venue's own example: last 40,000, activation 44,000, 500 basis points. */
  @Test
  void aTrailingBuyStartsAtItsActivationPrice() {
    Trigger trigger =
        Trigger.trailing(TrailingOffset.basisPoints(500)).withPrice(BTCUSD.price("144.00"));
    ClientOrderId id =
        house.holds(
            OrderSpec.trailingStop(BTCUSD, Side.BUY, ONE, TrailingOffset.basisPoints(500))
                .withTrigger(trigger));

    List<String> seen = statuses(id, "140.00 137.00 144.00 146.00 142.00 149.09 149.10");

    assertThat(seen.subList(0, 6)).containsOnly("EMULATED");
    assertThat(seen.get(6)).isEqualTo("149.10");
  }

  @Test
  void aTrailingStopLimitTakesItsLimitFromTheTrigger() {
    ClientOrderId id =
        house.holds(
            OrderSpec.trailingStopLimit(
                BTCUSD,
                Side.SELL,
                ONE,
                new TrailingOffset.ByTicks(500),
                new TrailingOffset.ByPrice(Price.of("0.5"))));

    trader.trade("110.00");
    trader.trade("104.00");

    assertThat(trader.order(id).spec().price()).isEqualTo(BTCUSD.price("104.50"));
  }

  @Test
  void aDoubleTriggerNeedsTwoPricesInARow() {
    OrderSpec spec =
        stopAt("95.00").withTrigger(Trigger.at(BTCUSD.price("95.00")).by(TriggerType.DOUBLE_LAST));
    ClientOrderId id = house.holds(spec);

    List<String> seen = statuses(id, "94.00 96.00 94.00 93.00");

    assertThat(seen).containsExactly("EMULATED", "EMULATED", "EMULATED", "93.00");
  }

  @Test
  void theQuoteCountsOnTheSideThatWouldFill() {
    ClientOrderId id =
        house.holds(
            stopAt("95.00").withTrigger(Trigger.at(BTCUSD.price("95.00")).by(TriggerType.BID_ASK)));

    trader.trade("90.00");
    OrderStatus afterTrade = trader.order(id).status();
    trader.on(new Quote(BTCUSD, trader.now(), 9_501, 1, 9_502, 1));
    OrderStatus above = trader.order(id).status();
    trader.on(new Quote(BTCUSD, trader.now(), 9_500, 1, 9_700, 1));

    assertThat(List.of(afterTrade, above)).containsOnly(OrderStatus.EMULATED);
    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.RELEASED);
  }

  @Test
  void aBarThatTouchedTheTriggerSetsItOff() {
    ClientOrderId id = house.holds(stopAt("95.00"));

    long close = trader.now() + 60 * SECOND;
    trader.at(
        close,
        new Bar(BTCUSD, BarInterval.of("1m"), close, 10_000, 10_100, 9_400, 9_900, 5, false));

    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.RELEASED);
  }

  @Test
  void theOwnerHearsOfTheRelease() {
    ClientOrderId id = house.holds(stopAt("95.00"));

    trader.trade("94.00");

    assertThat(house.strategy.outcomes().get(house.strategy.outcomes().size() - 1))
        .isEqualTo(new OrderOutcome.Sent(id));
  }

  @Test
  void cancelsAHeldOrderAtOnceAndTellsItsOwner() {
    ClientOrderId id = house.holds(stopAt("95.00"));

    Turn turn = house.does(orders -> orders.cancel(id));

    assertThat(turn.results())
        .containsExactly(new TurnResult.HeldOrderEnded(id, OrderStatus.CANCELED, "by strategy s1"));
    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(house.strategy.outcomes().get(house.strategy.outcomes().size() - 1))
        .isInstanceOf(OrderOutcome.Ended.class);
    trader.trade("90.00");
    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.CANCELED);
  }

  @Test
  void saysThatAPositionIsUnprotectedWhenTheVenueWouldNotTakeItsStop() {
    ClientOrderId id = house.holds(stopAt("95.00"));
    trader.on(new InstrumentListed(takesAtLeast("2"), trader.now()));

    Turn turn = trader.trade("94.00");

    String denial = "BELOW_MIN_QUANTITY: quantity=1.0000 minimum=2.0000";
    assertThat(turn.results())
        .containsExactly(
            new TurnResult.HeldOrderEnded(id, OrderStatus.DENIED, denial),
            new TurnResult.Noted(
                Alert.Level.CRITICAL,
                "UNPROTECTED: order "
                    + id
                    + ", SELL 1.0000 of BTCUSD.TEST, was denied when its trigger was passed: "
                    + denial
                    + ". The position stays; close it by hand or place a new stop"));
  }

  private static Instrument takesAtLeast(String quantity) {
    return new Instrument(
        BTCUSD.id(),
        2,
        BTC,
        USD,
        BTCUSD.tickSize(),
        BTCUSD.stepSize(),
        BTCUSD.quantity(quantity),
        BTCUSD.maxQuantity(),
        BTCUSD.minNotional(),
        BTCUSD.makerFee(),
        BTCUSD.takerFee(),
        true);
  }

  @Test
  void aStopOfAHaltedTraderStillLeaves() {
    ClientOrderId id = house.holds(stopAt("95.00"));
    trader.on(new ControlEvent.Halt("test", "op"));

    trader.trade("94.00");

    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.RELEASED);
  }

  @Test
  void aHeldEntryOfAHaltedTraderEndsAndNeverBuys() {
    ClientOrderId id = house.holds(OrderSpec.stop(BTCUSD, Side.BUY, ONE, BTCUSD.price("105.00")));
    trader.on(new ControlEvent.Halt("test", "op"));

    trader.trade("106.00");

    assertThat(trader.order(id).status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(trader.core().state().held().isEmpty()).isTrue();
  }

  @Test
  void whatItWillSellCannotBeSoldByAnother() {
    house.holds(stopAt("95.00"));

    house.does(orders -> orders.sellLimit(BTCUSD.quantity("0.5"), BTCUSD.price("101.00")));

    assertThat(trader.last().reason())
        .isEqualTo("EXCEEDS_POSITION: quantity=0.5000 position=LONG 1.00000000 live_exits=1.0000");
  }

  @Test
  void reservesWhatItWillSell() {
    house.holds(stopAt("95.00"));

    Money reserved =
        trader.core().state().portfolio().balance(ACCOUNT, BTC).orElseThrow().reserved();

    assertThat(reserved).isEqualTo(Money.of("1", BTC));
  }

  @Test
  @Tag("N4")
  void aRestartFindsWhatItHasSeen() {
    ClientOrderId id =
        house.holds(
            OrderSpec.trailingStop(BTCUSD, Side.SELL, ONE, TrailingOffset.basisPoints(500)));
    trader.trade("120.00");

    TraderCore again = TraderCore.restore(Fixture.settings(List.of()), trader.core().save());
    TraderCore folded = new TraderCore(Fixture.settings(List.of()));
    List<String> differences = new ArrayList<>();
    trader.turns().forEach(turn -> differences.addAll(folded.replay(turn)));

    assertThat(again.stateHash()).isEqualTo(trader.core().stateHash());
    assertThat(folded.stateHash()).isEqualTo(trader.core().stateHash());
    assertThat(differences).isEmpty();
    assertThat(again.state().held().triggerPrice(id)).isEqualTo(BTCUSD.price("114.00"));
  }

  /** Every turn of a life with releases, cancels and expiry folds to the same state. */
  @Test
  @Tag("N4")
  void theRecordFoldsToTheSameState() {
    ClientOrderId first = house.holds(stopAt("95.00"));
    trader.trade("94.00");
    trader.accept(first);
    trader.fill(first, "1", "94.00", Money.of("0.188", USD));
    ClientOrderId second =
        house.holds(OrderSpec.stop(BTCUSD, Side.BUY, ONE, BTCUSD.price("105.00")));
    house.does(orders -> orders.cancel(second));
    house.holds(OrderSpec.stop(BTCUSD, Side.BUY, ONE, BTCUSD.price("107.00")));

    TraderCore folded = new TraderCore(Fixture.settings(List.of()));
    trader.turns().forEach(folded::replay);

    assertThat(folded.stateHash()).isEqualTo(trader.core().stateHash());
    assertThat(trader.core().state().ledger().all())
        .extracting(Order::status)
        .containsExactly(
            OrderStatus.FILLED, OrderStatus.FILLED, OrderStatus.CANCELED, OrderStatus.EMULATED);
  }
}
