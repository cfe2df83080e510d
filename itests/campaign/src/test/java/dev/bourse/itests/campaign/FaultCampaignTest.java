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
 * Lost, late and repeated answers, connections that are cut or half open, silent feeds, kills of
 * our process, stores that are wiped and second processes with the same key, drawn from seeds. At
 * every instant no more could be held than risk approved, and the user's own coins are untouched;
 * once it is calm the books equal the venue's, and no order was sent twice.
 *
 * <p><b>No position without its stop.</b> Where all exits rest at the venue ({@link Plan#pairs()})
 * {@link Observer} reckons forty times a second, from the venue's executions and open orders alone,
 * what the trader's orders made it hold and what of that the resting stops would sell. Two clocks
 * run while that is less than what is held, and begin anew once it is not:
 *
 * <ul>
 *   <li>what was in the trader's own hands: at most {@code protect.within} and two seconds more, as
 *       every look and line of ours may be late;
 *   <li>all the time in which its process lives and talks: at most a minute, for that long it may
 *       pause between two tries to connect again.
 * </ul>
 *
 * Not in its own hands, and why nobody could do more in it:
 *
 * <ul>
 *   <li>its process is dead, or has not said a word since it was started (counts for neither);
 *   <li>the account is not connected, or connected and not compared yet: nothing can be sent, or
 *       the stop may be there already;
 *   <li>a command is under way, the fate of an order is unknown, or a command is queried, because
 *       the venue is late, or lost it or its answer: to sell over an order that may work sells
 *       twice, so it waits for the answer or the proof, which takes {@code venue.settle};
 *   <li>the venue has not told it of the execution: it dropped or held back the event.
 * </ul>
 *
 * The second bound is there so that none of these can go on for ever.
 */
@Tag("B1")
@Tag("H1")
@Tag("H3")
@Tag("N22")
@Tag("P4")
@Tag("P23")
class FaultCampaignTest {
  private static final int AT_ONCE = 3;

  private final AtomicInteger pairs = new AtomicInteger();
  private final AtomicInteger brackets = new AtomicInteger();
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
    assertThat(runs < 8 || brackets.get() > 0).as("brackets were, in one of eight").isTrue();
  }

  private List<String> failuresOf(long seed) throws IOException {
    CampaignRun run =
        new CampaignRun(new Plan(seed), Files.createDirectory(folder.resolve("run-" + seed)));
    List<String> problems = new ArrayList<>();
    try {
      problems.addAll(run.run());
      pairs.addAndGet(run.pairs());
      brackets.addAndGet(run.brackets());
    } catch (AssertionError | RuntimeException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
    return problems.isEmpty()
        ? List.of()
        : List.of("seed " + seed + ": " + problems + "; what went wrong: " + run.story());
  }
}
