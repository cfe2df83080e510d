package dev.bourse.itests.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The watch of the campaign, at times of our own: it must be able to find something. */
@Tag("P23")
class ShelterTest {
  private static final BigDecimal HELD = new BigDecimal("0.03");
  private static final String ABLE = "";

  private final Shelter shelter = new Shelter(Duration.ofSeconds(4), Duration.ofSeconds(60));
  private final List<String> told = new ArrayList<>();
  private long now = 1;

  @Test
  void aPositionThatIsBareTooLongWhileTheTraderCouldActIsToldOnce() {
    look(BigDecimal.ZERO, ABLE);

    seconds(6, BigDecimal.ZERO, ABLE);

    assertThat(told)
        .containsExactly(
            "0.03 BTC are held, stops at the venue cover 0: bare for 5000 ms, {it could act=5000}");
  }

  @Test
  void aStopOverAPartIsNotEnough() {
    look(HELD, ABLE);

    seconds(5, new BigDecimal("0.02"), ABLE);

    assertThat(told).hasSize(1);
  }

  @Test
  void whatTheTraderCannotHelpCountsForTheSecondBoundOnly() {
    look(BigDecimal.ZERO, ABLE);

    seconds(60, BigDecimal.ZERO, "a fate unknown");
    List<String> until = List.copyOf(told);
    seconds(1, BigDecimal.ZERO, "a fate unknown");

    assertThat(until).isEmpty();
    assertThat(told).hasSize(1);
  }

  @Test
  void theTimeOfADeadProcessIsNotCounted() {
    look(BigDecimal.ZERO, ABLE);

    for (int i = 0; i < 100; i++) {
      now += Duration.ofSeconds(1).toNanos();
      told.add(shelter.look(now, HELD, BigDecimal.ZERO, false, "silent"));
    }

    assertThat(told).allMatch(String::isEmpty);
  }

  @Test
  void theClocksBeginAnewOnceAllIsCovered() {
    look(BigDecimal.ZERO, ABLE);
    seconds(3, BigDecimal.ZERO, ABLE);

    look(HELD, ABLE);
    seconds(4, BigDecimal.ZERO, ABLE);

    assertThat(told).isEmpty();
    assertThat(shelter.longest())
        .isEqualTo("bare at most 4000 ms, {it could act=4000}; at most 4000 ms while it could act");
  }

  private void seconds(int count, BigDecimal stops, String hindrance) {
    for (int i = 0; i < count; i++) {
      now += Duration.ofSeconds(1).toNanos();
      look(stops, hindrance);
    }
  }

  private void look(BigDecimal stops, String hindrance) {
    String sentence = shelter.look(now, HELD, stops, true, hindrance);
    if (!sentence.isEmpty()) {
      told.add(sentence);
    }
  }
}
