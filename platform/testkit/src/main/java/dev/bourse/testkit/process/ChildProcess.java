package dev.bourse.testkit.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A main class that runs in a JVM of its own with the class path of this one.
 *
 * <p>Its lines are read as they come, so it never waits for us; a line counts only when it is
 * whole. Closing kills it.
 */
public final class ChildProcess implements AutoCloseable {
  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private volatile String errors = "";
  private final List<Thread> readers;

  private ChildProcess(Process process) {
    this.process = process;
    this.readers =
        List.of(
            reader("child-output", () -> readLines(process.getInputStream())),
            reader("child-errors", () -> readErrors(process.getErrorStream())));
    readers.forEach(Thread::start);
  }

  /** Starts a main class with arguments. */
  public static ChildProcess start(Class<?> main, List<String> arguments) {
    return start(main, List.of(), arguments);
  }

  /** Starts a main class with options for its JVM and arguments. */
  public static ChildProcess start(Class<?> main, List<String> jvmOptions, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.add("-cp");
    command.add(classPath());
    command.add(main.getName());
    command.addAll(arguments);
    try {
      return new ChildProcess(new ProcessBuilder(command).start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command, e);
    }
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /**
   * Waits for its next line; throws {@link AssertionError} with its errors if none comes in time or
   * it ends without one.
   */
  public String nextLine(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < end) {
      boolean ended = hasEnded();
      String line = poll(ended ? 0 : 20);
      if (line != null) {
        return line;
      }
      if (ended) {
        throw new AssertionError("the child ended without another line: " + errors);
      }
    }
    throw new AssertionError("the child printed no line within " + limit + ": " + errors);
  }

  /** The whole lines that came and were not taken yet, at once. */
  public List<String> linesSoFar() {
    List<String> taken = new ArrayList<>();
    lines.drainTo(taken);
    return taken;
  }

  /** Kills it with SIGKILL, waits for its end and gives the whole lines not taken yet. */
  public List<String> kill() {
    process.destroyForcibly();
    return remainingLines();
  }

  /** Waits for its end and gives the whole lines not taken yet. */
  public List<String> remainingLines() {
    try {
      process.waitFor();
      for (Thread reader : readers) {
        reader.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for the child's end", e);
    }
    return linesSoFar();
  }

  /** Waits for its end and gives its exit code. */
  public int exitCode() {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for the child's end", e);
    }
  }

  /** What it wrote to its error stream, once it has ended. */
  public String errors() {
    return errors;
  }

  /** Kills it if it still runs. */
  @Override
  public void close() {
    kill();
  }

  private boolean hasEnded() {
    return !process.isAlive() && readers.stream().noneMatch(Thread::isAlive);
  }

  private @Nullable String poll(long millis) {
    try {
      return lines.poll(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for a line", e);
    }
  }

  private void readLines(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    byte[] bytes = new byte[8192];
    for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
      for (int i = 0; i < count; i++) {
        if (bytes[i] == '\n') {
          lines.add(line.toString().strip());
          line.setLength(0);
        } else {
          line.append((char) bytes[i]);
        }
      }
    }
  }

  private void readErrors(InputStream in) throws IOException {
    errors = new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static Thread reader(String name, Reading reading) {
    Thread thread =
        new Thread(
            () -> {
              try {
                reading.read();
              } catch (IOException e) {
                // The stream ended with the process; what was whole has been read.
              }
            },
            name);
    thread.setDaemon(true);
    return thread;
  }

  private static String classPath() {
    String tests = System.getProperty("surefire.test.class.path");
    return tests == null ? System.getProperty("java.class.path") : tests;
  }

  private interface Reading {
    void read() throws IOException;
  }
}
