package dev.bourse.itests.backtest;

import dev.bourse.api.backtest.BacktestSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The 100,000 real trades of the distribution, with their description. */
final class Bitstamp {
  private static final String FILE = "bitstamp_trades.csv";
  private static final String DESCRIPTION = "bitstamp.dataset";

  private Bitstamp() {}

  /** Lays data and description into a folder; returns the description. */
  static Path lay(Path folder) throws IOException {
    Path module = Path.of(System.getProperty("basedir", ""));
    Path shipped = module.resolve("../../karaf-assembly/src/main/resources/market-data/bitstamp");
    Files.copy(module.resolve("target/market-data/bitstamp").resolve(FILE), folder.resolve(FILE));
    return Files.copy(shipped.resolve(DESCRIPTION), folder.resolve(DESCRIPTION));
  }

  /**
   * A cross of 10 and 20 one-minute bars over them, with 10,000 dollars.
   *
   * @param risk the limits of risk modules, by name
   */
  static BacktestSpec cross(Map<String, Map<String, String>> risk) {
    return new BacktestSpec(
        "emacross",
        Map.of("fast", "10", "slow", "20", "quantity", "0.5"),
        "bitstamp",
        List.of(),
        "1m",
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        List.of("10000 USD"),
        Map.of(),
        risk);
  }
}
