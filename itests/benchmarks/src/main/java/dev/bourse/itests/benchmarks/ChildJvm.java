package dev.bourse.itests.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Another JVM with the class path of this one, waited for. */
final class ChildJvm {
  private ChildJvm() {}

  /**
   * How it ended.
   *
   * @param exit its exit code
   * @param said all that it wrote
   */
  record Ended(int exit, String said) {
    /** The words of its line that begins with {@code done}; throws if there is none. */
    String[] done(String what) {
      int done = said.indexOf("done ");
      if (exit != 0 || done < 0) {
        throw new IllegalStateException(what + " ended with " + exit + ": " + said);
      }
      return said.substring(done).trim().split(" ", -1);
    }
  }

  /**
   * Runs a main class.
   *
   * @param before words before the command, none for the command alone
   * @param options of the JVM
   */
  static Ended run(List<String> before, List<String> options, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>(before);
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(options);
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=error");
    command.addAll(List.of("-classpath", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Ended(process.waitFor(), said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + main.getSimpleName() + " ran", e);
    }
  }
}
