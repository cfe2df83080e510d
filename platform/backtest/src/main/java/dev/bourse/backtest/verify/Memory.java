package dev.bourse.backtest.verify;

import java.util.Arrays;
import java.util.function.Consumer;

/** The lines of a trace as hashes: eight bytes each, so that a long run fits. */
final class Memory implements Consumer<String> {
  private long[] hashes = new long[1_024];
  private int size;

  @Override
  public void accept(String line) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    hashes[size++] = hash(line);
  }

  /** Whether the line of that number was this one. */
  boolean has(int number, String line) {
    return number < size && hashes[number] == hash(line);
  }

  /** FNV-1a over the characters. */
  private static long hash(String line) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < line.length(); i++) {
      hash = (hash ^ line.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
