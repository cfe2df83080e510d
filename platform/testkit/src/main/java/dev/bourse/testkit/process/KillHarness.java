package dev.bourse.testkit.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Runs a program and kills it at a random moment. */
public final class KillHarness {
  private final Class<?> main;
  private final List<String> arguments;
  private final Random random;
  private final Duration limit;

  /**
   * For a main class that prints a line per step.
   *
   * @param main the program
   * @param arguments its arguments
   * @param seed decides after which line it is killed
   * @param limit how long a line may take
   */
  public KillHarness(Class<?> main, List<String> arguments, long seed, Duration limit) {
    this.main = main;
    this.arguments = List.copyOf(arguments);
    this.random = new Random(seed);
    this.limit = limit;
  }

  /**
   * Starts the program, kills it with SIGKILL after one to so many lines, and gives all whole lines
   * that it printed, also those of the moment between our decision and its death.
   */
  public List<String> runAndKill(int lines) {
    int wanted = 1 + random.nextInt(lines);
    try (ChildProcess child = ChildProcess.start(main, arguments)) {
      List<String> printed = new ArrayList<>();
      while (printed.size() < wanted) {
        printed.add(child.nextLine(limit));
      }
      printed.addAll(child.kill());
      return printed;
    }
  }
}
