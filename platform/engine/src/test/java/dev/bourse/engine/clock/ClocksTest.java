package dev.bourse.engine.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ClocksTest {
  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong wall = new AtomicLong(1_000 * SECOND);
  private final AtomicLong monotonic = new AtomicLong(7);

  @Test
  void goesOnAtHalfItsPaceWhileTheWallClockIsSetBack() {
    WallClock clock = new WallClock(wall::get, monotonic::get);
    long before = clock.now();
    wall.addAndGet(-60 * SECOND);

    long after = pass(clock, 20);

    assertThat(before).isEqualTo(1_000 * SECOND);
    assertThat(after).isEqualTo(before + 10 * SECOND);
    assertThat(clock.nanosUntil(after + SECOND)).isEqualTo(2 * SECOND);
  }

  @Test
  void isTheWallClockAgainOnceThatHasCaughtUp() {
    WallClock clock = new WallClock(wall::get, monotonic::get);
    clock.now();
    wall.addAndGet(-60 * SECOND);

    long almost = pass(clock, 117) - wall.get();
    long later = pass(clock, 11) - wall.get();

    assertThat(almost).isEqualTo(SECOND + SECOND / 2);
    assertThat(later).isZero();
    assertThat(clock.nanosUntil(wall.get() + SECOND)).isEqualTo(SECOND);
  }

  @Test
  void saysHowFarTheWallClockIsBehind() {
    WallClock clock = new WallClock(wall::get, monotonic::get);
    clock.now();
    String before = clock.note();
    wall.addAndGet(-3_600 * SECOND);

    pass(clock, 2);

    assertThat(before).isEmpty();
    assertThat(clock.note())
        .isEqualTo(
            "the machine's clock is 3598 s behind the trader's time: it was set back, or was ahead"
                + " before; time goes on at half its pace until it has caught up");
  }

  /** Seconds go by on both, and somebody asks in each. */
  private long pass(WallClock clock, int seconds) {
    for (int i = 0; i < seconds; i++) {
      wall.addAndGet(SECOND);
      monotonic.addAndGet(SECOND);
      clock.now();
    }
    return clock.now();
  }

  @Test
  void followsAWallClockThatIsSetForward() {
    WallClock clock = new WallClock(wall::get, monotonic::get);

    wall.addAndGet(60 * SECOND);
    monotonic.addAndGet(2 * SECOND);

    assertThat(clock.now()).isEqualTo(1_060 * SECOND);
  }

  @Test
  void neverGivesATimeBeforeWhatWasJournaled() {
    WallClock clock = new WallClock(wall::get, monotonic::get);

    clock.reach(1_500 * SECOND);

    assertThat(clock.now()).isEqualTo(1_500 * SECOND);
    assertThat(clock.nanosUntil(1_400 * SECOND)).isZero();
    assertThat(clock.nanosUntil(1_501 * SECOND)).isEqualTo(2 * SECOND);
  }

  @Test
  void runsRecordedTimeSixtyTimesFaster() {
    VirtualClock clock = new VirtualClock(Speed.of("60x"), monotonic::get);
    clock.reach(100 * SECOND);

    monotonic.addAndGet(2 * SECOND);

    assertThat(clock.now()).isEqualTo(220 * SECOND);
    assertThat(clock.nanosUntil(280 * SECOND)).isEqualTo(SECOND);
  }

  @Test
  void standsAtTheEndOfWhatWasRecorded() {
    VirtualClock clock = new VirtualClock(Speed.of("60x"), monotonic::get);
    clock.reach(100 * SECOND);
    monotonic.addAndGet(2 * SECOND);

    clock.end(160 * SECOND);
    monotonic.addAndGet(2 * SECOND);

    assertThat(clock.now()).isEqualTo(160 * SECOND);
    assertThat(clock.nanosUntil(280 * SECOND)).isZero();
  }

  @Test
  void waitsForNothingAtFullSpeed() {
    VirtualClock clock = new VirtualClock(Speed.of("max"), monotonic::get);
    clock.reach(100 * SECOND);

    monotonic.addAndGet(2 * SECOND);

    assertThat(clock.now()).isEqualTo(100 * SECOND);
    assertThat(clock.nanosUntil(280 * SECOND)).isZero();
  }

  @Test
  void refusesASpeedThatIsNoSpeed() {
    assertThatThrownBy(() -> Speed.of("fast"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("speed=fast must be a factor such as 60 or 0.5, or max");

    assertThatThrownBy(() -> Speed.of("-1")).hasMessage("speed=-1.0 must be above zero");
  }
}
