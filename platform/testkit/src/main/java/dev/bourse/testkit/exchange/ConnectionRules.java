package dev.bourse.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Side;
import dev.bourse.testkit.Instruments;
import dev.bourse.testkit.RecordingSink;
import dev.bourse.testkit.TestContext;
import dev.bourse.testkit.TestOrders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Coming, going and coming back. */
abstract class ConnectionRules extends LiveFixture {
  private static final int TIMES = 8;

  @Test
  @Tag("H1")
  void saysForWhichAccountItIsConnectedAndWithASentence() {
    KitDesk desk = opened();

    ConnectionChanged said = desk.awaited(ConnectionChanged.class, ConnectionChanged::connected);

    assertThat(said.account()).isEqualTo(TestOrders.ACCOUNT);
    assertThat(said.detail()).isNotBlank();
  }

  @Test
  @Tag("H1")
  void opensWhileTheVenueIsDeadAndConnectsByItselfWhenItIsBack() {
    strike(Mishap.DEAD);

    KitDesk desk = opened();
    ConnectionChanged first = desk.awaited(ConnectionChanged.class, any -> true);
    venue.heal();
    ConnectionChanged second = desk.awaited(ConnectionChanged.class, ConnectionChanged::connected);

    assertThat(first.connected()).isFalse();
    assertThat(first.detail()).isNotBlank();
    assertThat(second.eventTime()).isGreaterThanOrEqualTo(first.eventTime());
  }

  @Test
  @Tag("H1")
  void saysThatItIsCutAndComesBackByItselfWithItsOrders() {
    KitDesk desk = desk();
    Order order = desk.resting("a");

    strike(Mishap.CUT);
    desk.reconnected();

    assertThat(desk.open()).containsExactly("a");
    assertThat(desk.reports(OrderReport.Canceled.class, order)).isEmpty();
    assertThat(desk.resting("b").venueOrderId()).isNotEqualTo(order.venueOrderId());
  }

  @Test
  @Tag("A6")
  void refusesAKeyThatMayNotTradeWithASentence() {
    RecordingSink sink = new RecordingSink();
    Optional<Exchange> opened = venue.openReadOnly(TestContext.of(sink).with(List.of()));
    assumeTrue(opened.isPresent(), "this venue knows no keys that may only look");
    try (Exchange exchange = opened.orElseThrow()) {
      until("it says something", () -> !sink.events(ConnectionChanged.class).isEmpty());

      boolean taken =
          exchange
              .execution()
              .execute(
                  new ExchangeCommand.Submit(
                      TestOrders.market("a", Instruments.BTCUSD, Side.BUY, "0.1"), 0));

      assertThat(taken).isFalse();
      assertThat(sink.events(ConnectionChanged.class))
          .allMatch(each -> !each.connected() && !each.detail().isBlank());
      assertThat(desk().massReport().fills()).isEmpty();
    }
  }

  @Test
  @Tag("N13")
  void namesNoSecretInAnythingThatItSaysOrIs() {
    assumeSecrets();
    KitDesk desk = desk();
    Order rich = desk.limit("rich", Side.BUY, "9", "59000.00");
    desk.submit(rich);
    String reason = desk.refusal(rich);

    List<String> texts = new ArrayList<>(List.of(reason));
    texts.add(String.valueOf(desk.exchange));
    texts.add(String.valueOf(desk.exchange.execution()));
    texts.add(String.valueOf(desk.exchange.marketData()));
    texts.add(String.valueOf(desk.exchange.capabilities()));
    texts.add(desk.massReport().toString());
    texts.add(desk.sink.events().toString());

    for (String secret : venue.secrets()) {
      assertThat(texts).noneMatch(text -> text.contains(secret));
    }
  }

  private void assumeSecrets() {
    assumeFalse(venue.secrets().isEmpty(), "this account has no secrets");
  }

  /** By the time the second order is answered, the answer to the first would have come. */
  @Test
  void isSilentAndTakesNothingOnceItIsClosed() {
    KitDesk desk = desk();
    slow(desk, "a");

    desk.exchange.close();
    List<VenueEvent> before = desk.sink.events();
    boolean taken = desk.submit(desk.limit("late", Side.BUY, "0.1", "50000.00"));
    desk.exchange.execution().requestReport(0);
    KitDesk other = desk();
    Order order = slow(other, "b");
    other.report(OrderReport.Accepted.class, order);
    venue.heal();

    assertThat(taken).isFalse();
    assertThat(desk.sink.events()).isEqualTo(before);
    assertThat(other.open()).doesNotContain("late").contains("b");
  }

  /** Sends an order of which nothing is heard but a slow answer, where that can be. */
  private Order slow(KitDesk desk, String name) {
    for (Mishap each : List.of(Mishap.SLOW_ANSWER, Mishap.LOST_REPORTS)) {
      if (!venue.impossible().containsKey(each)) {
        venue.strike(each);
      }
    }
    Order order = desk.limit(name, Side.BUY, "0.1", "50000.00");
    desk.submit(order);
    return order;
  }

  @Test
  void mayBeClosedTwice() {
    KitDesk desk = desk();

    desk.exchange.close();
    desk.exchange.close();

    assertThat(desk().massReport().openOrders()).isEmpty();
  }

  @Test
  @Tag("N8")
  void leavesNoConnectionBehind() {
    assumeTrue(venue.connections().isPresent(), "this adapter needs no connections");
    KitDesk desk = desk();
    assertThat(venue.connections().orElseThrow()).isPositive();

    desk.exchange.close();

    until("all connections are gone", () -> venue.connections().orElseThrow() == 0);
    assertThat(venue.connections()).hasValue(0);
  }

  /** A thread that stays each time would be as many as it was opened. */
  @Test
  @Tag("N8")
  void leavesNoThreadBehind() {
    desk().exchange.close();
    Set<Thread> before = Thread.getAllStackTraces().keySet();

    for (int i = 0; i < TIMES; i++) {
      KitDesk desk = desk();
      desk.resting(desk.limit("a" + i, Side.BUY, "0.1", "50000.00"));
      desk.exchange.close();
    }

    until("its threads have ended", () -> grown(before) < TIMES);
    assertThat(grown(before)).isLessThan(TIMES);
  }

  private static long grown(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(each -> each.isAlive() && !before.contains(each))
        .count();
  }

  /** Waits; whoever calls asserts what came of it. */
  void until(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + venue.patience().toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long until " + what).isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }
}
