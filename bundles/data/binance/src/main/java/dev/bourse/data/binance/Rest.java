package dev.bourse.data.binance;

import dev.bourse.api.data.DataException;
import dev.bourse.data.binance.http.Web;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What Binance answers over REST, without a key. */
final class Rest {
  private static final int LIMIT = 1000;
  private static final int CLOSE_TIME = 6;

  private final Web web;
  private final String base;

  Rest(Web web, String base) {
    this.web = web;
    this.base = base;
  }

  /** The venue's time, milliseconds. */
  long now() throws InterruptedException {
    Object answer = get("/api/v3/time");
    return number("/api/v3/time", Json.map(answer).get("serverTime"));
  }

  /** The description of a symbol. */
  Object exchangeInfo(String symbol) throws InterruptedException {
    return get("/api/v3/exchangeInfo?symbol=" + symbol);
  }

  /** When the first bar of a symbol opened, milliseconds; -1 if it has none. */
  long listed(String symbol) throws InterruptedException {
    List<?> bars = klines(symbol, "1d", 0, Long.MAX_VALUE, 1);
    return bars.isEmpty() ? -1 : number("klines", Json.list(bars.get(0)).get(0));
  }

  /**
   * Writes finished bars into a file, in the form of the published ones; false if there are none.
   *
   * @param from the first opening time wanted, milliseconds
   * @param to the first opening time not wanted, milliseconds
   * @param now bars that close later are not finished
   */
  boolean bars(Series series, long from, long to, long now, Path target)
      throws IOException, InterruptedException {
    long next = from;
    boolean any = false;
    try (BufferedWriter out = Files.newBufferedWriter(target)) {
      while (next < to) {
        List<?> bars = klines(series.symbol(), series.what(), next, to - 1, LIMIT);
        for (Object each : bars) {
          List<?> bar = Json.list(each);
          long open = number("klines", bar.get(0));
          if (open >= next && open < to && number("klines", bar.get(CLOSE_TIME)) < now) {
            out.write(bar.stream().map(String::valueOf).collect(Collectors.joining(",")));
            out.write('\n');
            any = true;
          }
          next = Math.max(next, open + TimeUnit.NANOSECONDS.toMillis(series.bar().nanos()));
        }
        if (bars.size() < LIMIT) {
          break;
        }
      }
    }
    return any;
  }

  private List<?> klines(String symbol, String interval, long from, long to, int limit)
      throws InterruptedException {
    String end = to == Long.MAX_VALUE ? "" : "&endTime=" + to;
    Object answer =
        get(
            "/api/v3/klines?symbol="
                + symbol
                + "&interval="
                + interval
                + "&startTime="
                + from
                + end
                + "&limit="
                + limit);
    List<?> bars = Json.list(answer);
    for (Object each : bars) {
      if (Json.list(each).size() <= CLOSE_TIME) {
        throw new DataException(base + " answered bars without a closing time");
      }
    }
    return bars;
  }

  private Object get(String path) throws InterruptedException {
    URI address = URI.create(base + path);
    String text =
        web.text(address)
            .orElseThrow(
                () -> new DataException(address + " is not there (404); see the setting rest.url"));
    return Json.read(address, text);
  }

  private long number(String what, @Nullable Object value) {
    try {
      return Long.parseLong(String.valueOf(value));
    } catch (NumberFormatException e) {
      throw new DataException(base + " " + what + " answered \"" + value + "\" for a time", e);
    }
  }
}
