package dev.bourse.itests.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The container dies while traders trade, and Karaf is cleaned. One story, in order, about two
 * traders: the demo, whose decisions are compared with those of a run that nobody disturbed, and
 * one that holds a position and an open order.
 */
@Tag("P8")
@Tag("B12")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestartIT {
  private static final String HELD = "conf/dev.bourse.trader-held.cfg";
  private static final Pattern ORDER = Pattern.compile("\"order\":\"[^\"]+\"");

  @TempDir static Path folder;
  static UserFolder user;
  static List<String> undisturbedFills;
  static List<String> undisturbedOrders;
  static UsersFiles written;

  @BeforeAll
  static void runUndisturbedThenStartAnew() throws Exception {
    user = UserFolder.in(folder);
    user.configure("laps = 1", "trace.market = true", "speed = max");
    user.start();
    awaitTheEndOfTheData();
    undisturbedFills = fills();
    undisturbedOrders = orders();
    user.stop();
    UserFolder.delete(user.file("var/traders"));
    UserFolder.delete(user.file("var/venues"));
    user.append("conf/dev.bourse.trader-demo.cfg", "speed = 300");
    configureHeld();
    user.start();
  }

  @AfterAll
  static void stop() throws IOException {
    user.close();
  }

  @Test
  @Order(1)
  void recoversTheSameStateAfterASigkillWhileItHoldsAPositionAndAnOpenOrder() throws Exception {
    Patience.until("held has a position", () -> positions().contains("\"BTCUSD.BITSTAMP\""));
    user.shell("order:submit held buy 0.1 BTCUSD.BITSTAMP --price 100.00 --wait 0 --yes");
    Patience.until("its order rests", () -> user.shell("order:list held").contains("ACCEPTED"));
    TraderPage before = slowDown();
    List<String> live = user.rows("order:list held");
    String positions = positions();

    user.kill();
    user.start();
    awaitRunning("held");

    assertThat(user.log()).containsPattern(before.recovered("held"));
    assertThat(user.rows("order:list held")).isNotEmpty().isEqualTo(live);
    assertThat(positions()).isEqualTo(positions);
  }

  @Test
  @Order(2)
  void recoversTheSameStateAfterKarafWasCleaned() throws Exception {
    TraderPage before = settled();

    user.kill();
    user.start("--clean");
    awaitRunning("held");

    assertThat(user.log()).containsPattern(before.recovered("held"));
  }

  @Test
  @Order(3)
  void theTraceIsOneSequenceOverAllStarts() throws Exception {
    awaitRunning("demo");

    String[] trace = user.shell("trace:tail --market --no-format -n 1000000 demo").split("\n", -1);

    assertThat(trace.length).isGreaterThan(200);
    assertThat(Stream.of(trace).mapToLong(RestartIT::sequence))
        .isEqualTo(LongStream.range(0, trace.length).boxed().toList());
    assertThat(Stream.of(trace).filter(line -> line.contains("started"))).hasSize(3);
  }

  @Test
  @Order(4)
  void decidesAsIfNobodyHadKilledIt() throws Exception {
    user.append("conf/dev.bourse.trader-demo.cfg", "speed = max");
    written = UsersFiles.in(user.file("conf"));

    awaitTheEndOfTheData();

    assertThat(undisturbedFills).hasSizeGreaterThan(20);
    assertThat(fills()).isEqualTo(undisturbedFills);
    assertThat(orders()).isEqualTo(undisturbedOrders);
  }

  @Test
  @Order(5)
  @Tag("P6")
  void leavesTheUsersFilesAsTheUserWroteThem() throws Exception {
    user.shell("feature:uninstall bourse-alert-log");
    user.shell("feature:install bourse-alert-log");

    user.stop();
    user.start();
    awaitRunning("held");

    assertThat(UsersFiles.in(user.file("conf"))).isEqualTo(written);
  }

  /** A second trader like the demo, with an account of its own. */
  private static void configureHeld() throws IOException {
    Files.writeString(
        user.file(HELD),
        """
        mode = replay
        data = bitstamp
        accounts = held
        risk = none
        speed = 600
        """);
    Files.writeString(
        user.file("conf/dev.bourse.account-held.cfg"),
        """
        trader = held
        type = simulated
        """);
    Files.writeString(
        user.file("conf/dev.bourse.strategy-held.cfg"),
        """
        trader = held
        type = emacross
        instruments = BTCUSD.BITSTAMP
        bar = 1m
        """);
  }

  /** Makes minutes pass between two trades, and says where the trader stands then. */
  private static TraderPage slowDown() throws Exception {
    TraderPage fast = page();
    user.append(HELD, "speed = 0.001");
    Patience.until("held was restarted to be slow", () -> page().epoch() > fast.epoch());
    return settled();
  }

  /** Where a slow trader stands once it has done what there was to do. */
  private static TraderPage settled() throws Exception {
    AtomicReference<TraderPage> last = new AtomicReference<>(page());
    Patience.until("held rests", () -> isSettled(last.getAndSet(page()), last.get()));
    return last.get();
  }

  private static boolean isSettled(TraderPage before, TraderPage now) {
    return now.equals(before) && !now.hash().isEmpty();
  }

  private static TraderPage page() throws IOException {
    return TraderPage.of(user.shell("trader:info held"));
  }

  private static void awaitRunning(String trader) throws Exception {
    Patience.until(
        trader + " runs", () -> user.shell("trader:status " + trader).contains("RUNNING"));
  }

  private static void awaitTheEndOfTheData() throws Exception {
    Patience.until(
        "the data has ended",
        () -> user.shell("trader:status demo").contains("the recorded data has ended"));
  }

  private static String positions() throws IOException {
    return String.join("\n", user.rows("position:list held"));
  }

  private static List<String> fills() throws IOException {
    return numbered(user.rows("trader:fills -n 100000 demo"));
  }

  private static List<String> orders() throws IOException {
    return numbered(user.rows("order:list --all -n 100000 demo"));
  }

  /**
   * With ordinal numbers instead of the ids of orders, which have the number of the start in them
   * and count from one in each.
   */
  private static List<String> numbered(List<String> rows) {
    Map<String, Integer> numbers = new HashMap<>();
    return rows.stream().map(row -> numbered(row, numbers)).toList();
  }

  private static String numbered(String row, Map<String, Integer> numbers) {
    Matcher id = ORDER.matcher(row);
    assertThat(id.find()).as(row).isTrue();
    int number = numbers.computeIfAbsent(id.group(), each -> numbers.size() + 1);
    return id.replaceFirst("\"order\":\"" + number + "\"");
  }

  private static long sequence(String line) {
    return Long.parseLong(line.substring(0, line.indexOf('\t')));
  }
}
