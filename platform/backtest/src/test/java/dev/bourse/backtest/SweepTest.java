package dev.bourse.backtest;

import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Market.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.backtest.Figure;
import dev.bourse.api.backtest.SweepResult;
import dev.bourse.api.backtest.SweepResult.Point;
import dev.bourse.api.backtest.SweepRun;
import dev.bourse.api.backtest.SweepSpec;
import dev.bourse.api.config.ConfigException;
import dev.bourse.api.event.Trade;
import dev.bourse.backtest.plan.Plugins;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import dev.bourse.report.Reports;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("P15")
@Tag("S20")
class SweepTest {
  @TempDir Path folder;

  private final AtomicInteger opened = new AtomicInteger();

  private ListData waves() {
    ListData data = Runs.waves(4_000);
    return new ListData(
        List.of(BTCUSD),
        () -> {
          opened.incrementAndGet();
          return data.events();
        });
  }

  private Backtests service(ListData data) {
    return new Backtests(Runs.plugins(data), folder, () -> Optional.of(new Reports()));
  }

  private static Map<String, List<String>> grid() {
    Map<String, List<String>> grid = new LinkedHashMap<>();
    grid.put("bars", List.of("1", "2", "3", "5"));
    grid.put("quantity", List.of("1", "0.5"));
    return grid;
  }

  private static SweepSpec spec(int parallel) {
    return new SweepSpec(Runs.spec(), grid(), "net-profit", parallel);
  }

  private static SweepSpec spec(Map<String, List<String>> values, String rank) {
    return new SweepSpec(Runs.spec(), values, rank, 1);
  }

  private static BigDecimal profit(Point point) {
    return point.figures().stream()
        .filter(figure -> figure.name().equals("Net profit"))
        .map(Figure::value)
        .findFirst()
        .orElseThrow();
  }

