package dev.bourse.itests.campaign;

import dev.bourse.testkit.process.ChildProcess;
import dev.bourse.venue.binance.LocalVenue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trading process that is started, listened to and killed; every line of it is judged. */
final class Child implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofMinutes(2);

  /** A timer may be late by what the machine is busy with. */
  private static final Duration SLACK = Duration.ofSeconds(1);

  /** What was said longer ago is not what is. */
  private static final long FRESH = Duration.ofSeconds(1).toNanos();

  private final Plan plan;
  private final Path folder;
  private final LocalVenue venue;
  private final String strategy;
  private final Halt halt = new Halt();
  private final List<String> problems = new ArrayList<>();
  private @Nullable ChildProcess process;
  private @Nullable Saying last;
  private long saidAt;
  private int starts;

  Child(Plan plan, Path folder, LocalVenue venue, String strategy) {
    this.plan = plan;
    this.folder = folder;
    this.venue = venue;
    this.strategy = strategy;
  }

  void start() {
    process =
        ChildProcess.start(
            TradingProcess.class,
            List.of("-Xmx192m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
            List.of(
                folder.toString(),
                venue.restUrl(),
                venue.socketUrl(),
                Long.toString(plan.seed()),
                Integer.toString(starts++),
                strategy));
  }

  int starts() {
    return starts;
  }

  /** Its folder. */
  Path folder() {
    return folder;
  }

  void kill() {
    ChildProcess child = process;
    if (child != null) {
      child.kill().forEach(this::hear);
    }
    saidAt = 0;
  }

  /** Takes the lines that are there. */
  void listen() {
    ChildProcess child = process;
    if (child != null) {
      child.linesSoFar().forEach(this::hear);
    }
  }

  /** Waits for its next line. */
  Saying next() {
    ChildProcess child = process;
    if (child == null) {
      throw new IllegalStateException("the process was not started");
    }
    return hear(child.nextLine(PATIENCE));
  }

  private Saying hear(String line) {
    Saying said = Saying.read(line);
    last = said;
    saidAt = System.nanoTime();
    if (said.unprotected() > TraderFiles.PROTECT_WITHIN.plus(SLACK).toMillis()) {
      problems.add("a position had no stop and nobody saw it: " + said.brief());
    }
    problems.addAll(halt.heard(said));
    return said;
  }

  /** What it said last, null if that is long ago or said before it was killed. */
  @Nullable Saying fresh() {
    return saidAt != 0 && System.nanoTime() - saidAt < FRESH ? last : null;
  }

  /** What it said last, null for nothing. */
  @Nullable Saying last() {
    return last;
  }

  Halt halt() {
    return halt;
  }

  /** What was wrong with its lines. */
  List<String> problems() {
    return problems;
  }

  /** Waits until it trades. */
  Saying awaitRunning() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Saying said = next();
    while (!said.status().equals("RUNNING")) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the trader does not run: " + said);
      }
      said = next();
    }
    return said;
  }

  @Override
  public void close() {
    kill();
  }
}
