package dev.bourse.exchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.exchange.binance.call.Answer;
import dev.bourse.exchange.binance.call.ApiLine;
import dev.bourse.exchange.binance.call.Cost;
import dev.bourse.exchange.binance.call.Limits;
import dev.bourse.exchange.binance.call.LineOwner;
import dev.bourse.exchange.binance.call.Params;
import dev.bourse.exchange.binance.call.Refusal;
import dev.bourse.exchange.binance.call.VenueClock;
import dev.bourse.exchange.binance.call.Weights;
import dev.bourse.exchange.binance.net.FakeWorker;
import dev.bourse.exchange.binance.net.Socket;
import dev.bourse.exchange.binance.rest.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lists of commands that are longer than what the venue allows at once. */
@Tag("G7")
class ThrottleTest implements LineOwner, Socket, Answer {
  private static final Duration SOON = Duration.ofMillis(20);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final FakeWorker worker = new FakeWorker();
  private final VenueClock clock = new VenueClock(worker::now);
  private final Limits limits = new Limits(new Weights(clock));
  private final Lateness lateness = new Lateness();
  private final ApiLine line = new ApiLine(this, clock, limits);
  private final Throttle throttle =
      new Throttle(limits, Duration.ofSeconds(5), worker, lateness, () -> this.connected);
  private final List<String> left = new ArrayList<>();
  private final List<String> stayed = new ArrayList<>();
  private boolean connected = true;
  private int sent;
  private int answered;

  ThrottleTest() {
    line.opened(this);
  }

  /** A command of one order. */
  private record Command(ThrottleTest test, Rank rank, String id) implements Departure {
    @Override
    public Cost cost() {
      return rank == Rank.CANCEL ? Cost.CANCEL : Cost.ORDER;
    }

    @Override
    public List<ClientOrderId> orders() {
      return List.of(new ClientOrderId(id));
    }

    @Override
    public boolean leave() {
      test.left.add(id);
      String method = rank == Rank.CANCEL ? "order.cancel" : "order.place";
      return test.line.call(method, new Params(), Duration.ofSeconds(30), test);
    }

    @Override
    public void stay(String reason) {
      test.stayed.add(id + " " + reason);
    }
  }

  private boolean take(Rank rank, String id) {
    return throttle.take(new Command(this, rank, id));
  }

  private void takeAll(Rank rank, List<String> ids) {
    ids.forEach(each -> assertThat(take(rank, each)).isTrue());
  }

  private static List<String> names(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(each -> "o" + each).toList();
  }

  private static String weight(int limit, int count) {
    return limit("REQUEST_WEIGHT", "MINUTE", 1, limit, count);
  }

  private static String orders(int limit, int count) {
    return limit("ORDERS", "SECOND", 10, limit, count);
  }

  private static String limit(String type, String interval, int length, int limit, int count) {
    return "[{\"rateLimitType\":\"%s\",\"interval\":\"%s\",\"intervalNum\":%d,\"limit\":%d,\"count\":%d}]"
        .formatted(type, interval, length, limit, count);
  }

