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
  void standsStillWhileTheWallClockIsSetBack() {
    WallClock clock = new WallClock(wall::get, monotonic::get);
    long before = clock.now();

    wall.addAndGet(-60 * SECOND);
    monotonic.addAndGet(2 * SECOND);
    long after = clock.now();

    assertThat(before).isEqualTo(1_000 * SECOND);
    assertThat(after).isEqualTo(before);
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
    assertThat(clock.nanosUntil(1_501 * SECOND)).isEqualTo(SECOND);
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
