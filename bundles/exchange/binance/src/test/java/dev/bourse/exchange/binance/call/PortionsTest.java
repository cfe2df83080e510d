package dev.bourse.exchange.binance.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.bourse.exchange.binance.rest.Json;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many questions are asked in portions. */
@Tag("G7")
class PortionsTest {
  private static final Duration APART = Duration.ofSeconds(6);

  private final AtomicLong now = new AtomicLong(1_700_000_000_000_000_000L);
  private final Weights weights = new Weights(new VenueClock(now::get));
  private final Portions portions = new Portions(weights);

  private void allow(int weight) throws JsonProcessingException {
    weights.heard(
        Json.read(
            "[{\"rateLimitType\":\"REQUEST_WEIGHT\",\"interval\":\"MINUTE\",\"intervalNum\":1,"
                + "\"limit\":"
                + weight
                + "}]"));
  }

  private int asked(int weight) {
    int asked = 0;
    while (asked < 1_000 && portions.take(weight).isZero()) {
      asked++;
    }
    return asked;
  }

  @Test
  void aTenthOfTheMinuteIsAskedAtOnceAndAsMuchSixSecondsLater() throws Exception {
    allow(6000);

    int first = asked(4);
    Duration wait = portions.take(4);
    now.addAndGet(wait.toNanos());
    int second = asked(4);

    assertThat(first).isEqualTo(150);
    assertThat(wait).isEqualTo(APART);
    assertThat(second).isEqualTo(150);
  }

  @Test
  void inAnySixSecondsThereIsNoMoreThanOnePortion() throws Exception {
    allow(6000);
    portions.take(590);
    now.addAndGet(Duration.ofSeconds(5).toNanos());
    portions.take(10);

    Duration small = portions.take(100);
    Duration large = portions.take(600);

    assertThat(small).isEqualTo(Duration.ofSeconds(1));
    assertThat(large).isEqualTo(APART);
  }

  @Test
  void aQuestionThatWeighsMoreThanAPortionGoesAlone() throws Exception {
    allow(600);

    Duration first = portions.take(80);
    Duration next = portions.take(4);

    assertThat(first).isZero();
    assertThat(next).isEqualTo(APART);
  }

  @Test
  void aClockThatWasSetBackStopsNothing() throws Exception {
    allow(600);
    portions.take(60);

    now.addAndGet(-Duration.ofHours(1).toNanos());

    assertThat(portions.take(60)).isZero();
  }

  @Test
  void nothingWaitsWhileNoLimitIsKnown() {
    int asked = asked(80);

    assertThat(asked).isEqualTo(1_000);
  }
}
