package dev.bourse.backtest.verify;

import java.util.function.Consumer;

/** Compares the trace of a shorter run, line by line, with what the whole run did. */
final class Witness implements Consumer<String> {
  private final Memory whole;
  private int next;
  private int number = -1;
  private String line = "";

  Witness(Memory whole) {
    this.whole = whole;
  }

  @Override
  public void accept(String itsLine) {
    if (number < 0 && !whole.has(next, itsLine)) {
      number = next;
      line = itsLine;
    }
    next++;
  }

  /** Whether every line was the same so far. */
  boolean agrees() {
    return number < 0;
  }

  /** The number of the first line that was not the same. */
  int number() {
    return number;
  }

  /** The first line that was not the same. */
  String line() {
    return line;
  }
}
