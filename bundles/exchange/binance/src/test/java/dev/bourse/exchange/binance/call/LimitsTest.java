package dev.bourse.exchange.binance.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.bourse.exchange.binance.rest.Json;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Limits as the venue counts them, in windows that begin with the minute. */
@Tag("G4")
@Tag("G5")
class LimitsTest {
  private static final long MINUTE = 60_000_000_000L;

  private final AtomicLong now = new AtomicLong(1_000 * MINUTE);
  private final Limits limits = new Limits(new Weights(new VenueClock(now::get)));

  private void weight(int limit, int count) throws JsonProcessingException {
    limits.heard(
        Json.read(
            "[{\"rateLimitType\":\"REQUEST_WEIGHT\",\"interval\":\"MINUTE\",\"intervalNum\":1,\"limit\":"
                + limit
                + ",\"count\":"
                + count
                + "}]"));
  }

  private void orders(int limit) throws JsonProcessingException {
    limits.heard(
        Json.read(
            "[{\"rateLimitType\":\"ORDERS\",\"interval\":\"SECOND\",\"intervalNum\":10,\"limit\":"
                + limit
                + "}]"));
  }

  @Test
  void questionsLeaveAPartOfTheWeightToOrders() throws Exception {
    weight(6000, 4790);

    Duration small = limits.pause(10);
    Duration large = limits.pause(20);

    assertThat(small).isZero();
    assertThat(large).isEqualTo(Duration.ofMinutes(1));
    assertThat(limits.orderProblem()).isNull();
  }

  @Test
  void theCountBeginsAnewWithTheMinute() throws Exception {
    weight(6000, 6000);
    now.addAndGet(MINUTE / 2);
    Duration half = limits.pause(1);

    now.addAndGet(MINUTE / 2);

    assertThat(half).isEqualTo(Duration.ofSeconds(30));
    assertThat(limits.pause(1)).isZero();
  }

  @Test
  @Tag("G3")
  void moreOrdersThanAllowedHaveNoRoomUntilTheNextWindow() throws Exception {
    orders(2);
    limits.leaves(Cost.ORDER);
    Duration first = limits.room(Cost.ORDER);

    limits.leaves(Cost.ORDER);
    limits.landed(Cost.ORDER, Json.NOTHING);
    limits.landed(Cost.ORDER, Json.NOTHING);

    assertThat(first).isZero();
    assertThat(limits.shortage(Cost.ORDER)).isEqualTo("ORDER_LIMIT: orders=2 limit=2 in=PT10S");
    assertThat(limits.room(Cost.ORDER)).isEqualTo(Duration.ofSeconds(11));
    assertThat(limits.room(Cost.CANCEL)).isZero();
    now.addAndGet(MINUTE / 6);
    assertThat(limits.room(Cost.ORDER)).isZero();
  }

  @Test
  @Tag("G7")
  void anAnswerThatCountsOneOrderDoesNotMakeThoseForgottenThatAreStillUnderWay() throws Exception {
    orders(3);
    limits.leaves(Cost.ORDER);
    limits.leaves(Cost.PAIR);

    limits.landed(
        Cost.ORDER,
        Json.read(
            "[{\"rateLimitType\":\"ORDERS\",\"interval\":\"SECOND\",\"intervalNum\":10,"
                + "\"limit\":3,\"count\":1}]"));

    assertThat(limits.shortage(Cost.ORDER)).isEqualTo("ORDER_LIMIT: orders=3 limit=3 in=PT10S");
  }

  @Test
  @Tag("G7")
  void aCommandHasRoomInAllOfTheWeightButNotInWhatIsUnderWay() throws Exception {
    weight(100, 98);
    limits.leaves(Cost.CANCEL);
    Duration second = limits.room(Cost.CANCEL);

    limits.leaves(Cost.CANCEL);
    Duration third = limits.room(Cost.CANCEL);
    weight(100, 100);

    assertThat(second).isZero();
    assertThat(third).isPositive().isLessThan(Duration.ofSeconds(1));
    assertThat(limits.room(Cost.CANCEL)).isEqualTo(Duration.ofSeconds(61));
    assertThat(limits.shortage(Cost.CANCEL)).isEqualTo("RATE_LIMIT: weight=102 limit=100 in=PT1M");
  }

  @Test
  void aBanStopsEverythingUntilItIsOver() {
    long until = (now.get() + 2 * MINUTE) / 1_000_000;

    limits.refused(new Refusal(418, -1003, "banned", Json.NOTHING, until));

    assertThat(limits.problem()).startsWith("RATE_LIMIT: until=").endsWith("by=the venue");
    assertThat(limits.orderProblem()).isEqualTo(limits.problem());
    assertThat(limits.pause(1)).isEqualTo(Duration.ofMinutes(2));
    now.addAndGet(2 * MINUTE);
    assertThat(limits.problem()).isNull();
  }

  @Test
  void tooManyOrdersDoNotStopCancels() {
    limits.refused(
        new Refusal(
            429, -1015, "Too many new orders.", Json.NOTHING, now.get() / 1_000_000 + 5000));

    assertThat(limits.problem()).isNull();
    assertThat(limits.orderProblem()).startsWith("ORDER_LIMIT: until=");
  }

  private static Refusal limit(String retryAfter) throws JsonProcessingException {
    return Refusal.of(
        429, Json.read("{\"code\":-1003,\"msg\":\"wait\",\"data\":{" + retryAfter + "}}"));
  }

  @Test
  void aTimeInMicrosecondsIsNotTakenForMilliseconds() throws Exception {
    now.set(1_659_142_907_531_000_000L);

    limits.refused(limit("\"retryAfter\":1659142937531000"));

    assertThat(limits.pause(1)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void theVenuesOwnClockSaysHowLongItIsUntilThen() throws Exception {
    String both = "\"serverTime\":1659142907531000,\"retryAfter\":1659142927531000";

    limits.refused(limit(both));

    assertThat(limits.pause(1)).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void nothingIsWaitedForLongerThanTheLongestBan() throws Exception {
    limits.refused(limit("\"retryAfter\":1659142907531000"));
    Duration misread = limits.pause(1);

    limits.wait(Duration.ofSeconds(Long.MAX_VALUE));

    assertThat(misread).isEqualTo(Duration.ofDays(3));
    assertThat(limits.pause(1)).isEqualTo(Duration.ofDays(3));
  }

  @Test
  void theHeaderOfRestCounts() throws Exception {
    weight(6000, 0);

    limits.usedWeight(5000);

    assertThat(limits.pause(1)).isPositive();
  }
}
