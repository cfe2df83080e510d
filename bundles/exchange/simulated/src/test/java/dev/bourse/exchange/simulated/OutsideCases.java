package dev.bourse.exchange.simulated;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of cases that are not part of this repository. */
final class OutsideCases {
  private OutsideCases() {}

  /** The text of a file; the test is skipped where the cases are not at hand. */
  static String read(String name) throws IOException {
    String folder = System.getProperty("cases.dir", "");
    assumeTrue(
        !folder.isEmpty() && Files.isRegularFile(Path.of(folder, "outcomes", name)),
        "outcomes/"
            + name
            + " is not at hand: start the test with -Dcases.dir=<folder of the cases>");
    return Files.readString(Path.of(folder, "outcomes", name));
  }
}
