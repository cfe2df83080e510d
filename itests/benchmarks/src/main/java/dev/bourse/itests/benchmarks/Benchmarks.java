package dev.bourse.itests.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Prints the table of speed budgets with what this machine reaches. */
public final class Benchmarks {
  private Benchmarks() {}

  /**
   * Measures everything; {@code core} leaves the disk and the live trader out, {@code data}
   * measures recorded data and nothing else, {@code trip} the way from a tick to an order over
   * sockets, {@code backtest} whole backtests and sweeps.
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    Machine.describe().forEach(out::println);
    String wanted = arguments.length == 0 ? "all" : arguments[0];
    List<Row> rows;
    Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "bench-");
    try {
      rows = measure(wanted, folder);
    } finally {
      delete(folder);
    }
    out.println(Machine.load());
    out.println();
    out.println("| what | must | measured | measured / must | verdict |");
    out.println("|---|---|---|---|---|");
    rows.forEach(row -> out.println(row.line()));
  }

  private static List<Row> measure(String wanted, Path folder) throws IOException {
    boolean all = wanted.equals("all");
    List<Row> rows = new ArrayList<>();
    if (all || wanted.equals("core")) {
      rows.addAll(new CoreRows().measure());
      rows.addAll(new DecodeRows().measure());
    }
    if (all) {
      DiskRows disk = new DiskRows(folder);
      rows.addAll(disk.measure());
      rows.addAll(new LiveRows(folder).measure(disk.fsync()));
    }
    if (all || wanted.equals("trip")) {
      rows.addAll(new RoundTripRows(Files.createDirectory(folder.resolve("trip"))).measure());
    }
    if (all || wanted.equals("data")) {
      rows.addAll(new DataRows(Files.createDirectory(folder.resolve("data"))).measure());
    }
    if (all || wanted.equals("backtest")) {
      rows.addAll(new BacktestRows(Files.createDirectory(folder.resolve("backtest"))).measure());
    }
    return rows;
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }
}
