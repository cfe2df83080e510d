package dev.bourse.itests.backtest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A capture drawn from a seed, as a venue's streams would write it: a book that walks, its
 * differences ten times a second, the full book once, a ticker and a trade now and then.
 */
final class DrawnCapture {
  private static final long START = 1_700_000_000_000_000_000L;
  private static final int LEVELS = 20;

  private final Random random;
  private final TreeMap<Integer, Integer> bids = new TreeMap<>();
  private final TreeMap<Integer, Integer> asks = new TreeMap<>();
  private final List<String> lines = new ArrayList<>();
  private int middle = 10_000;
  private long update = 1_000;
  private long time = START;
  private int trades;

  private DrawnCapture(long seed) {
    this.random = new Random(seed);
  }

  /** The lines of so many differences. */
  static List<String> lines(long seed, int differences) {
    DrawnCapture capture = new DrawnCapture(seed);
    capture.draw(new TreeMap<>(), new TreeMap<>());
    for (int i = 0; i < differences; i++) {
      capture.difference();
      if (i == 3) {
        capture.full();
      }
      if (i % 2 == 0) {
        capture.trade();
      }
    }
    return capture.lines;
  }

  private void say(String frame) {
    lines.add(time + " " + frame);
    time += 1_000_000L * (1 + random.nextInt(30));
  }

  /** Moves the book; what changed of it is left in the maps. */
  private void draw(Map<Integer, Integer> changedBids, Map<Integer, Integer> changedAsks) {
    middle += random.nextInt(5) - 2;
    redraw(bids, changedBids, middle - LEVELS, middle - 1, random.nextInt(3) == 0);
    redraw(asks, changedAsks, middle + 1, middle + LEVELS, random.nextInt(3) == 0);
  }

  private void redraw(
      Map<Integer, Integer> side, Map<Integer, Integer> changed, int from, int to, boolean heavy) {
    for (int price : List.copyOf(side.keySet())) {
      if (price < from || price > to) {
        side.remove(price);
        changed.put(price, 0);
      }
    }
    for (int price = from; price <= to; price++) {
      if (!side.containsKey(price) || random.nextInt(4) == 0) {
        int size = (1 + random.nextInt(50)) * (heavy ? 10 : 1);
        side.put(price, size);
        changed.put(price, size);
      }
    }
  }

  private void difference() {
    Map<Integer, Integer> changedBids = new TreeMap<>();
    Map<Integer, Integer> changedAsks = new TreeMap<>();
    draw(changedBids, changedAsks);
    long first = update + 1;
    update += 1 + random.nextInt(9);
    say(
        "{\"stream\":\"btcusdt@depth@100ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":1,\"s\":\"BTCUSDT\","
            + "\"U\":"
            + first
            + ",\"u\":"
            + update
            + ",\"b\":"
            + levels(changedBids)
            + ",\"a\":"
            + levels(changedAsks)
            + "}}");
  }

  private void full() {
    say(
        "{\"lastUpdateId\":"
            + update
            + ",\"bids\":"
            + levels(bids.descendingMap())
            + ",\"asks\":"
            + levels(asks)
            + "}");
  }

  private void trade() {
    trades++;
    boolean sold = random.nextBoolean();
    int price = sold ? bids.lastKey() : asks.firstKey();
    say(
        "{\"stream\":\"btcusdt@trade\",\"data\":{\"e\":\"trade\",\"s\":\"BTCUSDT\",\"t\":"
            + trades
            + ",\"p\":\""
            + price(price)
            + "\",\"q\":\""
            + size(1 + random.nextInt(20))
            + "\",\"m\":"
            + sold
            + "}}");
  }

  private static String levels(Map<Integer, Integer> levels) {
    StringBuilder text = new StringBuilder("[");
    levels.forEach(
        (price, size) ->
            text.append(text.length() == 1 ? "" : ",")
                .append("[\"")
                .append(price(price))
                .append("\",\"")
                .append(size(size))
                .append("\"]"));
    return text.append(']').toString();
  }

  private static String price(int ticks) {
    return BigDecimal.valueOf(ticks, 2).toString();
  }

  private static String size(int steps) {
    return BigDecimal.valueOf(steps, 3).toString();
  }
}
