package dev.bourse.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ten entries a second, and five more in a burst. */
@Tag("G6")
@Tag("G3")
class BurstTest {
  private static final long SECOND = 1_000_000_000L;
  private static final RateLimit LIMIT = new RateLimit(10, SECOND, 5);

  private final Throttle throttle = new Throttle(LIMIT);
  private final List<Long> sent = new ArrayList<>();

  private boolean send(Throttle by, long time) {
    boolean free = by.objection(time) == null;
    if (free) {
      by.add(time);
      sent.add(time);
    }
    return free;
  }

  private int burst(long time, int wanted) {
    int passed = 0;
    for (int i = 0; i < wanted; i++) {
      passed += send(throttle, time) ? 1 : 0;
    }
    return passed;
  }

  /** The most that were sent in any time of the given length. */
  private long most(long length) {
    return sent.stream()
        .mapToLong(
            from -> sent.stream().filter(each -> each >= from && each < from + length).count())
        .max()
        .orElse(0);
  }

  @Test
  void aShortBurstPassesAndNotOneMore() {
    int passed = burst(0, 20);

    String objection = Objects.requireNonNull(throttle.objection(SECOND / 2)).toString();

    assertThat(passed).isEqualTo(15);
    assertThat(objection).isEqualTo("RATE_LIMIT_EXCEEDED: sent=15 within=500ms limit=15/1000ms");
  }

  @Test
  void theAverageHoldsHoweverHardItIsTried() {
    for (long time = 0; time < 100 * SECOND; time += SECOND / 50) {
      send(throttle, time);
    }

    long inASecond = most(SECOND);

    assertThat(inASecond).isEqualTo(15);
    assertThat(most(10 * SECOND)).isEqualTo(100);
    assertThat(sent).hasSize(1_000);
  }

  @Test
  void aBurstIsPossibleAgainAfterAQuietTime() {
    burst(0, 20);

    int later = burst(10 * SECOND, 20);

    assertThat(later).isEqualTo(15);
  }

  @Test
  void aRestartKnowsWhatABurstWasAhead() {
    for (int second = 0; second < 7; second++) {
      burst(second * SECOND, 20);
    }
    StateWriter out = new StateWriter();
    throttle.save(out);
    Throttle again = new Throttle(LIMIT);

    again.load(new StateReader(out.toBytes()));

    assertThat(send(again, 9 * SECOND)).isFalse();
    assertThat(send(again, 10 * SECOND)).isTrue();
  }

  @Test
  void aLimitWithoutABurstIsNeverExceededInAnyWindow() {
    Throttle plain = new Throttle(new RateLimit(10, SECOND));

    for (long time = 0; time < 20 * SECOND; time += SECOND / 50) {
      send(plain, time);
    }

    assertThat(most(SECOND)).isEqualTo(10);
  }

  @Test
  void aBurstThatIsLargerThanTheRateIsRefused() {
    int tooMuch = 11;

    assertThatThrownBy(() -> new RateLimit(10, SECOND, tooMuch))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a burst of 11 above a rate of 10 must be 0 to that rate");
  }
}
