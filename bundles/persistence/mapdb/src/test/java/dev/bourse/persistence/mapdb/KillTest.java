package dev.bourse.persistence.mapdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreException;
import dev.bourse.api.persistence.StoreSpec;
import dev.bourse.testkit.persistence.TestEntries;
import dev.bourse.testkit.process.ChildProcess;
import dev.bourse.testkit.process.KillHarness;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("N4")
final class KillTest {
  private static final int KILLS = Integer.getInteger("bourse.kills", 10);
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir Path directory;

  @Test
  void aKilledProcessLosesNothingItHadWritten() {
    KillHarness harness =
        new KillHarness(AppendingProgram.class, List.of(directory.toString()), 7, LIMIT);

    for (int kill = 1; kill <= KILLS; kill++) {
      List<String> lines = harness.runAndKill(2_000);
      long printed = Long.parseLong(lines.get(lines.size() - 1));

      try (Store store = new MapDbBackend().open(AppendingProgram.spec(directory))) {
        long last = store.journal().opening().lastSequence();
        assertThat(store.journal().opening().damage()).isEmpty();
        assertThat(last).isGreaterThanOrEqualTo(printed);
        assertThat(TestEntries.lines(TestEntries.drain(store.journal().read(0))))
            .isEqualTo(TestEntries.lines(TestEntries.entries(1, last + 1)));
      }
    }
  }

  @Test
  void refusesAStoreThatAnotherProcessHasOpen() {
    StoreSpec spec = AppendingProgram.spec(directory);
    try (ChildProcess child =
        ChildProcess.start(AppendingProgram.class, List.of(directory.toString()))) {
      child.nextLine(LIMIT);

      assertThatThrownBy(() -> new MapDbBackend().open(spec))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("store demo")
          .hasMessageContaining("already open in process " + child.pid());
    }
  }
}
