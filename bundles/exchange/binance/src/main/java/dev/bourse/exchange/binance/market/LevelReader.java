package dev.bourse.exchange.binance.market;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.bourse.api.event.BookLevels;
import java.io.IOException;
import java.util.Arrays;

/** Reads the levels of a side of a book, {@code [["0.0024","10"],...]}. Not thread-safe. */
final class LevelReader {
  private long[] pairs = new long[64];
  private int count;

  void clear() {
    count = 0;
  }

  /** Reads the array that has just begun; returns how many levels there are. */
  int read(JsonParser in, int priceDecimals, int sizeDecimals) throws IOException {
    count = 0;
    while (in.nextToken() == JsonToken.START_ARRAY) {
      if (2 * count == pairs.length) {
        pairs = Arrays.copyOf(pairs, 2 * pairs.length);
      }
      in.nextToken();
      pairs[2 * count] = FrameReader.number(in, priceDecimals);
      in.nextToken();
      pairs[2 * count + 1] = FrameReader.number(in, sizeDecimals);
      count++;
      for (JsonToken rest = in.nextToken(); rest != JsonToken.END_ARRAY; rest = in.nextToken()) {
        in.skipChildren();
      }
    }
    return count;
  }

  /** What was read last. */
  BookLevels levels() {
    return BookLevels.of(pairs, count);
  }
}
