package dev.bourse.backtest;

import dev.bourse.report.Reports;
import java.nio.file.Path;
import java.util.Optional;

/** A run in a JVM of its own; prints the id of its result. */
public final class RunOnce {
  private RunOnce() {}

  public static void main(String[] arguments) {
    Backtests service =
        new Backtests(
            Runs.plugins(Runs.waves(20_000)),
            Path.of(arguments[0]),
            () -> Optional.of(new Reports()));
    System.out.println(service.start(Runs.spec("bars", "3")).result().join().id());
  }
}