  private static String sha256(Path file) throws Exception {
    byte[] bytes = Files.readString(file).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void ranksEveryCombinationByTheStatistic() {
    SweepResult result = service(waves()).sweep(spec(2)).result().join();

    List<Point> points = result.points();

    assertThat(points).hasSize(8);
    assertThat(points)
        .extracting(SweepTest::profit)
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    assertThat(points).extracting(Point::parameters).doesNotHaveDuplicates();
    assertThat(result.parameters()).containsExactly("bars", "quantity");
    assertThat(result.notes().get(0)).startsWith("Net profit: best ");
    assertThat(result.notes().get(1)).startsWith("The best of 8 was chosen by its result");
  }

  @Test
  void ranksByLessWhereLessIsBetter() {
    SweepSpec spec = spec(grid(), "Max drawdown");

    SweepResult result = service(waves()).sweep(spec).result().join();

    assertThat(result.points())
        .extracting(
            point ->
                point.figures().stream()
                    .filter(figure -> figure.name().equals("Max drawdown"))
                    .map(Figure::value)
                    .findFirst()
                    .orElseThrow())
        .isSorted();
  }

  @Test
  void everyPointEqualsASingleRun() throws Exception {
    Backtests service = service(waves());
    SweepResult result = service.sweep(spec(2)).result().join();

    for (Point point : result.points()) {
      BacktestSpec base = Runs.spec();
      BacktestSpec single =
          new BacktestSpec(
              base.strategy(),
              point.parameters(),
              base.data(),
              base.instruments(),
              base.bar(),
              base.from(),
              base.to(),
              base.cash(),
              base.exchange(),
              base.risk());
      String id = service.start(single).result().join().id();

      assertThat(id).isEqualTo(point.id());
      assertThat(sha256(folder.resolve(id).resolve("orders.csv"))).isEqualTo(point.ordersHash());
      assertThat(service.find(id).orElseThrow().statistics())
          .containsExactlyEntriesOf(texts(point));
    }
  }

  private static Map<String, String> texts(Point point) {
    Map<String, String> texts = new LinkedHashMap<>();
    point.figures().forEach(figure -> texts.put(figure.name(), figure.text()));
    return texts;
  }

  @Test
  void givesTheSameBytesHoweverManyRunAtOnce() throws IOException {
    Backtests one =
        new Backtests(
            Runs.plugins(waves()), folder.resolve("one"), () -> Optional.of(new Reports()));
    Backtests other =
        new Backtests(
            Runs.plugins(waves()), folder.resolve("other"), () -> Optional.of(new Reports()));

    SweepResult alone = one.sweep(spec(1)).result().join();
    SweepResult four = other.sweep(spec(4)).result().join();

    assertThat(four.points()).isEqualTo(alone.points());
    assertThat(four.id()).isEqualTo(alone.id());
    assertThat(Files.readString(four.file())).isEqualTo(Files.readString(alone.file()));
    assertThat(Files.readAllLines(alone.file())).hasSize(9);
    assertThat(Files.readAllLines(alone.file()).get(0))
        .startsWith("rank,bars,quantity,Start equity");
  }

  @Test
  void doesNotRunFinishedPointsAgain() throws IOException {
    Backtests service = service(waves());
    SweepResult first = service.sweep(spec(2)).result().join();
    String bytes = Files.readString(first.file());
    int before = opened.get();

    SweepRun again = service.sweep(spec(2));
    SweepResult second = again.result().join();

    assertThat(opened.get() - before).as("the data is read once, to know what it is").isEqualTo(1);
    assertThat(again.kept()).isEqualTo(8);
    assertThat(again.finished()).isEqualTo(8);
    assertThat(second).isEqualTo(first);
    assertThat(Files.readString(second.file())).isEqualTo(bytes);
  }

  @Test
  void runsAPointAgainWhoseFileIsDamaged() throws IOException {
    Backtests service = service(waves());
    SweepResult first = service.sweep(spec(2)).result().join();
    Path file = folder.resolve("sweeps/points").resolve(first.points().get(0).id() + ".txt");
    Files.writeString(file, Files.readString(file).replace("Net profit,", "Net profit,1"));

    SweepRun again = service.sweep(spec(2));

    assertThat(again.result().join()).isEqualTo(first);
    assertThat(again.kept()).isEqualTo(7);
  }

  @Test
  void otherDataHasOtherPoints() {
    service(waves()).sweep(spec(2)).result().join();

    SweepRun other = service(Runs.waves(2_000)).sweep(spec(2));

    assertThat(other.result().join().points()).hasSize(8);
    assertThat(other.kept()).isZero();
  }

  @Test
  void goesOnWithTheRestAfterItWasCancelled() throws Exception {
    CountDownLatch third = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    AtomicInteger begun = new AtomicInteger();
    Plugins plugins =
        new Plugins()
            .strategy(
                "patience",
                "1.0",
                new Patience(
                    () -> {
                      if (begun.incrementAndGet() == 3) {
                        third.countDown();
                        awaitUninterruptibly(cancelled);
                      }
                    }))
            .exchange("simulated", "1.0", new SimulatedExchangeFactory())
            .data("1.0", waves());
    Backtests service = new Backtests(plugins, folder, () -> Optional.of(new Reports()));
    SweepRun run = service.sweep(spec(1));
    third.await();

    run.cancel();
    cancelled.countDown();

    assertThatThrownBy(() -> run.result().join()).isInstanceOf(CancellationException.class);
    SweepRun again = service.sweep(spec(1));
    assertThat(again.result().join().points()).hasSize(8);
    assertThat(again.kept()).isEqualTo(2);
    assertThat(run.finished()).isEqualTo(2);
  }

  @Test
  void readsTheDataOnceForAllPoints() {
    service(waves()).sweep(spec(2)).result().join();

    assertThat(opened).hasValue(1);
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this test", e);
    }
  }

  @Test
  void aPointThatFailsKeepsTheOthersAndIsRunAgain() {
    Backtests service = service(waves());
    SweepSpec spec = spec(Map.of("fails", List.of("no", "yes")), "net-profit");

    SweepResult result = service.sweep(spec).result().join();
    SweepRun again = service.sweep(spec);

    Point last = result.points().get(1);
    assertThat(last.problem()).startsWith("the run ended early: strategy patience threw");
    assertThat(last.figures()).isEmpty();
    assertThat(result.notes())
        .singleElement()
        .asString()
        .startsWith("1 combination has no result, the first because: the run ended early");
    assertThat(again.result().join()).isEqualTo(result);
    assertThat(again.kept()).isEqualTo(1);
  }

