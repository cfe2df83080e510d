package dev.bourse.itests.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.persistence.ArchiveQuery;
import dev.bourse.api.persistence.JournalCursor;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.TraderCore;
import dev.bourse.core.codec.TurnCodec;
import dev.bourse.persistence.mapdb.MapDbBackend;
import dev.bourse.testkit.process.KillHarness;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One trader, killed with SIGKILL again and again, and checked after each death. */
@Tag("K1")
@Tag("N22")
class KillOracleTest {
  private static final int KILLS = Integer.getInteger("recovery.kills", 50);
  private static final int MOST_LINES = 150;
  private static final LifecycleEvent.StrategyBound BOUND =
      new LifecycleEvent.StrategyBound(
          TradingHouse.STRATEGY,
          "restless",
          "1",
          "p",
          TradingHouse.ACCOUNT,
          List.of(TradingHouse.BTCUSD.id()),
          "1m",
          "");

  @TempDir Path directory;

  @Test
  void everyTurnThatWasWrittenIsThereAfterEachKillWithTheSameState() {
    KillHarness harness =
        new KillHarness(
            TradingProcess.class, List.of(directory.toString()), 42, Duration.ofSeconds(60));
    Set<ClientOrderId> intents = new TreeSet<>();

    for (int kill = 1; kill <= KILLS; kill++) {
      List<String> printed = harness.runAndKill(MOST_LINES);
      String[] last = printed.get(printed.size() - 1).split(" ", -1);
      check("kill " + kill, Long.parseLong(last[0]), last[1], intents);
    }

    assertThat(intents).hasSizeGreaterThan(KILLS);
    assertThat(booksAfterOneMoreRun()).isEqualTo(venueBooks());
  }

  private void check(String kill, long sequence, String hash, Set<ClientOrderId> intents) {
    Map<Long, String> hashes = new HashMap<>();
    try (Store store = new MapDbBackend().open(TradingHouse.spec("trader", directory))) {
      Recovered recovered =
          Recovered.of(
              store,
              BOUND,
              core -> {
                if (core.sequence() == sequence) {
                  hashes.put(sequence, core.stateHash());
                }
              });
      assertThat(recovered.core().sequence()).as(kill).isGreaterThanOrEqualTo(sequence);
      assertThat(hashes).as(kill).containsEntry(sequence, hash);
      assertThat(recovered.differences()).as(kill).isEmpty();
      assertThat(store.journal().opening().damage()).as(kill).isEmpty();
      intents.addAll(intents(store, recovered.core()));
    }
    assertThat(intents).as(kill).containsAll(ordersAtVenue());
  }

  private static Set<ClientOrderId> intents(Store store, TraderCore core) {
    Set<ClientOrderId> intents = new TreeSet<>();
    TurnCodec codec = new TurnCodec(core.instruments());
    try (JournalCursor cursor = store.archive().read(ArchiveQuery.ALL)) {
      for (JournalEntry entry = cursor.next(); entry != null; entry = cursor.next()) {
        for (TurnResult result : codec.decode(entry).results()) {
          if (result instanceof TurnResult.OrderApproved approved) {
            intents.add(approved.order().id());
          }
        }
      }
    }
    return intents;
  }

  private Set<ClientOrderId> ordersAtVenue() {
    AccountEvent.MassReport report = TradingHouse.venueReport(directory);
    Set<ClientOrderId> orders = new TreeSet<>();
    report.openOrders().forEach(order -> orders.add(order.orderId()));
    report.fills().stream().map(Fill::orderId).forEach(orders::add);
    return orders;
  }

  private List<String> booksAfterOneMoreRun() {
    try (TradingHouse house = TradingHouse.open(directory, each -> {})) {
      for (int i = 0; i < 20; i++) {
        house.step();
      }
      return books(house.core().state().portfolio().balances(TradingHouse.ACCOUNT));
    }
  }

  private List<String> venueBooks() {
    return books(TradingHouse.venueReport(directory).balances());
  }

  /** A venue does not name what an account has none of. */
  private static List<String> books(List<Balance> balances) {
    return balances.stream()
        .filter(balance -> balance.total().signum() != 0)
        .map(balance -> balance.total().toString())
        .sorted()
        .toList();
  }
}
