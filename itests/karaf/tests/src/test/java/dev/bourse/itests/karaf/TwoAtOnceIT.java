package dev.bourse.itests.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two {@code ./bourse} of one folder that both have to build or to unpack. */
class TwoAtOnceIT {
  @TempDir private Path folder;
  private UserFolder user;
  private Path lock;

  @BeforeEach
  void locked() throws Exception {
    user = UserFolder.in(folder);
    lock = Files.createDirectories(user.file("var")).resolve("build.lock");
  }

  @Test
  void theSecondWaitsUntilTheFirstIsDone() throws Exception {
    long first = ProcessHandle.current().pid();
    Files.createSymbolicLink(lock, Path.of(Long.toString(first)));

    Process second = user.process(List.of("./bourse", "build")).redirectErrorStream(true).start();
    try (BufferedReader said = second.inputReader(StandardCharsets.UTF_8)) {
      String waiting = said.readLine();
      Files.delete(lock);

      assertThat(waiting)
          .isEqualTo("Another ./bourse is building here, process " + first + ": waiting for it.");
      assertThat(said.readLine()).startsWith("The distribution is built");
      assertThat(second.waitFor()).isZero();
    }
  }

  @Test
  void aFirstThatWasKilledIsNotWaitedFor() throws Exception {
    Process killed = user.process(List.of("./bourse", "--help")).start();
    killed.waitFor();
    Files.createSymbolicLink(lock, Path.of(Long.toString(killed.pid())));

    Ran ran = user.bourse("venue", "--help");

    assertThat(ran.exit()).as(ran.text()).isZero();
    assertThat(ran.text()).startsWith("Unpacking the distribution to var/karaf/home.\n");
    assertThat(Files.exists(lock, LinkOption.NOFOLLOW_LINKS)).isFalse();
  }
}
