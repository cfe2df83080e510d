package dev.bourse.itests.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a new user meets: {@code ./bourse} from outside, over SSH. */
@Tag("P8")
class QuickStartIT {
  private static final Pattern ALERT =
      Pattern.compile("alert: bourse \\[.*\\] deploy/half.jar is no readable jar");

  @TempDir static Path folder;
  static UserFolder user;

  @BeforeAll
  static void start() throws Exception {
    user = UserFolder.in(folder);
    user.startWithItsTrader();
  }

  @AfterAll
  static void stop() throws Exception {
    user.close();
  }

  @Test
  void writesTheConfigurationOfADemoTrader() throws IOException {
    List<String> files = names(user.file("conf"));

    assertThat(files)
        .containsExactly(
            "README.md",
            "dev.bourse.account-demo.cfg",
            "dev.bourse.risk-limits.cfg",
            "dev.bourse.strategy-ema.cfg",
            "dev.bourse.trader-demo.cfg");
  }

  @Test
  void refusesASecondStartInTheSameFolder() throws Exception {
    Ran second = user.bourse("start");

    assertThat(second.exit()).isEqualTo(1);
    assertThat(second.text())
        .isEqualTo(
            "Bourse is already running in this folder, process "
                + user.pid()
                + ". See it with ./bourse status, end it with ./bourse stop.\n");
  }

  @Test
  @Tag("A2")
  void runsInTheBackgroundAndAnswersItsClient() throws Exception {
    Ran status = user.bourse("status");
    Ran list = user.bourse("client", "trader:list --no-format demo");

    assertThat(status.exit()).isZero();
    assertThat(status.text()).startsWith("Bourse is running, process " + user.pid() + ", shell on");
    assertThat(list.exit()).isZero();
    assertThat(list.text()).contains("Trader\tMode\tStatus", "demo\treplay\t");
  }

  @Test
  @Tag("A2")
  @Tag("B12")
  @Tag("P7")
  void aSecondProcessOnTheSameStoreIsRefusedAndTheFirstGoesOn(@TempDir Path other)
      throws Exception {
    Patience.until("the first runs", () -> user.shell("trader:status demo").contains("RUNNING"));
    try (UserFolder second = UserFolder.in(other)) {
      second.configure();
      second.javaOptions("-Dbourse.var=" + user.file("var"));

      Process foreground = second.foreground();
      Patience.until(
          "the second waits",
          () -> second.shellOrNothing("trader:status demo").contains("WAITING"));
      String refused = second.shell("trader:status demo");
      TraderPage before = TraderPage.of(user.shell("trader:info demo"));
      Patience.until(
          "the first goes on",
          () -> TraderPage.of(user.shell("trader:info demo")).turns() > before.turns() + 20);
      second.stop();

      assertThat(refused)
          .contains("is already open in process " + user.pid() + "; close it there first");
      assertThat(user.shell("trader:status demo")).contains("RUNNING");
      assertThat(foreground.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(foreground.exitValue()).isZero();
    }
  }

  @Test
  void keepsSecretsFromOtherUsersOfTheMachine() throws IOException {
    Path secrets = user.file("var/secrets");

    assertThat(mode(secrets)).isEqualTo("rwx------");
    assertThat(mode(user.file("var/karaf/data"))).isEqualTo("rwx------");
    assertThat(mode(secrets.resolve("client"))).isEqualTo("rwx------");
    assertThat(mode(secrets.resolve("users.properties"))).isEqualTo("rw-------");
    assertThat(mode(secrets.resolve("client/users.properties"))).isEqualTo("rw-------");
  }

  @Test
  @Tag("P5")
  void hasNoDefaultUser() {
    ThrowingCallable login = () -> user.shellAs("karaf", "karaf", "trader:list");

    assertThatThrownBy(login).hasMessageContaining("No more authentication methods available");
  }

  @Test
  @Tag("P6")
  void configuresTheDemoTraderFromTheUsersFolder() throws Exception {
    String answer = user.shell("trader:config demo");

    assertThat(user.file("conf/dev.bourse.trader-demo.cfg")).exists();
    assertThat(answer).containsPattern("demo +mode +replay");
  }

  @Test
  @Tag("P7")
  void namesATruncatedJar() throws Exception {
    DroppedJar whole = DroppedJar.needing("com.example.half", "java.util");

    whole.truncated().into(user.file("deploy"), "half.jar");
    Patience.until("an alert names half.jar", () -> ALERT.matcher(user.log()).find());

    assertThat(user.shell("trader:list")).contains("deploy/half.jar is no readable jar");
  }

  @Test
  @Tag("P7")
  void namesABundleThatCannotBeResolvedAndWhatItMisses() throws Exception {
    DroppedJar bundle = DroppedJar.needing("com.example.lonely", "com.example.nowhere");

    bundle.into(user.file("deploy"), "lonely.jar");

    Patience.until(
        "the log names the bundle",
        () -> user.log().contains("com.example.lonely 1.0.0 cannot work"));
    assertThat(user.log()).contains("package (osgi.wiring.package=com.example.nowhere)");
  }

  @Test
  @Tag("P11")
  void runsABacktestAgainUnderHarderConditionsInOneTable() throws Exception {
    String screen =
        user.shell("backtest:run --strategy emacross --data bitstamp --bar 1m --stress");

    assertThat(screen)
        .containsPattern("Report: .*/var/backtests/.*/report.html")
        .containsPattern("(?m)^as asked  .* USD .*$")
        .containsPattern("(?m)^doubled fees  .* USD .*$")
        .containsPattern("(?m)^pessimistic fills  .* USD .*$")
        .containsPattern("(?m)^a bar more of delay  .* USD .*$")
        .containsPattern("(?m)^all of these  .* USD .*$");
    assertThat(user.rows("backtest:list")).hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  @Tag("P15")
  void sweepsParametersAndRanksThem() throws Exception {
    String screen =
        user.shell(
            "backtest:sweep --strategy emacross --set fast=5,10 --set slow=30,40 --data bitstamp"
                + " --bar 1m");

    assertThat(screen)
        .startsWith("4 combinations of fast, slow, ranked by ")
        .containsPattern("Table: .*/sweep.csv");
  }

  @Test
  void saysWhatItDoesNotKnow() throws Exception {
    Ran ran = user.bourse("strat");

    assertThat(ran)
        .isEqualTo(new Ran(1, "Bourse knows no command \"strat\". See ./bourse --help.\n"));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
