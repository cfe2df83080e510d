package dev.bourse.data.binance;

import dev.bourse.api.model.BarInterval;
import java.util.List;
import java.util.Locale;

/**
 * One kind of files of one symbol.
 *
 * @param symbol the symbol, upper-case
 * @param what a length of bars, {@code trades} or {@code aggTrades}
 */
record Series(String symbol, String what) {
  private static final List<String> BARS =
      List.of("1s", "1m", "3m", "5m", "15m", "30m", "1h", "2h", "4h", "6h", "8h", "12h", "1d");
  private static final String TRADES = "trades";
  private static final String AGG_TRADES = "aggTrades";

  /** Checks both words; throws {@link IllegalArgumentException}. */
  Series {
    if (!symbol.matches("[A-Z0-9_]{2,30}")) {
      throw new IllegalArgumentException(
          "symbol \"" + symbol + "\" must be as Binance writes it, like BTCUSDT");
    }
    if (!BARS.contains(what) && !what.equals(TRADES) && !what.equals(AGG_TRADES)) {
      throw new IllegalArgumentException(
          "\""
              + what
              + "\" is not published in a form that can be stored; choose one of "
              + String.join(", ", BARS)
              + ", trades, aggTrades");
    }
  }

  boolean isBars() {
    return BARS.contains(what);
  }

  BarInterval bar() {
    return BarInterval.of(what);
  }

  /** The name of the format that reads these files. */
  String format() {
    return isBars() ? "binance-klines" : "binance-" + what.toLowerCase(Locale.ROOT);
  }

  /**
   * The name of a published file.
   *
   * @param period a month or a day, {@code 2024-01} or {@code 2024-01-31}
   */
  String file(Object period) {
    return symbol + "-" + what + "-" + period + ".zip";
  }

  /** The name of a file that holds a whole day from REST. */
  String restFile(Object day) {
    return symbol + "-" + what + "-" + day + ".rest.csv";
  }

  /**
   * Where a published file is, below the archive's address.
   *
   * @param every {@code monthly} or {@code daily}
   */
  String path(String every, Object period) {
    String folder = isBars() ? "klines/" + symbol + "/" + what : what + "/" + symbol;
    return "/data/spot/" + every + "/" + folder + "/" + file(period);
  }
}
