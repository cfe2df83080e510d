package dev.bourse.itests.backtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
}
