package dev.bourse.exchange.binance.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People hear that prices or answers stay out, each by itself, once, and that they are back. */
@Tag("H1")
class ServicesTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final FeedBench bench = new FeedBench(false).following();

  @BeforeEach
  void lives() {
    bench.passes(Duration.ofSeconds(15));
  }

  @Test
  void aStreamThatIsBackAtOnceIsNothingToTell() {
    bench.sockets.last().listener.ended("cut");
    bench.passes(Duration.ofSeconds(1));
    bench.sockets.last().opens();
    bench.passes(Duration.ofSeconds(1));

    bench.sockets.last().grants();

    assertThat(bench.services()).isEmpty();
  }

  @Test
  void aStreamThatStaysAwayIsToldOnceAndThatItIsBack() {
    bench.sockets.last().listener.ended("cut");
    bench.passes(Duration.ofSeconds(1));
    bench.sockets.last().listener.ended("refused");
    bench.passes(Duration.ofSeconds(10));
    bench.sockets.last().listener.ended("refused");
    bench.passes(Duration.ofSeconds(20));
    bench.sockets.last().opens();
    bench.passes(Duration.ofSeconds(1));

    bench.sockets.last().grants();

    assertThat(bench.services())
        .containsExactly("MARKET_DATA stopped: refused", "MARKET_DATA works");
  }

  @Test
  void answersThatStayOutAreToldThoughPricesCome() {
    bench.rest.fails("/api/v3/ping");
    bench.passes(Duration.ofSeconds(50));
    List<String> early = bench.services();
    bench.passes(Duration.ofSeconds(20));
    bench.rest.answers("/api/v3/ping", "{}");
    bench.passes(MINUTE);

    assertThat(early).isEmpty();
    assertThat(bench.services())
        .containsExactly("REQUESTS stopped: the venue is away", "REQUESTS works");
  }

  @Test
  void aVenueThatWantsToBeLeftAloneForLongIsToldAtOnce() {
    bench.rest.waits("/api/v3/ping", Duration.ofHours(2));
    bench.passes(MINUTE);
    bench.rest.answers("/api/v3/ping", "{}");
    List<String> during = bench.services();
    bench.passes(Duration.ofHours(2));

    assertThat(during).containsExactly("REQUESTS stopped: it is too much");
    assertThat(bench.services()).contains("REQUESTS works");
  }

  @Test
  void oneAnswerThatIsLostIsNothingToTell() {
    bench.rest.fails("/api/v3/ping");
    bench.passes(MINUTE);
    bench.rest.answers("/api/v3/ping", "{}");

    bench.passes(MINUTE);

    assertThat(bench.services()).isEmpty();
  }
}
