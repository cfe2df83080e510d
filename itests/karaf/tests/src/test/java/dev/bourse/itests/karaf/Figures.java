package dev.bourse.itests.karaf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Measured figures find their way from the container into the log of the build. They are for
 * people: no test asserts them.
 */
final class Figures implements BeforeAllCallback, AfterAllCallback {
  private static final Path FILE = Path.of(System.getProperty("bourse.figures", "figures.txt"));

  /** For the extension of tests. */
  Figures() {}

  /** Keeps a sentence for the build. */
  static void report(String sentence) throws IOException {
    Files.writeString(FILE, sentence + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    if (Side.here() == Side.BUILD) {
      Files.deleteIfExists(FILE);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (Side.here() == Side.BUILD && Files.exists(FILE)) {
      System.out.println(Files.readString(FILE));
    }
  }
}
