package dev.bourse.engine.manager;

import static dev.bourse.engine.Eventually.waitUntil;
import static dev.bourse.engine.manager.ManagerBench.plugin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.engine.TestStrategy;
import dev.bourse.engine.plugin.PluginKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A live trader that holds a position and rests an entry when its disk fails. */
@Timeout(120)
@Tag("F1")
class FailedJournalTest {
  @TempDir private Path folder;
  private ManagerBench bench;

  @BeforeEach
  void open() {
    bench = new ManagerBench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void sendsNothingMoreWithoutAnEmergency() throws Exception {
    holding();
    int before = bench.venue.commands().size();
    breakDisk();

    var answer = ask(new ControlEvent.Flatten("test"));
    TraderSnapshot after =
        bench.await("demo", "gave up a cancel", FailedJournalTest::wasNotCancelled);

    assertThatThrownBy(() -> answer.get(30, TimeUnit.SECONDS))
        .hasRootCauseMessage("the journal failed and takes nothing more: input/output error");
    assertThat(bench.venue.commands()).hasSize(before);
    assertThat(after.positions()).allMatch(position -> !position.isFlat());
  }

  @Test
  void closesPastAFailedJournalWhenAPersonSaysSoAndRemembersItAtTheNextStart() throws Exception {
    holding();
    breakDisk();
    String answer = ask(new ControlEvent.Emergency("test")).get(30, TimeUnit.SECONDS);
    bench.await("demo", "is flat", FailedJournalTest::isFlat);
    String again = ask(new ControlEvent.Emergency("test")).get(30, TimeUnit.SECONDS);
    List<ExchangeCommand> sent = orders();
    boolean written = Files.exists(log());

    bench.trader("demo").stop().get(30, TimeUnit.SECONDS);
    bench.await("demo", TraderStatus.STOPPED);
    bench.backend.failForce("");
    bench.trader("demo").start();
    TraderSnapshot restarted = bench.await("demo", "knows it all", this::isReconciled);
    waitUntil("the file is put aside", () -> !Files.exists(log()));

    assertThat(answer)
        .startsWith("emergency by test: cancels and closing orders go out")
        .contains("now PAUSED: flattening; 1 cancel goes out (the journal failed");
    assertThat(again).startsWith("flat: every position is closed, no order is live");
    assertThat(written).isTrue();
    assertThat(sent)
        .extracting(command -> command.getClass().getSimpleName())
        .containsExactly("Submit", "Submit", "Cancel", "Submit");
    assertThat(sent.get(3).orderId().value()).startsWith("demo-s-").contains("-_");
    assertThat(orders()).isEqualTo(sent);
    assertThat(restarted.status()).isEqualTo(TraderStatus.PAUSED);
    assertThat(restarted.order(sent.get(3).orderId()))
        .get()
        .extracting(Order::status)
        .isEqualTo(OrderStatus.FILLED);
  }

  @Test
  void closesByItselfWhenItsConfigurationSaysSo() throws Exception {
    holding("journal.failed", "flatten");

    breakDisk();
    bench.await("demo", "is flat", FailedJournalTest::isFlat);

    assertThat(orders())
        .extracting(command -> command.getClass().getSimpleName())
        .containsExactly("Submit", "Submit", "Cancel", "Submit");
    assertThat(Files.readAllLines(log())).filteredOn(line -> !line.isEmpty()).hasSize(2);
  }

  @Test
  void refusesAnEmergencyWhileTheJournalWorks() throws Exception {
    holding();

    var answer = ask(new ControlEvent.Emergency("test"));

    assertThatThrownBy(() -> answer.get(30, TimeUnit.SECONDS))
        .hasMessageContaining("the journal works, so there is no need for an emergency");
  }

  @Test
  void sendsNothingThatItCannotWriteDownAnywhere() throws Exception {
    holding();
    int before = bench.venue.commands().size();
    Files.createDirectories(log());
    breakDisk();

    var answer = ask(new ControlEvent.Emergency("test"));

    assertThatThrownBy(() -> answer.get(30, TimeUnit.SECONDS))
        .hasMessageContaining("emergency.log cannot be written either, so nothing is sent");
    assertThat(bench.venue.commands()).hasSize(before);
  }

  private void holding(String... keys) {
    TestStrategy strategy =
        new TestStrategy()
            .habit(
                (trade, count, orders) -> {
                  if (orders.isFlat()) {
                    orders.buyMarket(Quantity.of("0.1000"));
                    orders.buyLimit(Quantity.of("0.1000"), Price.of("90.00"));
                  }
                });
    bench.manager.add(plugin(PluginKind.STRATEGY, "test", strategy));
    bench.configureTrader("demo", "main", keys);
    bench.configureStrategy("demo", "s");
    bench.await("demo", TraderStatus.RUNNING);
    bench.venue.trade(100_00);
    bench.await(
        "demo",
        "holds and rests",
        view ->
            !view.positions().isEmpty()
                && view.liveOrders().size() == 1
                && view.liveOrders().get(0).status() == OrderStatus.ACCEPTED);
  }

  /** The next force fails; a pause needs one. */
  private void breakDisk() {
    bench.backend.failForce("input/output error");
    CompletableFuture<String> unused = ask(new ControlEvent.Pause("test"));
    bench.await("demo", "knows of its disk", view -> !view.storage().isEmpty());
  }

  private CompletableFuture<String> ask(ControlEvent event) {
    return bench.trader("demo").control(event);
  }

  private Path log() {
    return folder.resolve("var/traders/demo/emergency.log");
  }

  private List<ExchangeCommand> orders() {
    return bench.venue.commands().stream()
        .filter(command -> !(command instanceof ExchangeCommand.Query))
        .toList();
  }

  private static boolean isFlat(TraderSnapshot view) {
    return view.liveOrders().isEmpty() && view.positions().stream().allMatch(Position::isFlat);
  }

  private static boolean wasNotCancelled(TraderSnapshot view) {
    return view.liveOrders().stream().anyMatch(order -> order.reason().startsWith("STORAGE: "));
  }

  private boolean isReconciled(TraderSnapshot view) {
    return view.status() == TraderStatus.PAUSED && isFlat(view);
  }
}
