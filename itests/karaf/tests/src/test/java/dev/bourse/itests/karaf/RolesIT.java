package dev.bourse.itests.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what in the shell, over SSH. */
@Tag("P5")
class RolesIT {
  @TempDir static Path folder;
  static UserFolder user;
  static String viewer;
  static String operator;

  @BeforeAll
  static void startWithAViewerAndAnOperator() throws Exception {
    user = UserFolder.in(folder);
    user.startWithItsTrader();
    viewer = add("vera", "viewer");
    operator = add("otto", "operator");
  }

  @AfterAll
  static void stop() throws Exception {
    user.close();
  }

  @Test
  void aViewerReads() throws Exception {
    String answer = user.shellAs("vera", viewer, "trader:list --no-format");

    assertThat(answer).contains("demo");
  }

  @Test
  void aViewerSeesWhatCanBeConfigured() throws Exception {
    String exchange = user.shellAs("vera", viewer, "exchange:info simulated");
    String risk = user.shellAs("vera", viewer, "risk:info limits");

    assertThat(exchange).contains("slippage");
    assertThat(risk).contains("max.order.notional");
  }

  @Test
  void aViewerCannotHalt() throws Exception {
    String answer = user.shellAs("vera", viewer, "risk:halt demo test --yes");

    assertThat(answer).contains("Command not found: risk:halt");
  }

  @Test
  void anOperatorCanHalt() throws Exception {
    String answer = user.shellAs("otto", operator, "risk:halt demo test --yes");

    assertThat(answer).contains("halted by shell:otto: test; now HALTED");
  }

  @Test
  void anOperatorCannotConfigure() throws Exception {
    String created = user.shellAs("otto", operator, "trader:create other mode=replay");
    String installed = user.shellAs("otto", operator, "bundle:install file:/tmp/x.jar");

    assertThat(created).contains("Command not found: trader:create");
    assertThat(installed).contains("Command not found: bundle:install");
  }

  /** It would show what {@code $[secret:file]} stands for. */
  @Test
  @Tag("A3")
  void nobodySeesConfigurationsWithTheirSecrets() throws Exception {
    String listed = user.shell("config:list");

    assertThat(listed).contains("Command not found: config:list");
  }

  @Test
  void passwordsAreStoredAsHashes() throws Exception {
    Path users = user.file("var/secrets/users.properties");

    assertThat(users)
        .content()
        .contains("vera = {CRYPT}", "otto = {CRYPT}")
        .doesNotContain(viewer, operator);
  }

  private static String add(String name, String role) throws Exception {
    String answer = user.bourse("user", "add", name, role).text();
    Matcher password = Pattern.compile("has the password ([0-9a-f]{48})").matcher(answer);
    assertThat(password.find()).as(answer).isTrue();
    return password.group(1);
  }
}
