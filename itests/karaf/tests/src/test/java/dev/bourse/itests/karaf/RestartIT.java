package dev.bourse.itests.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The container dies, or is cleaned, while the demo trades. */
@Tag("P8")
class RestartIT {
  @TempDir Path folder;
  private UserFolder user;

  @BeforeEach
  void startAndTrade() throws Exception {
    user = UserFolder.in(folder);
    user.start();
    Files.writeString(
        user.file("conf/dev.bourse.trader-demo.cfg"), "speed = 600\n", StandardOpenOption.APPEND);
    Patience.until("the demo has fills", () -> user.rows("trader:fills demo").size() >= 2);
  }

  @AfterEach
  void stop() throws Exception {
    user.close();
  }

  @Test
  void goesOnWithEveryFillAfterASigkill() throws Exception {
    List<String> before = user.rows("trader:fills demo -n 1000");

    user.kill();
    user.start();
    Patience.until("the demo runs", () -> user.shell("trader:list").contains("RUNNING"));

    List<String> after = user.rows("trader:fills demo -n 1000");
    assertThat(after).doesNotHaveDuplicates().containsAll(before);
  }

  @Test
  void aCleanedKarafHasTheSameTrader() throws Exception {
    List<String> before = user.rows("trader:fills demo -n 1000");

    user.bourse("stop");
    user.start("--clean");
    Patience.until("the demo runs", () -> user.shell("trader:list").contains("RUNNING"));

    List<String> after = user.rows("trader:fills demo -n 1000");
    assertThat(after).doesNotHaveDuplicates().containsAll(before);
  }
}
