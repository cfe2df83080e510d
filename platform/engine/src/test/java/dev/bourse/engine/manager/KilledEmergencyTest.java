package dev.bourse.engine.manager;

import static dev.bourse.engine.Eventually.waitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.engine.ScriptVenue;
import dev.bourse.engine.TestStrategy;
import dev.bourse.engine.journal.EmergencyLog;
import dev.bourse.persistence.mapdb.MapDbBackend;
import dev.bourse.testkit.process.ChildProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A process that is killed with SIGKILL in the middle of an emergency, after each number of
 * commands that can have reached the venue: three cancels of entries, then the closing order.
 */
@Timeout(240)
@Tag("F1")
@Tag("K1")
class KilledEmergencyTest {
  private static final AccountId MAIN = new AccountId("main");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private final ScriptVenue venue = new ScriptVenue();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void theNextStartAdoptsWhatMayHaveBeenSentAndSendsNothingTwice(int taken) {
    List<String> printed = killAfter(taken);
    List<ClientOrderId> logged = logged();
    List<ClientOrderId> sent = closing(printed);

    venue.mood(ScriptVenue.Mood.SILENT);
    try (ManagerBench bench = new ManagerBench(folder, venue, new MapDbBackend())) {
      EmergencyProcess.configure(bench, new TestStrategy());
      TraderSnapshot adopted =
          bench.await("demo", "knows every order", view -> knows(view, printed, logged));
      waitUntil("the file is put aside", () -> logged.isEmpty() || !Files.exists(log()));
      List<ClientOrderId> inTrace = adoptedInTrace(bench);
      reconnect(adopted, printed);
      TraderSnapshot settled = bench.await("demo", "knows every fate", this::isSettled);

      assertThat(logged).containsAll(sent).hasSize(taken < 3 ? 0 : 1);
      assertThat(inTrace).containsExactlyElementsOf(logged);
      assertThat(logged).allMatch(id -> adopted.order(id).orElseThrow().unknown());
      assertThat(settled.orders().stream().filter(each -> logged.contains(each.id())))
          .allSatisfy(
              each ->
                  assertThat(each.status())
                      .isEqualTo(
                          sent.contains(each.id()) ? OrderStatus.FILLED : OrderStatus.REJECTED));
      assertThat(held(settled)).isEqualTo(1L - sent.size());
      assertThat(venue.commands()).allMatch(ExchangeCommand.Query.class::isInstance);
    }
  }

  private List<String> killAfter(int taken) {
    List<String> arguments = List.of(folder.toString(), String.valueOf(taken));
    List<String> printed = new ArrayList<>();
    try (ChildProcess child = ChildProcess.start(EmergencyProcess.class, arguments)) {
      while (!printed.contains(EmergencyProcess.STUCK)) {
        printed.add(child.nextLine(PATIENCE));
      }
      printed.addAll(child.kill());
    }
    assertThat(printed.subList(printed.indexOf(EmergencyProcess.ARMED), printed.size()))
        .hasSize(taken + 2);
    return printed;
  }

  /** The venue remembers what it took before the kill, and is reached again. */
  private void reconnect(TraderSnapshot adopted, List<String> printed) {
    for (String line : printed) {
      String[] words = line.split(" ", -1);
      if (words[0].equals("submit")) {
        Order order = adopted.order(new ClientOrderId(words[1])).orElseThrow();
        venue.remember(order, printed.contains("cancel " + words[1]));
      }
    }
    venue.mood(ScriptVenue.Mood.ANSWER);
    venue.say(new ConnectionChanged(MAIN, false, "the test", 1));
    venue.say(new ConnectionChanged(MAIN, true, "", 1));
  }

  private boolean isSettled(TraderSnapshot view) {
    return view.orders().stream().noneMatch(Order::unknown)
        && view.accounts().stream().allMatch(TraderSnapshot.AccountView::connected)
        && view.orders().stream().noneMatch(each -> each.status() == OrderStatus.SUBMITTED);
  }

  /** The closing orders of the emergency that the venue took. */
  private static List<ClientOrderId> closing(List<String> printed) {
    return printed.stream()
        .skip(printed.indexOf(EmergencyProcess.ARMED))
        .filter(line -> line.startsWith("submit "))
        .map(line -> new ClientOrderId(line.substring("submit ".length())))
        .toList();
  }

  private List<ClientOrderId> logged() {
    return new EmergencyLog(log()).read().stream().map(EmergencyLog.Placed::id).toList();
  }

  private static List<ClientOrderId> adoptedInTrace(ManagerBench bench) {
    return bench
        .trader("demo")
        .trace()
        .tail(1_000, turn -> turn.event() instanceof LifecycleEvent.EmergencyOrder)
        .stream()
        .flatMap(turn -> Stream.of(turn.event()))
        .map(LifecycleEvent.EmergencyOrder.class::cast)
        .map(LifecycleEvent.EmergencyOrder::orderId)
        .toList();
  }

  private static boolean knows(
      TraderSnapshot view, List<String> printed, List<ClientOrderId> logged) {
    List<ClientOrderId> known = view.orders().stream().map(Order::id).toList();
    List<ClientOrderId> sent =
        printed.stream()
            .filter(line -> line.startsWith("submit "))
            .map(line -> new ClientOrderId(line.substring("submit ".length())))
            .toList();
    return known.containsAll(logged) && known.containsAll(sent);
  }

  private static long held(TraderSnapshot view) {
    return view.positions().stream().filter(each -> !each.isFlat()).count();
  }

  private Path log() {
    return folder.resolve("var/traders/demo/emergency.log");
  }
}