  @Test
  void leavesOutWhatTheStrategyItselfRefuses() {
    SweepSpec spec = spec(Map.of("bars", List.of("1", "13", "2")), "net-profit");

    SweepRun run = service(waves()).sweep(spec);

    assertThat(run.points()).isEqualTo(2);
    assertThat(run.result().join().points().get(2))
        .isEqualTo(
            new Point(
                "",
                Map.of("bars", "13"),
                List.of(),
                "",
                "strategy patience: bars=13 is a number that patience does not take"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "slow | 1,2 | net-profit | unknown key \"slow\": known are bars, quantity, fails",
        "bars | 1,many | net-profit | bars=many must be a plain integer",
        "bars | 1,1 | net-profit | bars=1,1 names a value twice",
        "bars | 1,2 | luck | there is no statistic \"luck\" to rank by: known are net-profit,",
        "bars | 1,2 | turnover | Turnover says nothing about the worth of a run: rank by another"
            + " statistic",
        "bars | 13 | net-profit | strategy patience: bars=13 is a number that patience does not take"
      })
  void refusesBadInputBeforeAnythingRuns(String name, String values, String rank, String sentence) {
    SweepSpec spec = spec(Map.of(name, List.of(values.split(",", -1))), rank);

    assertThatThrownBy(() -> service(waves()).sweep(spec))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(sentence);
    assertThat(opened).hasValue(0);
  }

  @Test
  void reportsAllProblemsTogether() {
    BacktestSpec base = Runs.spec("bars", "2");
    SweepSpec spec = new SweepSpec(base, Map.of("bars", List.of("1")), "luck", 0);

    assertThatThrownBy(() -> service(waves()).sweep(spec))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("there is no statistic \"luck\"")
        .hasMessageContaining("bars is given twice, as a fixed parameter and as one to vary")
        .hasMessageContaining("parallel=0 is out of range: 1..256");
  }

  @Test
  void refusesTooManyCombinationsAndNone() {
    List<String> many = IntStream.range(1, 202).mapToObj(String::valueOf).toList();
    Map<String, List<String>> large = new LinkedHashMap<>();
    large.put("bars", many);
    large.put("quantity", many);

    assertThatThrownBy(() -> service(waves()).sweep(spec(large, "net-profit")))
        .hasMessageContaining("40401 combinations are too many: a sweep has at most 10000");
    assertThatThrownBy(() -> service(waves()).sweep(spec(Map.of(), "net-profit")))
        .hasMessageContaining("a sweep needs at least one parameter with several values");
  }

  @Test
  void needsTheReportBundleAndData() {
    Backtests bare = new Backtests(Runs.plugins(waves()), folder, Optional::empty);
    Backtests empty = service(ListData.of(List.of(BTCUSD), new Trade[0]));

    SweepRun run = empty.sweep(spec(1));

    assertThatThrownBy(() -> bare.sweep(spec(1)))
        .hasMessage(
            "a sweep ranks by statistics, and the report bundle that computes them is not installed");
    assertThatThrownBy(() -> run.result().join())
        .hasRootCauseMessage("data set \"list\" has no event of these instruments in this range");
  }

  @Test
  void hasADashAsRankWhereTheStatisticHasNoValue() {
    SweepSpec spec = spec(Map.of("bars", List.of("1", "2")), "sharpe-ratio");
    ListData oneDay = ListData.of(List.of(BTCUSD), trade(BTCUSD, 0, "100.00", "10"));

    SweepResult result = service(oneDay).sweep(spec).result().join();

    assertThat(result.points())
        .extracting(point -> point.parameters().get("bars"))
        .containsExactly("1", "2");
    assertThat(result.notes()).isEmpty();
  }
}
