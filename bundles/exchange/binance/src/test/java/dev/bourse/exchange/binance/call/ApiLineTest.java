package dev.bourse.exchange.binance.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.exchange.binance.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One connection: every call is answered, refused or lost, once. */
@Tag("B1")
class ApiLineTest implements LineOwner, Answer, Socket {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final AtomicLong now = new AtomicLong(1_000_000_000_000L);
  private final VenueClock clock = new VenueClock(now::get);
  private final ApiLine line = new ApiLine(this, clock, new Limits(new Weights(clock)));
  private final List<String> heard = new ArrayList<>();
  private final List<String> sent = new ArrayList<>();
  private boolean unreadable;

  @Override
  public void opened(ApiLine opened) {
    heard.add("opened");
  }

  @Override
  public void event(ApiLine from, JsonNode event) {
    heard.add("event " + event.path("e").asText());
  }

  @Override
  public void closing(ApiLine from) {
    heard.add("closing");
  }

  @Override
  public void ended(ApiLine ended, String reason) {
    heard.add("ended: " + reason);
  }

  private void requireReadable() {
    if (unreadable) {
      throw new IllegalArgumentException("no such number");
    }
  }

  @Override
  public void done(JsonNode result) {
    requireReadable();
    heard.add("done " + result);
  }

  @Override
  public void refused(Refusal refusal) {
    requireReadable();
    heard.add("refused " + refusal.code());
  }

  @Override
  public void lost(String reason) {
    heard.add("lost: " + reason);
  }

  @Override
  public void send(String text) {
    sent.add(text);
  }

  @Override
  public void drop() {
    heard.add("dropped");
  }

  private boolean call() {
    return line.call("order.place", new Params(), PATIENCE, this);
  }

  @Test
  void nothingLeavesBeforeItIsOpen() {
    boolean early = call();

    line.opened(this);

    assertThat(early).isFalse();
    assertThat(call()).isTrue();
    assertThat(sent).containsExactly("{\"id\":1,\"method\":\"order.place\"}");
  }

  @Test
  void answersFindTheirCallsInAnyOrder() {
    line.opened(this);
    call();
    call();

    line.text("{\"id\":2,\"status\":200,\"result\":{}}");
    line.text("{\"id\":1,\"status\":400,\"error\":{\"code\":-2010,\"msg\":\"no\"}}");
    line.text("{\"id\":1,\"status\":200,\"result\":{}}");

    assertThat(heard).containsExactly("opened", "done {}", "refused -2010");
  }

  @Test
  void whatIsNotAnsweredInTimeIsLostOnce() {
    line.opened(this);
    call();

    now.addAndGet(PATIENCE.toNanos());
    line.sweep();
    line.sweep();
    line.text("{\"id\":1,\"status\":200,\"result\":{}}");

    assertThat(heard).containsExactly("opened", "lost: order.place was not answered in time");
  }

  @Test
  void whatIsOpenWhenItEndsIsLostBeforeTheEndIsTold() {
    line.opened(this);
    call();

    line.ended("reset by peer");
    line.ended("again");

    assertThat(heard)
        .containsExactly(
            "opened", "lost: order.place was not answered: reset by peer", "ended: reset by peer");
    assertThat(call()).isFalse();
  }

  @Test
  void anAnswerThatCannotBeReadProvesNothing() {
    line.opened(this);
    call();
    unreadable = true;

    line.text("{\"id\":1,\"status\":200,\"result\":{}}");

    assertThat(heard).containsExactly("opened", "lost: the answer to order.place cannot be read");
  }

  @Test
  void aRefusalThatCannotBeReadProvesNothingEither() {
    line.opened(this);
    call();
    unreadable = true;

    line.text("{\"id\":1,\"status\":400,\"error\":{\"code\":-2021,\"msg\":\"partly\"}}");

    assertThat(heard).containsExactly("opened", "lost: the answer to order.place cannot be read");
  }

  @Test
  void eventsAndAFarewellAreTold() {
    line.opened(this);

    line.text("{\"subscriptionId\":0,\"event\":{\"e\":\"executionReport\"}}");
    line.text("{\"event\":{\"e\":\"serverShutdown\",\"E\":1}}");
    line.text("no JSON");

    assertThat(heard).containsExactly("opened", "event executionReport", "closing");
  }

  @Test
  void aRevokedSessionEnds() {
    line.opened(this);
    call();

    line.text(
        "{\"id\":null,\"status\":401,\"error\":{\"code\":-2015,\"msg\":\"Invalid API-key\"}}");

    assertThat(heard)
        .containsExactly(
            "opened",
            "dropped",
            "lost: order.place was not answered: the session was revoked",
            "ended: the venue revoked the session: Invalid API-key");
  }
}
