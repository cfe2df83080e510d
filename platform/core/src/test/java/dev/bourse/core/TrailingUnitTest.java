package dev.bourse.core;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.OneBitcoin.ONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.model.TradingMode;
import dev.bourse.api.model.TrailingOffset;
import dev.bourse.api.model.TrailingUnit;
import dev.bourse.api.model.Trigger;
import dev.bourse.api.model.TriggerType;
import dev.bourse.core.settings.TraderSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 1 BTC was bought at 100.00; the venue trails by basis points only, as Binance spot does. */
@Tag("N25")
class TrailingUnitTest {
  private static final Set<TrailingUnit> BASIS_POINTS = EnumSet.of(TrailingUnit.BASIS_POINTS);

  private final OneBitcoin house = new OneBitcoin();

  static List<TrailingOffset> unknownThere() {
    return List.of(
        new TrailingOffset.ByTicks(500),
        new TrailingOffset.ByPrice(Price.of("5.00")),
        new TrailingOffset.ByShare(Rate.of("0.050005")));
  }

  private static Capabilities trailingBy(Set<TrailingUnit> units) {
    return Capabilities.builder(Duration.ofDays(1), true)
        .orderTypes(EnumSet.allOf(OrderType.class))
        .timesInForce(EnumSet.allOf(TimeInForce.class))
        .triggerTypes(EnumSet.of(TriggerType.MARK_PRICE))
        .trailingUnits(units)
        .build();
  }

  private static OrderSpec trailing(TrailingOffset offset) {
    return OrderSpec.trailingStop(BTCUSD, Side.SELL, ONE, offset);
  }

  private static Order asked(OneBitcoin of, Set<TrailingUnit> units, OrderSpec spec) {
    of.trader.core().bindAccount(ACCOUNT, trailingBy(units));
    ClientOrderId id = of.holds(spec);
    return of.trader.order(id);
  }

  private static OneBitcoin holdingNothing() {
    TraderSettings usual = Fixture.settings(List.of());
    return new OneBitcoin(
        new TraderSettings(
            usual.trader(),
            TradingMode.REPLAY,
            usual.accounts(),
            usual.riskModules(),
            usual.barGrace(),
            usual.inFlightInterval(),
            usual.inFlightThreshold(),
            usual.settle(),
            usual.keepClosed(),
            usual.cancelEntriesOnStop(),
            false,
            usual.orderRate(),
            usual.amendRate()));
  }

  @ParameterizedTest
  @MethodSource("unknownThere")
  void anOffsetThatTheVenueDoesNotTakeIsTrailedHere(TrailingOffset offset) {
    Order order = asked(house, BASIS_POINTS, trailing(offset));

    house.trader.trade("120.00");
    OrderStatus before = house.trader.order(order.id()).status();
    house.trader.trade("90.00");

    Order left = house.trader.order(order.id());
    assertThat(List.of(order.status(), before)).containsOnly(OrderStatus.EMULATED);
    assertThat(left.status()).isEqualTo(OrderStatus.RELEASED);
    assertThat(left.spec().type()).isEqualTo(OrderType.MARKET);
  }

  @Test
  void anOffsetThatTheVenueTakesRestsThere() {
    Order order = asked(house, BASIS_POINTS, trailing(TrailingOffset.basisPoints(500)));

    assertThat(order.status()).isEqualTo(OrderStatus.INITIALIZED);
    assertThat(order.spec().type()).isEqualTo(OrderType.TRAILING_STOP_MARKET);
  }

  @Test
  void aVenueOfAnyShareTakesBasisPointsToo() {
    Order order =
        asked(house, EnumSet.of(TrailingUnit.SHARE), trailing(TrailingOffset.basisPoints(500)));

    assertThat(order.status()).isEqualTo(OrderStatus.INITIALIZED);
  }

  /** Both offsets of a trailing stop-limit would have to be said there. */
  @Test
  void aLimitOffsetThatTheVenueDoesNotTakeKeepsTheOrderHereToo() {
    Order order =
        asked(
            house,
            BASIS_POINTS,
            OrderSpec.trailingStopLimit(
                BTCUSD,
                Side.SELL,
                ONE,
                TrailingOffset.basisPoints(500),
                new TrailingOffset.ByTicks(10)));

    assertThat(order.status()).isEqualTo(OrderStatus.EMULATED);
  }

  @Test
  void isDeniedWithWhatTheVenueTakesAndWhatToDoWhereNothingIsHeldHere() {
    Order order = asked(holdingNothing(), BASIS_POINTS, trailing(new TrailingOffset.ByTicks(500)));

    assertThat(order.status()).isEqualTo(OrderStatus.DENIED);
    assertThat(order.reason())
        .isEqualTo(
            "UNSUPPORTED_ORDER: trailing_offset=ByTicks[ticks=500] unit=TICKS"
                + " supported=[BASIS_POINTS]: say the offset in a unit that the venue takes, or let"
                + " the platform hold the order with protection=local in the trader's file");
  }

  /** The platform knows no mark price, so holding it here would be no way out. */
  @Test
  void isDeniedWhereOnlyTheVenueKnowsThePriceToTrail() {
    OrderSpec last = trailing(new TrailingOffset.ByTicks(500));
    Trigger trigger = Objects.requireNonNull(last.trigger(), "a trailing stop has a trigger");

    Order order = asked(house, BASIS_POINTS, last.withTrigger(trigger.by(TriggerType.MARK_PRICE)));

    assertThat(order.status()).isEqualTo(OrderStatus.DENIED);
    assertThat(order.reason())
        .endsWith("supported=[BASIS_POINTS]: say the offset in a unit that the venue takes");
  }

  /** What was recorded of it folds to the same state where the venue has come to take it. */
  @Test
  @Tag("N4")
  void whatIsHeldStaysHeldAfterARestartWhateverTheVenueTakesThen() {
    Order order = asked(house, BASIS_POINTS, trailing(new TrailingOffset.ByTicks(500)));
    house.trader.trade("120.00");

    TraderCore folded = new TraderCore(Fixture.settings(List.of()));
    folded.bindAccount(ACCOUNT, trailingBy(EnumSet.allOf(TrailingUnit.class)));
    List<String> differences = new ArrayList<>();
    house.trader.turns().forEach(turn -> differences.addAll(folded.replay(turn)));

    assertThat(differences).isEmpty();
    assertThat(folded.stateHash()).isEqualTo(house.trader.core().stateHash());
    assertThat(folded.state().held().triggerPrice(order.id())).isEqualTo(BTCUSD.price("115.00"));
  }
}
