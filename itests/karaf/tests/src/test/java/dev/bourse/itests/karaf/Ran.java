package dev.bourse.itests.karaf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What a process said and how it ended.
 *
 * @param exit its exit code
 * @param text everything it printed, without colours
 */
record Ran(int exit, String text) {
  private static final Pattern COLOURS = Pattern.compile("\u001B\\[[0-9;?]*[a-zA-Z]");

  /**
   * Waits until the process ended; its input stays open as long, because Karaf's client needs it.
   */
  static Ran of(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), plain(text));
  }

  /** Text without colours. */
  static String plain(String text) {
    return COLOURS.matcher(text).replaceAll("");
  }
}