  private void heard(String counts) {
    try {
      limits.heard(Json.read(counts));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** The venue answers whatever it was asked; its counts are then these. */
  private void answerAll(String counts) {
    while (answered < sent) {
      answered++;
      line.text(
          "{\"id\":" + answered + ",\"status\":200,\"result\":{},\"rateLimits\":" + counts + "}");
    }
  }

  @Test
  void hundredsOfCancelsLeaveInTheirOrderAndNeverMoreAtOnceThanThereIsWeight() {
    heard(weight(100, 40));

    takeAll(Rank.CANCEL, names(300));
    List<Integer> atOnce = new ArrayList<>();
    while (answered < 300) {
      atOnce.add(sent - answered);
      answerAll(weight(100, 40));
      worker.passes(SOON);
    }

    assertThat(atOnce).containsExactly(60, 60, 60, 60, 60);
    assertThat(left).isEqualTo(names(300));
    assertThat(stayed).isEmpty();
  }

  @Test
  void cancelsThatUseUpTheWeightGoOnWithTheNextMinute() {
    heard(weight(100, 40));
    takeAll(Rank.CANCEL, names(80));

    answerAll(weight(100, 100));
    worker.passes(Duration.ofSeconds(59));
    int before = left.size();
    worker.passes(Duration.ofSeconds(3));

    assertThat(before).isEqualTo(60);
    assertThat(left).isEqualTo(names(80));
    assertThat(stayed).isEmpty();
  }

  @Test
  void exitsWaitForTheNextWindowsOfOrders() {
    heard(orders(100, 0));
    takeAll(Rank.EXIT, names(200));

    answerAll(orders(100, 100));
    int first = left.size();
    worker.passes(Duration.ofSeconds(12));

    assertThat(first).isEqualTo(100);
    assertThat(left).isEqualTo(names(200));
    assertThat(stayed).isEmpty();
  }

  @Test
  void entriesThatWouldWaitForTooLongAreToldSoAtOnceEachWithTheNumbers() {
    heard(orders(2, 0));
    takeAll(Rank.ENTRY, names(2));
    answerAll(orders(2, 2));

    takeAll(Rank.ENTRY, List.of("a", "b"));

    assertThat(left).isEqualTo(names(2));
    assertThat(stayed)
        .containsExactly(
            "a ORDER_LIMIT: orders=2 limit=2 in=PT10S", "b ORDER_LIMIT: orders=2 limit=2 in=PT10S");
  }

  @Test
  void entriesWaitForAWindowThatIsNear() {
    worker.passes(Duration.ofSeconds(7));
    heard(orders(1, 1));
    take(Rank.ENTRY, "a");
    take(Rank.ENTRY, "b");

    worker.passes(Duration.ofSeconds(5));
    answerAll(orders(1, 1));
    worker.passes(Duration.ofSeconds(1));

    assertThat(left).containsExactly("a");
    assertThat(stayed).containsExactly("b ORDER_LIMIT: orders=1 limit=1 in=PT10S");
    assertThat(lateness.of(new ClientOrderId("a"))).isEqualTo(Duration.ofSeconds(4).toNanos());
  }

  @Test
  void cancelsOvertakeExitsAndExitsOvertakeEntries() {
    worker.passes(Duration.ofSeconds(58));
    heard(weight(10, 10));
    take(Rank.ENTRY, "entry");
    take(Rank.EXIT, "exit");
    take(Rank.CANCEL, "cancel");

    worker.passes(Duration.ofSeconds(4));

    assertThat(left).containsExactly("cancel", "exit", "entry");
  }

  @Test
  void ordersThatFindNoRoomDoNotStandInTheWayOfCancels() {
    heard(orders(1, 1));
    take(Rank.EXIT, "exit");

    take(Rank.CANCEL, "cancel");

    assertThat(left).containsExactly("cancel");
  }

  @Test
  void whatWaitsBehindCancelsForLongerThanItMayIsToldSoInItsTime() {
    heard(weight(10, 9));
    takeAll(Rank.CANCEL, List.of("sent", "cancel"));
    take(Rank.EXIT, "exit");
    take(Rank.ENTRY, "entry");

    answerAll(weight(10, 10));
    worker.passes(Duration.ofSeconds(5));
    List<String> inTime = List.copyOf(stayed);
    worker.passes(MINUTE);

    assertThat(inTime)
        .containsExactly(
            "exit RATE_LIMIT: weight=10 limit=10 in=PT1M",
            "entry RATE_LIMIT: weight=10 limit=10 in=PT1M");
    assertThat(left).containsExactly("sent", "cancel");
    assertThat(stayed).isEqualTo(inTime);
  }

  @Test
  void whatWaitsBehindCancelsAndHasTimeLeavesAfterThem() {
    heard(weight(10, 9));
    takeAll(Rank.CANCEL, List.of("sent", "cancel"));
    take(Rank.EXIT, "exit");
    worker.passes(Duration.ofSeconds(2));
    take(Rank.ENTRY, "entry");

    answerAll(weight(10, 8));
    worker.passes(SOON);
    answerAll(weight(10, 8));
    worker.passes(SOON);

    assertThat(left).containsExactly("sent", "cancel", "exit", "entry");
    assertThat(stayed).isEmpty();
  }

  @Test
  void whatWaitsIsToldThatItWasNotSentWhenTheConnectionIsLost() {
    heard(weight(10, 10));
    take(Rank.CANCEL, "a");
    take(Rank.CANCEL, "b");

    connected = false;
    throttle.lost();
    worker.passes(SOON);

    assertThat(left).isEmpty();
    assertThat(stayed)
        .containsExactly(
            "a NOT_SENT: the connection was lost before it left",
            "b NOT_SENT: the connection was lost before it left");
    assertThat(take(Rank.CANCEL, "c")).isFalse();
  }

  @Test
  void anOrderThatDidNotLeaveIsTakenBack() {
    heard(orders(1, 1));
    ClientOrderId id = new ClientOrderId("exit");
    take(Rank.EXIT, "exit");
    boolean held = throttle.holds(id);

    boolean taken = throttle.withdraw(id);
    worker.passes(MINUTE);

    assertThat(held).isTrue();
    assertThat(taken).isTrue();
    assertThat(throttle.holds(id)).isFalse();
    assertThat(left).isEmpty();
    assertThat(stayed).containsExactly("exit NOT_SENT: it was cancelled before it left");
    assertThat(throttle.withdraw(id)).isFalse();
  }

  @Test
  void moreThanAThousandCancelsUnansweredWaitForAnswers() {
    takeAll(Rank.CANCEL, names(1_500));
    int atOnce = sent;

    answerAll("[]");
    worker.passes(SOON);

    assertThat(atOnce).isEqualTo(1_000);
    assertThat(sent).isEqualTo(1_500);
    assertThat(stayed).isEmpty();
  }

  @Override
  public void send(String text) {
    sent++;
  }

  @Override
  public void drop() {}

  @Override
  public void done(JsonNode result) {}

  @Override
  public void refused(Refusal refusal) {}

  @Override
  public void lost(String reason) {}

  @Override
  public void opened(ApiLine opened) {}

  @Override
  public void event(ApiLine from, JsonNode event) {}

  @Override
  public void closing(ApiLine from) {}

  @Override
  public void ended(ApiLine ended, String reason) {}
}
