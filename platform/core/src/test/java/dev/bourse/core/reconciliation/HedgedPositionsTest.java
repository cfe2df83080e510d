package dev.bourse.core.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.Order;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.trader.Discrepancy;
import dev.bourse.core.Fixture;
import dev.bourse.core.state.SnapshotCodec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Positions of an account that holds both sides of a contract at once, compared side by side. */
@Tag("N12")
@Tag("N17")
@Tag("N21")
class HedgedPositionsTest {
  private static final ReconcileSettings DEFAULTS = ReconcileSettings.DEFAULTS;

  /** Long 100 at 1.0 and short 40 at 1.1, found at the venue; one side may be 0. */
  private static ReconcileHouse holding(String longs, String shorts) {
    ReconcileHouse house = ReconcileHouse.hedged(DEFAULTS);
    house.send();
    sides(house, longs, "1.00000", shorts, "1.10000").send();
    return house;
  }

  private static ReconcileHouse sides(
      ReconcileHouse house, String longs, String longAt, String shorts, String shortAt) {
    house.holds(PositionSide.FLAT, "0", "");
    if (!longs.equals("0")) {
      house.holds(PositionSide.LONG, longs, longAt);
    }
    if (!shorts.equals("0")) {
      house.holds(PositionSide.SHORT, shorts, shortAt);
    }
    return house;
  }

  private static List<String> newest(ReconcileHouse house, int before) {
    return house.orders().stream()
        .skip(before)
        .map(order -> order.spec().side() + " " + order.filled() + " " + order.positionSide())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "100, 40, 150, 40, BUY 50 LONG",
    "100, 40, 100, 90, SELL 50 SHORT",
    "100, 40, 70, 40, SELL 30 LONG",
    "100, 40, 100, 15, BUY 25 SHORT",
    "100, 40, 0, 40, SELL 100 LONG",
    "100, 40, 100, 0, BUY 40 SHORT",
    "0, 40, 60, 40, BUY 60 LONG",
    "100, 0, 100, 60, SELL 60 SHORT",
  })
  void aDifferenceOfOneSideIsOneOrderOnThatSide(
      String longs, String shorts, String newLongs, String newShorts, String expected) {
    ReconcileHouse house = holding(longs, shorts);
    int before = house.orders().size();

    sides(house, newLongs, "1.00000", newShorts, "1.10000").send();

    assertThat(newest(house, before)).containsExactly(expected);
    assertThat(house.sides()).isEqualTo(newLongs + " long, " + newShorts + " short");
  }

  @Test
  void bothSidesAreFoundAtOnceAndAveragesAreTheVenues() {
    ReconcileHouse house = holding("100", "40");

    sides(house, "200", "1.05000", "80", "1.20000").send();

    assertThat(house.sides()).isEqualTo("200 long, 80 short");
    assertThat(house.trader.core().state().portfolio().open())
        .extracting(each -> each.side() + " at " + each.averagePrice().orElseThrow())
        .containsExactlyInAnyOrder("LONG at 1.050000000", "SHORT at 1.200000000");
  }

  @Test
  void theSameReportFindsNothingMore() {
    ReconcileHouse house = holding("100", "40");
    int before = house.orders().size();

    List<Discrepancy> found =
        house
            .trader
            .core()
            .reconciliation(sides(house, "100", "1.00000", "40", "1.10000").report(), false)
            .discrepancies();
    sides(house, "100", "1.00000", "40", "1.10000").send();

    assertThat(found).isEmpty();
    assertThat(house.orders()).hasSize(before);
  }

  @Test
  void aDifferenceNamesItsSideAndStopsEntries() {
    ReconcileHouse house = holding("100", "40");

    sides(house, "100", "1.00000", "90", "1.10000").send();

    assertThat(house.trader.core().state().flags().differing().get(Fixture.ACCOUNT))
        .contains("SHORT 90", "AUDUSD.SIM SHORT", "SHORT 40");
  }

  @Test
  void whoeverClaimsTheInstrumentGetsBothSides() {
    StrategyId claimant = new StrategyId("ema");
    ReconcileHouse house =
        ReconcileHouse.hedged(DEFAULTS.claimed(Map.of(ReconcileHouse.PAIR.id(), claimant)));
    house.send();

    sides(house, "100", "1.00000", "40", "1.10000").send();

    assertThat(house.orders()).extracting(Order::strategy).containsOnly(claimant);
    assertThat(house.trader.core().state().portfolio().open())
        .extracting(each -> each.id() + "/" + each.side())
        .containsExactlyInAnyOrder("/LONG", "SHORT/SHORT");
  }

  @Test
  void aTraderThatLostItsStoreLearnsBothSides() {
    ReconcileHouse house = ReconcileHouse.hedged(DEFAULTS);

    sides(house, "100", "1.00000", "40", "1.10000").send();

    assertThat(house.sides()).isEqualTo("100 long, 40 short");
    assertThat(house.trader.core().state().flags().differing()).isEmpty();
  }

  @Test
  void namesOfTheOrdersAreTheSameInEveryLife() {
    ReconcileHouse one = holding("100", "40");
    ReconcileHouse other = holding("100", "40");

    List<String> names = one.orders().stream().map(each -> each.id().value()).toList();

    assertThat(other.orders()).extracting(each -> each.id().value()).isEqualTo(names);
    assertThat(names).doesNotHaveDuplicates().allMatch(each -> each.startsWith("R-"));
  }

  @Test
  void aRestartHasTheSameSides() {
    ReconcileHouse house = holding("100", "40");
    var state = house.trader.core().state();

    var loaded =
        SnapshotCodec.load(
            state.settings(), SnapshotCodec.save(state, List.<SnapshotCodec.KeptSource>of()));

    assertThat(loaded.portfolio().open()).isEqualTo(state.portfolio().open());
  }

  @ParameterizedTest
  @CsvSource({"BUY, 1.30000", "SELL, 1.20000"})
  void withoutAnAverageTheQuoteOfTheSideIsThePrice(Side side, String expected) {
    ReconcileHouse house = ReconcileHouse.running();
    house.trade("1.00000");
    house.quote("1.20000", "1.30000");
    PositionSide held = side == Side.BUY ? PositionSide.LONG : PositionSide.SHORT;

    house.holds(held, "100", "").send();

    assertThat(house.held()).isEqualTo(held + " 100 at " + expected.replaceAll("0+$", ""));
  }
}
