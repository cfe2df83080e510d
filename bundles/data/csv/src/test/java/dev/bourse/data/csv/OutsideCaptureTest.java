package dev.bourse.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bourse.api.book.OrderBook;
import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.InstrumentRules;
import dev.bourse.api.event.BookEvent;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Side;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Streams of Binance that somebody else captured. After each difference the best bid and offer of
 * our book are those of the last ticker that is not of a later update; of 564 differences there is
 * a ticker of the very same update.
 */
@Tag("outside")
@Tag("N30")
final class OutsideCaptureTest {
  private static final Pattern TICKER =
      Pattern.compile(
          "\\{\"u\":(\\d+),\"s\":\"BTCUSDT\",\"b\":\"([0-9.]+)\",\"B\":\"([0-9.]+)\","
              + "\"a\":\"([0-9.]+)\",\"A\":\"([0-9.]+)\"\\}");
  private static final Instrument BTCUSDT =
      InstrumentRules.read(
          Map.ofEntries(
              Map.entry("instrument", "BTCUSDT.BINANCE"),
              Map.entry("base", "BTC"),
              Map.entry("base.decimals", "8"),
              Map.entry("quote", "USDT"),
              Map.entry("quote.decimals", "8"),
              Map.entry("tick", "0.01"),
              Map.entry("step", "0.000001"), // the book holds orders that are older than its step
              Map.entry("min.quantity", "0.000010"),
              Map.entry("max.quantity", "9000"),
              Map.entry("min.notional", "5"),
              Map.entry("maker.fee", "0.001"),
              Map.entry("taker.fee", "0.001")),
          1);

  private final Map<String, Integer> kinds = new TreeMap<>();
  private final OrderBook book = new OrderBook(BTCUSDT);
  private Path file = Path.of("");

  @BeforeEach
  void find() {
    Path cases = Path.of(System.getProperty("cases.dir", "../../../../shared/cases"));
    file = cases.resolve("market-data/binance-raw-ws-2024/spot_btcusdt_20240808.gz");
    assumeTrue(
        Files.isRegularFile(file),
        "the outside cases are not here; name their folder with -Dcases.dir=<folder>");
  }

  /** What the venue said of its best bid and offer, by the number of the update. */
  private NavigableMap<Long, String> tickers() throws IOException {
    TreeMap<Long, String> all = new TreeMap<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        Matcher found = TICKER.matcher(line);
        if (found.find()) {
          all.put(
              Long.valueOf(found.group(1)),
              top(found.group(2), found.group(3), found.group(4), found.group(5)));
        }
      }
    }
    return all;
  }

  private static String top(String bid, String bidSize, String ask, String askSize) {
    return String.join(
        " ",
        BTCUSDT.price(bid).toString(),
        BTCUSDT.quantity(bidSize).toString(),
        BTCUSDT.price(ask).toString(),
        BTCUSDT.quantity(askSize).toString());
  }

  private String top() {
    return String.join(
        " ",
        book.price(Side.BUY, 0).toString(),
        book.size(Side.BUY, 0).toString(),
        book.price(Side.SELL, 0).toString(),
        book.size(Side.SELL, 0).toString());
  }

  @Test
  void everyTickerOfAnUpdateIsTheTopOfOurBookAfterIt() throws IOException {
    NavigableMap<Long, String> tickers = tickers();
    Map<Long, String> theirs = new TreeMap<>();
    Map<Long, String> ours = new TreeMap<>();

    int compared = 0;
    try (DataCursor cursor = new BinanceCapture().open(file, BTCUSDT)) {
      for (MarketEvent event = cursor.next(); event != null; event = cursor.next()) {
        kinds.merge(event.getClass().getSimpleName(), 1, Integer::sum);
        if (event instanceof BookEvent change && book.apply(change)) {
          Map.Entry<Long, String> last = tickers.floorEntry(book.updateId());
          if (last != null) {
            theirs.put(book.updateId(), last.getValue());
            ours.put(book.updateId(), top());
            compared += last.getKey() == book.updateId() ? 1 : 0;
          }
        }
      }
      assertThat(cursor.counts().refused() + cursor.counts().repeated()).isZero();
    }

    assertThat(kinds)
        .isEqualTo(Map.of("BookDifference", 3_451, "FullBook", 1, "Quote", 28_040, "Trade", 9_757));
    assertThat(book.gaps()).isZero();
    assertThat(ours).isEqualTo(theirs);
    assertThat(ours).hasSize(3_449);
    assertThat(compared).isEqualTo(564);
  }
}
