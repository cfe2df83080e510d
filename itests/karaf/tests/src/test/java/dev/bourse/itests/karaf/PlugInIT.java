package dev.bourse.itests.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A strategy of one's own: made, built, dropped, traded with, taken away. One story, in order. */
@Tag("P1")
@Tag("P8")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlugInIT {
  @TempDir static Path folder;
  static UserFolder user;

  @BeforeAll
  static void makeAProjectWhileBourseRuns() throws Exception {
    user = UserFolder.in(folder);
    user.start();
    Ran made = user.bourse("new", "strategy", "my-cross");
    assertThat(made.exit()).as(made.text()).isZero();
    user.maven("my-cross", "package");
  }

  @AfterAll
  static void stop() throws Exception {
    user.close();
  }

  @Test
  @Order(1)
  @Tag("P7")
  void theTraderSaysThatItWaitsForTheStrategy() throws Exception {
    configureFasterThanShipped();

    awaitTrader("\"status\":\"WAITING\"");

    assertThat(trader()).contains("strategy type my-cross is not installed");
  }

  @Test
  @Order(2)
  void theDroppedJarTrades() throws Exception {
    drop();

    awaitTrader("\"status\":\"RUNNING\"");

    Patience.until("mycross has a fill", () -> !user.rows("trader:fills mycross").isEmpty());
    assertThat(user.rows("trader:fills mycross").get(0)).contains("BTCUSD.BITSTAMP");
  }

  @Test
  @Order(3)
  void theTraderOnlyReducesAndSaysWhyWhenTheJarIsTakenAway() throws Exception {
    Files.delete(user.file("deploy/my-cross.jar"));

    awaitTrader("\"status\":\"REDUCING\"");

    assertThat(trader()).contains("strategy type my-cross is not installed");
    assertThat(user.rows("trader:list demo")).first().asString().contains("RUNNING");
  }

  private static void configureFasterThanShipped() throws IOException {
    try (Stream<Path> files = Files.list(user.file("my-cross/conf"))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        String faster = name.contains("trader") ? "speed = 600\n" : "";
        Files.writeString(user.file("conf").resolve(name), Files.readString(file) + faster);
      }
    }
  }

  private static void drop() throws IOException {
    Path hidden = user.file("deploy/.my-cross.jar");
    Files.copy(user.file("my-cross/target/my-cross-1.0.0.jar"), hidden);
    Files.move(hidden, user.file("deploy/my-cross.jar"), StandardCopyOption.REPLACE_EXISTING);
  }

  private static String trader() throws Exception {
    return user.shell("trader:list mycross --json");
  }

  private static void awaitTrader(String status) throws Exception {
    Patience.until("trader mycross shows " + status, () -> trader().contains(status));
  }
}
