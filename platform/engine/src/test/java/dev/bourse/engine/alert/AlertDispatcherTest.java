package dev.bourse.engine.alert;

import static dev.bourse.engine.Eventually.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.alert.AlertChannel;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.trace.TraceQuery;
import dev.bourse.api.trace.TraceReader;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.engine.plugin.Plugin;
import dev.bourse.engine.plugin.PluginKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AlertDispatcherTest {
  private static final TraderId DEMO = new TraderId("demo");
  private static final Retries QUICK = new Retries(Duration.ofNanos(1), Duration.ofMillis(1), 3);

  @TempDir private Path folder;
  private AlertDispatcher dispatcher;
  private final List<Turn> trace = new ArrayList<>();

  @BeforeEach
  void open() {
    dispatcher = new AlertDispatcher(folder, QUICK);
  }

  @AfterEach
  void close() {
    dispatcher.close();
  }

  @Test
  void tellsEveryChannelInOrder() {
    Recording first = add("first");
    Recording second = add("second");

    dispatcher.accept(alert(7));
    dispatcher.accept(alert(9));

    waitUntil("both heard both", () -> first.ids().size() == 2 && second.ids().size() == 2);
    assertThat(first.ids()).containsExactly("demo-7", "demo-9");
    assertThat(second.ids()).containsExactly("demo-7", "demo-9");
  }

  @Test
  void letsAStuckChannelDelayNobody() {
    CountDownLatch never = new CountDownLatch(1);
    dispatcher.add(channel("stuck", alert -> never.await()));
    Recording other = add("other");

    dispatcher.accept(alert(7));

    waitUntil("the other heard", () -> other.ids().size() == 1);
    assertThat(other.ids()).containsExactly("demo-7");
  }

  @Test
  void triesAgainUntilAChannelTakesIt() {
    AtomicInteger calls = new AtomicInteger();
    List<String> heard = new CopyOnWriteArrayList<>();
    dispatcher.add(
        channel(
            "moody",
            alert -> {
              if (calls.incrementAndGet() < 3) {
                throw new java.io.IOException("no network");
              }
              heard.add(alert.id());
            }));

    dispatcher.accept(alert(7));
    waitUntil("it was taken", () -> !heard.isEmpty());

    assertThat(heard).containsExactly("demo-7");
    assertThat(calls).hasValue(3);
  }

  @Test
  void givesUpOneAlertSoThatOthersGetThrough() {
    List<String> heard = new CopyOnWriteArrayList<>();
    dispatcher.add(
        channel(
            "picky",
            alert -> {
              if (alert.id().equals("demo-7")) {
                throw new IllegalArgumentException("too long");
              }
              heard.add(alert.id());
            }));

    dispatcher.accept(alert(7));
    dispatcher.accept(alert(8));

    waitUntil("the next got through", () -> !heard.isEmpty());
    assertThat(heard).containsExactly("demo-8");
  }

  @Test
  void readsFromTheTraceWhatWasNotToldBeforeARestart() {
    Recording before = add("log");
    dispatcher.accept(alert(3));
    waitUntil("it heard", () -> before.ids().size() == 1);
    dispatcher.close();
    trace.add(noted(3, "old"));
    trace.add(noted(5, "missed"));
    trace.add(noted(6, "of this start"));

    dispatcher = new AlertDispatcher(folder, QUICK);
    Recording after = add("log");
    dispatcher.opened(DEMO, reader(), 5);

    waitUntil("it caught up", () -> after.ids().size() == 1);
    assertThat(after.ids()).containsExactly("demo-5");
    waitUntil("the cursor is kept", () -> cursor("log").equals("5"));
  }

  @Test
  @Tag("P2")
  void tellsANewChannelNothingOfThePast() {
    trace.add(noted(3, "old"));
    dispatcher.opened(DEMO, reader(), 3);

    Recording fresh = add("fresh");
    dispatcher.accept(alert(4));

    waitUntil("it heard", () -> !fresh.ids().isEmpty());
    assertThat(fresh.ids()).containsExactly("demo-4");
  }

  private String cursor(String channel) {
    try {
      Path file = folder.resolve(channel).resolve("demo");
      return Files.exists(file) ? Files.readString(file).strip() : "";
    } catch (java.io.IOException e) {
      return "";
    }
  }

  private Recording add(String name) {
    Recording recording = new Recording();
    dispatcher.add(channel(name, recording));
    return recording;
  }

  private static Alert alert(long sequence) {
    return new Alert("demo-" + sequence, sequence, Alert.Level.WARNING, DEMO, "text");
  }

  private static Turn noted(long sequence, String text) {
    return new Turn(
        sequence,
        sequence,
        new ControlEvent.Pause("test"),
        List.of(new TurnResult.Noted(Alert.Level.WARNING, text)));
  }

  private TraceReader reader() {
    return new TraceReader() {
      @Override
      public void tail(int count, Predicate<Turn> wanted, Listener listener) {
        trace.forEach(listener::take);
      }

      @Override
      public List<Turn> read(TraceQuery query, int limit) {
        return trace.stream().filter(turn -> turn.sequence() >= query.fromSequence()).toList();
      }

      @Override
      public List<Turn> explain(ClientOrderId orderId) {
        return List.of();
      }
    };
  }

  /** What a channel does. */
  private interface Delivery {
    void deliver(Alert alert) throws Exception;
  }

  private static final class Recording implements Delivery {
    private final List<String> ids = new CopyOnWriteArrayList<>();

    List<String> ids() {
      return ids;
    }

    @Override
    public void deliver(Alert alert) {
      ids.add(alert.id());
    }
  }

  private static Plugin<AlertChannel> channel(String name, Delivery delivery) {
    AlertChannel channel =
        new AlertChannel() {
          @Override
          public String name() {
            return name;
          }

          @Override
          public void deliver(Alert alert) throws Exception {
            delivery.deliver(alert);
          }
        };
    return new Plugin<>(PluginKind.ALERT, name, channel, "test", "1");
  }
}
