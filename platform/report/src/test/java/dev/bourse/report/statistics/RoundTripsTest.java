package dev.bourse.report.statistics;

import static dev.bourse.api.model.Side.BUY;
import static dev.bourse.api.model.Side.SELL;
import static dev.bourse.report.RunBuilder.BTCUSD;
import static dev.bourse.report.RunBuilder.STRATEGY;
import static dev.bourse.report.RunBuilder.time;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.StrategyId;
import dev.bourse.report.RunBuilder;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundTripsTest {
  private final RunBuilder run = new RunBuilder();

  @Test
  void endWhenThePositionIsSoldWhole() {
    run.filled("01:00", BUY, "0.5", "800.00", "1.00 USD");
    run.filled("03:00", SELL, "0.5", "810.00", "1.01 USD");

    List<RoundTrip> trips = RoundTrips.of(run.build());

    assertThat(trips).hasSize(1);
    RoundTrip trip = trips.get(0);
    assertThat(trip.strategy()).isEqualTo(STRATEGY);
    assertThat(trip.instrument()).isEqualTo(BTCUSD);
    assertThat(trip.side()).isEqualTo(PositionSide.LONG);
    assertThat(trip.openedAt()).isEqualTo(time("01:00"));
    assertThat(trip.closedAt()).isEqualTo(time("03:00"));
    assertThat(trip.open()).isFalse();
    assertThat(trip.profit()).isEqualByComparingTo("2.99");
    assertThat(trip.profitShare()).isEqualTo(0.007475);
    assertThat(trip.entryPrice().orElseThrow()).isEqualByComparingTo("800");
    assertThat(trip.exitPrice().orElseThrow()).isEqualByComparingTo("810");
  }

  @Test
  void collectPartsOfOneOrder() {
    run.order("a", BUY, "0.5", OrderStatus.FILLED, "800.00");
    run.fill("01:00", "a", BUY, "0.2", "800.00", "0 USD");
    run.fill("01:01", "a", BUY, "0.3", "801.00", "0 USD");
    run.order("b", SELL, "0.5", OrderStatus.FILLED, "810.00");
    run.fill("02:00", "b", SELL, "0.4995", "810.00", "0 USD");
    run.fill("02:01", "b", SELL, "0.0005", "809.00", "0 USD");

    List<RoundTrip> trips = RoundTrips.of(run.build());

    assertThat(trips).hasSize(1);
    assertThat(trips.get(0).entryPrice().orElseThrow()).isEqualByComparingTo("800.6");
    assertThat(trips.get(0).profit()).isEqualByComparingTo("4.6995");
    assertThat(trips.get(0).closedAt()).isEqualTo(time("02:01"));
  }

  @Test
  void countAFeeChargedInBaseOnce() {
    run.filled("01:00", BUY, "1.0", "800.00", "0.001 BTC");
    run.filled("02:00", SELL, "0.999", "810.00", "0.81 USD");

    List<RoundTrip> trips = RoundTrips.of(run.build());

    assertThat(trips).hasSize(1);
    assertThat(trips.get(0).fees()).isEqualByComparingTo("0.81");
    assertThat(trips.get(0).profit()).isEqualByComparingTo("8.38");
  }

  @Test
  void leaveDustToTheNextOne() {
    run.filled("01:00", BUY, "0.5", "800.00", "0.0005 BTC");
    run.filled("02:00", SELL, "0.499", "800.00", "0 USD");
    run.filled("03:00", BUY, "0.5", "700.00", "0 USD");
    run.filled("04:00", SELL, "0.5005", "700.00", "0 USD");

    List<RoundTrip> trips = RoundTrips.of(run.build());

    assertThat(trips).extracting(RoundTrip::open).containsExactly(false, false);
    assertThat(trips.get(0).profit()).isEqualByComparingTo("-0.8");
    assertThat(trips.get(1).profit()).isEqualByComparingTo("0.35");
  }

  @Test
  void splitAFillThatGoesThroughZero() {
    run.filled("01:00", BUY, "1.0", "800.00", "0 USD");
    run.filled("02:00", SELL, "3.0", "820.00", "3.00 USD");
    run.filled("03:00", BUY, "2.0", "790.00", "2.00 USD");

    List<RoundTrip> trips = RoundTrips.of(run.build());

    assertThat(trips)
        .extracting(RoundTrip::side)
        .containsExactly(PositionSide.LONG, PositionSide.SHORT);
    assertThat(trips.get(0).profit()).isEqualByComparingTo("19");
    assertThat(trips.get(1).fees()).isEqualByComparingTo("4");
    assertThat(trips.get(1).profit()).isEqualByComparingTo("56");
  }

  @Test
  void valueAnOpenRestAtTheLastClose() {
    run.filled("01:00", BUY, "1.0", "800.00", "2.00 USD");
    run.filled("02:00", SELL, "0.4", "820.00", "1.00 USD");
    run.bar("09:00", "810.00", "812.00", "809.00", "811.00");

    List<RoundTrip> trips = RoundTrips.of(run.build());

    assertThat(trips).hasSize(1);
    assertThat(trips.get(0).open()).isTrue();
    assertThat(trips.get(0).closedAt()).isEqualTo(time("10:00"));
    assertThat(trips.get(0).profit()).isEqualByComparingTo("11.6");
  }

  @Test
  void addUpToTheCashThatMoved() {
    run.filled("01:00", BUY, "0.7", "800.00", "0.5 USD");
    run.filled("02:00", BUY, "0.3", "790.00", "0.5 USD");
    run.filled("03:00", SELL, "1.6", "805.00", "0.5 USD");
    run.filled("04:00", SELL, "0.4", "801.00", "0.5 USD");
    run.filled("05:00", BUY, "1.0", "799.00", "0.5 USD");

    List<RoundTrip> trips = RoundTrips.of(run.build());

    BigDecimal sum = trips.stream().map(RoundTrip::profit).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isEqualByComparingTo("9.9");
  }

  @Test
  void belongToTheManualStrategyWhereNoOrderIsKnown() {
    run.fill("01:00", "unknown", BUY, "0.5", "800.00", "0 USD");

    List<RoundTrip> trips = RoundTrips.of(run.build());

    assertThat(trips).extracting(RoundTrip::strategy).containsExactly(StrategyId.MANUAL);
    assertThat(trips.get(0).profit()).isEqualByComparingTo("0");
  }
}
