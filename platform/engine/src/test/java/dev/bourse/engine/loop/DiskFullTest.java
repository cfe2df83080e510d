package dev.bourse.engine.loop;

import static dev.bourse.engine.Eventually.waitUntil;
import static dev.bourse.engine.loop.Bench.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.persistence.JournalHealth;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.engine.Market;
import dev.bourse.engine.TestStrategy;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The disk is full but for the reserve, and the trader holds what it bought at 100. */
@Timeout(120)
class DiskFullTest {
  private static final JournalHealth FULL =
      new JournalHealth(JournalHealth.State.RESERVE, "the disk is full");

  @TempDir private Path folder;
  private Bench bench;

  private final TestStrategy stopped =
      new TestStrategy().habit((trade, count, orders) -> trade(trade.priceAsDouble(), orders));

  private static void trade(double price, Orders orders) {
    if (orders.isFlat() && price > 95) {
      orders.buyMarket(Quantity.of("0.1000"));
    } else if (orders.isLong() && price < 95) {
      orders.close();
    }
  }

  @BeforeEach
  void open() {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private TraderRun holding() {
    TraderRun run = bench.running(bench.live(strategy(stopped)));
    bench.venue.trade(100_00);
    bench.await("it holds", view -> !view.positions().isEmpty());
    return run;
  }

  private void fill() {
    bench.backend.health(FULL);
    bench.await(TraderStatus.REDUCING);
  }

  private static boolean isFlat(TraderSnapshot view) {
    return view.positions().stream().allMatch(Position::isFlat);
  }

  private static long events(TraderSnapshot view) {
    return view.feeds().stream().mapToLong(each -> each.events()).sum();
  }

  @Test
  @Tag("K1")
  void aPriceStillGetsAPositionOut() {
    holding();
    fill();

    bench.venue.trade(90_00);
    TraderSnapshot after = bench.await("it sold", DiskFullTest::isFlat);

    assertThat(bench.venue.submits()).isEqualTo(2);
    assertThat(after.status()).isEqualTo(TraderStatus.REDUCING);
  }

  @Test
  void saysWhatStillWorksAndForHowLong() {
    holding();

    fill();
    waitUntil("it is explained", () -> !warnings().isEmpty());

    assertThat(warnings())
        .containsExactly(
            "storage: 8 MiB are kept: half of them for prices of what is held or ordered, at first"
                + " about 8 a second for all of it and half as many with each hour; the rest of"
                + " the market data is left out, so bars are incomplete and strategies see less;"
                + " the other half takes what reduces, cancels and answers of venues, and when it"
                + " is used up the journal fails: make room");
  }

  private List<String> warnings() {
    return bench.alerts.stream()
        .filter(each -> each.level() == Alert.Level.WARNING)
        .map(Alert::text)
        .filter(each -> each.contains("storage"))
        .toList();
  }

  @Test
  void whatNobodyHoldsHasNoPriceUntilThereIsRoomAgain() {
    holding();
    fill();
    for (int i = 0; i < 100; i++) {
      bench.venue.say(Market.trade(Market.ETH, System.nanoTime(), 50_00 + i));
    }

    bench.venue.trade(99_00);
    long shown = events(bench.await("it is shown", view -> events(view) > 1));
    bench.backend.health(JournalHealth.GOOD);
    TraderSnapshot after = bench.await("the rest is shown", view -> events(view) == 5);

    assertThat(shown).isEqualTo(2);
    assertThat(after.queues()).containsEntry("market.left-out", 98L);
  }

  @Test
  @Tag("K1")
  void aRestartKnowsAllThatWasShown() throws Exception {
    TraderRun run = holding();
    fill();
    for (int i = 0; i < 500; i++) {
      bench.venue.trade(97_00 + i % 100);
    }
    bench.venue.trade(96_00);
    bench.await(
        "all is shown or left out", view -> bench.venue.submits() == 1 && known(view) == 502);
    long asked = stopped.count();
    bench.await("it is written", view -> bench.backend.forced() >= view.sequence());

    Bench.kill(run);
    bench.backend.health(JournalHealth.GOOD);
    bench.running(bench.live(strategy(stopped)));

    assertThat(stopped.count()).isEqualTo(asked);
  }

  /** Trades that were shown, gaps not counted, and those that were left out. */
  private long known(TraderSnapshot view) {
    return stopped.count() + view.queues().getOrDefault("market.left-out", 0L);
  }

  @Test
  void aPaperTraderSeesPricesToo() {
    bench.running(bench.paper(new SimulatedExchangeFactory(), strategy(stopped)));
    tradeUntil("it holds", 100_00, view -> !isFlat(view));
    fill();
    long before = events(bench.snapshot());

    tradeUntil("a price is shown", 99_00, view -> events(view) > before);

    assertThat(bench.snapshot().status()).isEqualTo(TraderStatus.REDUCING);
  }

  /** A simulated venue fills at a later trade than the one that was decided on. */
  private void tradeUntil(String what, long priceRaw, Predicate<TraderSnapshot> condition) {
    waitUntil(
        what,
        () -> {
          bench.venue.trade(priceRaw);
          return condition.test(bench.snapshot());
        });
  }
}
