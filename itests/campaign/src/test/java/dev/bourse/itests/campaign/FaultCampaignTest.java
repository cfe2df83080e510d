package dev.bourse.itests.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lost, late and repeated answers, cut connections, silent feeds and kills of our process, drawn
 * from seeds. At every instant no more could be held than risk approved, and the user's own coins
 * are untouched; once it is calm the books equal the venue's, and no order was sent twice.
 */
@Tag("B1")
@Tag("H3")
@Tag("P4")
@Tag("P23")
class FaultCampaignTest {
  private static final int AT_ONCE = 3;

  private final AtomicInteger pairs = new AtomicInteger();
  @TempDir private Path folder;

  @Test
  void theBooksEqualTheVenuesWhateverWentWrong() throws Exception {
    int runs = Integer.getInteger("campaign.runs", 20);
    long first = Long.getLong("campaign.seed", 1);

    List<String> failures = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<List<String>>> results = new ArrayList<>();
      for (long seed = first; seed < first + runs; seed++) {
        long drawn = seed;
        results.add(threads.submit(() -> failuresOf(drawn)));
      }
      for (Future<List<String>> result : results) {
        failures.addAll(result.get());
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(failures).isEmpty();
    assertThat(runs < 4 || pairs.get() > 0).as("pairs were placed in one of four runs").isTrue();
  }

  private List<String> failuresOf(long seed) throws IOException {
    CampaignRun run = new CampaignRun(seed, Files.createDirectory(folder.resolve("run-" + seed)));
    List<String> problems = new ArrayList<>();
    try {
      problems.addAll(run.run());
      pairs.addAndGet(run.pairs());
    } catch (AssertionError | RuntimeException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
    return problems.isEmpty()
        ? List.of()
        : List.of("seed " + seed + ": " + problems + "; what went wrong: " + run.story());
  }
}
