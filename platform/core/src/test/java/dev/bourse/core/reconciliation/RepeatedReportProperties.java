package dev.bourse.core.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.model.PositionSide;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** However a venue's positions move, a report that was taken finds nothing when it comes again. */
class RepeatedReportProperties {
  private static String price(int value) {
    return "1." + (10_000 + value % 100);
  }

  private static void holds(ReconcileHouse house, int signed) {
    house.holds(PositionSide.FLAT, "0", "");
    if (signed != 0) {
      house.holds(
          signed > 0 ? PositionSide.LONG : PositionSide.SHORT,
          Integer.toString(Math.abs(signed)),
          price(Math.abs(signed)));
    }
  }

  /** The report comes twice; what it made of profits is in the balances by then. */
  private static void again(ReconcileHouse house, Runnable positions) {
    positions.run();
    house.send();
    int before = house.orders().size();
    positions.run();
    AccountEvent.MassReport repeated = house.report();

    Reconciliation found = house.trader.core().reconciliation(repeated, false);
    house.trader.on(repeated);

    assertThat(found.steps()).isEmpty();
    assertThat(found.discrepancies()).isEmpty();
    assertThat(house.orders()).hasSize(before);
  }

  @Property(tries = 60)
  @Tag("N12")
  @Tag("N17")
  void whereBothSidesAreHeld(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 900) Integer> longs,
      @ForAll @Size(min = 6, max = 6) List<@IntRange(max = 900) Integer> shorts) {
    ReconcileHouse house = ReconcileHouse.hedged(ReconcileSettings.DEFAULTS);
    house.send();

    for (int i = 0; i < longs.size(); i++) {
      int longSize = longs.get(i);
      int shortSize = shorts.get(i);
      again(
          house,
          () -> {
            holds(house, longSize);
            holds(house, -shortSize);
          });
    }

    int last = longs.size() - 1;
    assertThat(house.sides()).isEqualTo(longs.get(last) + " long, " + shorts.get(last) + " short");
  }

  @Property(tries = 60)
  @Tag("N12")
  void wherePositionsAreNetted(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = -900, max = 900) Integer> held) {
    ReconcileHouse house = ReconcileHouse.running();

    for (int signed : held) {
      again(house, () -> holds(house, signed));
    }

    int last = held.get(held.size() - 1);
    assertThat(house.sides())
        .isEqualTo(Math.max(0, last) + " long, " + Math.max(0, -last) + " short");
  }
}
