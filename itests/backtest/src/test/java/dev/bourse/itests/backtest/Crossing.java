package dev.bourse.itests.backtest;

import java.util.ArrayDeque;
import java.util.Deque;

/** The mean of the last few closes against that of more; exact in whole ticks. */
final class Crossing {
  private final int fast;
  private final int slow;
  private final Deque<Long> closes = new ArrayDeque<>();
  private int side;
  private boolean known;

  Crossing(int fast, int slow) {
    this.fast = fast;
    this.slow = slow;
  }

  void begin() {
    closes.clear();
    side = 0;
    known = false;
  }

  /** Takes a close: 1 if the fast mean just came above the slow one, -1 below, else 0. */
  int add(long close) {
    closes.addLast(close);
    if (closes.size() > slow) {
      closes.removeFirst();
    }
    if (closes.size() < slow) {
      return 0;
    }
    long all = closes.stream().mapToLong(Long::longValue).sum();
    long last = closes.stream().skip(slow - fast).mapToLong(Long::longValue).sum();
    int before = side;
    side = Long.signum(last * slow - all * fast);
    boolean crossed = known && before * side < 0;
    known = true;
    return crossed ? side : 0;
  }
}
