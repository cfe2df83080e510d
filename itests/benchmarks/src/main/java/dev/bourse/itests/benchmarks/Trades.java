package dev.bourse.itests.benchmarks;

import java.util.Arrays;

/** Time and price of each trade, sells with a minus. */
final class Trades {
  private long[] numbers = new long[1 << 12];
  private int size;

  void add(long time, long price) {
    if (size + 2 > numbers.length) {
      numbers = Arrays.copyOf(numbers, numbers.length * 2);
    }
    numbers[size++] = time;
    numbers[size++] = price;
  }

  int count() {
    return size / 2;
  }

  long[] numbers() {
    return Arrays.copyOf(numbers, size);
  }
}
