package dev.bourse.core.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.SignalState;
import dev.bourse.core.signal.SignalStep.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole table of moves, cell by cell. */
@Tag("S3")
class SignalLifeTest {
  /** State, event, next state, action; every other cell stays where it is and does nothing. */
  private static final String MOVES =
      """
      GIVEN     REFUSED        REFUSED   NONE
      GIVEN     WAIT           SCHEDULED NONE
      GIVEN     ENTER          OPENING   ENTER
      SCHEDULED TIMED_OUT      CANCELED  NONE
      SCHEDULED PRICE_REJECTED CANCELED  NONE
      SCHEDULED ENTER          OPENING   ENTER
      SCHEDULED CLOSE_ASKED    CANCELED  NONE
      SCHEDULED BOUGHT         CLOSING   EXIT
      OPENING   BOUGHT         ACTIVE    NONE
      OPENING   NOTHING_BOUGHT CANCELED  NONE
      OPENING   ALL_SOLD       CLOSED    NONE
      OPENING   TIMED_OUT      CLOSING   EXIT
      OPENING   STOP_TOUCHED   CLOSING   EXIT
      OPENING   CLOSE_ASKED    CLOSING   EXIT
      ACTIVE    ALL_SOLD       CLOSED    NONE
      ACTIVE    TIMED_OUT      ACTIVE    WITHDRAW
      ACTIVE    EXPIRED        CLOSING   EXIT
      ACTIVE    STOP_TOUCHED   CLOSING   EXIT
      ACTIVE    TAKE_TOUCHED   CLOSING   EXIT
      ACTIVE    CLOSE_ASKED    CLOSING   EXIT
      CLOSING   BOUGHT         CLOSING   EXIT
      CLOSING   AGAIN          CLOSING   EXIT
      CLOSING   NOTHING_BOUGHT CANCELED  NONE
      CLOSING   ALL_SOLD       CLOSED    NONE
      CLOSED    BOUGHT         CLOSING   EXIT
      CANCELED  BOUGHT         CLOSING   EXIT
      """;

  private static Map<String, SignalStep> moves() {
    Map<String, SignalStep> moves = new TreeMap<>();
    MOVES
        .lines()
        .map(line -> line.split(" +", -1))
        .forEach(
            words ->
                moves.put(
                    words[0] + " " + words[1],
                    new SignalStep(SignalState.valueOf(words[2]), Action.valueOf(words[3]))));
    return moves;
  }

  @Test
  void everyCellIsAsInTheTable() {
    Map<String, SignalStep> moves = moves();
    List<String> wrong = new ArrayList<>();

    for (SignalState state : SignalState.values()) {
      for (SignalEvent event : SignalEvent.values()) {
        SignalStep expected =
            moves.getOrDefault(state + " " + event, new SignalStep(state, Action.NONE));
        SignalStep actual = SignalLife.on(state, event);
        if (!actual.equals(expected)) {
          wrong.add(state + " on " + event + ": " + actual + ", expected " + expected);
        }
      }
    }

    assertThat(moves).hasSize(26);
    assertThat(wrong).isEmpty();
  }

  @Test
  void nothingIsClosedThatWasNotSold() {
    List<String> ways =
        moves().entrySet().stream()
            .filter(move -> move.getValue().next() == SignalState.CLOSED)
            .map(Map.Entry::getKey)
            .toList();

    assertThat(ways).containsExactly("ACTIVE ALL_SOLD", "CLOSING ALL_SOLD", "OPENING ALL_SOLD");
  }
}
