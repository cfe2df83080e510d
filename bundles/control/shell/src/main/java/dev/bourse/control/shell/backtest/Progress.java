package dev.bourse.control.shell.backtest;

import dev.bourse.control.shell.text.Display;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** How far something is, on one line. */
public final class Progress {
  private static final int WIDTH = 30;

  private Progress() {}

  /**
   * {@code [=========> ] 45 % 1,234,567 events 412,000/s 12 s left}.
   *
   * @param share the share done, 0 to 1
   * @param events events applied
   * @param elapsed nanoseconds since the start
   */
  public static String line(double share, long events, long elapsed) {
    double done = Math.max(0, Math.min(1, share));
    int filled = (int) (done * WIDTH);
    String bar =
        "=".repeat(filled)
            + (filled < WIDTH ? ">" : "")
            + " ".repeat(Math.max(0, WIDTH - filled - 1));
    return String.format(
        Locale.ROOT,
        "[%s] %3d %%  %,d events  %,d/s  %s",
        bar,
        (int) (done * 100),
        events,
        rate(events, elapsed),
        left(done, elapsed));
  }

  private static long rate(long events, long elapsed) {
    return elapsed <= 0 ? 0 : (long) (events / (elapsed / (double) TimeUnit.SECONDS.toNanos(1)));
  }

  private static String left(double done, long elapsed) {
    if (done <= 0) {
      return "";
    }
    return done >= 1 ? "done" : Display.duration((long) (elapsed / done * (1 - done))) + " left";
  }
}
