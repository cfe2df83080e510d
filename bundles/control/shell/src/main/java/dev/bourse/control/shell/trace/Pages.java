package dev.bourse.control.shell.trace;

import dev.bourse.api.trace.TraceReader;
import dev.bourse.api.trace.Turn;
import java.io.PrintStream;

/**
 * Prints turns a page at a time: each flush of a console over SSH is a packet of its own, and a
 * hundred thousand of them take a minute. Ends the reading after Ctrl-C, and when nobody listens.
 */
final class Pages implements TraceReader.Listener {
  private static final int PAGE = 1 << 15;

  private final TraceLines form;
  private final PrintStream console;
  private final StringBuilder page = new StringBuilder();
  private long last = -1;

  Pages(TraceLines form, PrintStream console) {
    this.form = form;
    this.console = console;
  }

  @Override
  public boolean take(Turn turn) {
    page.append(form.of(turn));
    last = turn.sequence();
    return page.length() < PAGE || print();
  }

  /** Prints what is left; throws {@link InterruptedException} if that is not wanted any more. */
  void end() throws InterruptedException {
    print();
    if (Thread.interrupted()) {
      throw new InterruptedException("the reader of the trace was interrupted");
    }
  }

  /** Whether there was no turn. */
  boolean isEmpty() {
    return last < 0;
  }

  /** The sequence of the last turn. */
  long last() {
    return last;
  }

  /** Prints the page; false if the next one is not wanted. */
  private boolean print() {
    console.print(page);
    page.setLength(0);
    return !console.checkError() && !Thread.currentThread().isInterrupted();
  }
}
