package dev.bourse.core.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people hear of a position that the venue has otherwise than our executions made it. */
@Tag("C2")
class PositionAlertsTest {
  private static final ReconcileSettings DEFAULTS = ReconcileSettings.DEFAULTS;

  private static List<TurnResult> notes(Turn turn) {
    return turn.results().stream().filter(TurnResult.Noted.class::isInstance).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "LONG, 150, LONG 150 at 1",
    "LONG, 60, LONG 60 at 1",
    "SHORT, 50, SHORT 50 at 1",
    "FLAT, 0, flat",
  })
  void peopleAreAlertedOfAChangeOfSizeOrSideThatIsNotOurs(
      PositionSide theirs, String quantity, String said) {
    ReconcileHouse house = ReconcileHouse.holding(DEFAULTS, "LONG", "100");

    Turn turn = house.holds(theirs, quantity, "1.00000").send();

    assertThat(notes(turn))
        .containsExactly(
            new TurnResult.Noted(
                Alert.Level.CRITICAL,
                "account acct: the venue holds "
                    + said
                    + " of AUDUSD.SIM, our executions make LONG 100 at 1: the difference was taken"
                    + " into the books"));
  }

  @Test
  void peopleAreAlertedOfAChangeThatIsNotTakenIntoTheBooks() {
    ReconcileHouse house = ReconcileHouse.holding(DEFAULTS.positions(true, false), "LONG", "100");

    Turn turn = house.holds(PositionSide.LONG, "150", "1.00000").send();

    assertThat(notes(turn))
        .containsExactly(
            new TurnResult.Noted(
                Alert.Level.CRITICAL,
                "account acct: the venue holds LONG 150 at 1 of AUDUSD.SIM, our executions make"
                    + " LONG 100 at 1"));
  }

  @Test
  void nobodyIsAlertedOfAPositionThatOurOwnOrdersMade() {
    ReconcileHouse house = ReconcileHouse.holding(DEFAULTS, "LONG", "100");

    Turn turn = house.holds(PositionSide.LONG, "100", "1.00000").send();

    assertThat(notes(turn)).isEmpty();
  }

  @Test
  @Tag("N22")
  void whatATraderLearnsThatLostItsStoreIsAWarning() {
    ReconcileHouse house = ReconcileHouse.fresh(DEFAULTS);

    Turn turn = house.holds(PositionSide.LONG, "5", "1.00050").send();

    assertThat(notes(turn))
        .contains(
            new TurnResult.Noted(
                Alert.Level.WARNING,
                "account acct: the venue holds LONG 5 at 1.0005 of AUDUSD.SIM, our executions make"
                    + " flat: the difference was taken into the books"));
  }
}
