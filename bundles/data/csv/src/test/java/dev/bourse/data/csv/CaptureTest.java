package dev.bourse.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bourse.api.data.DataCounts;
import dev.bourse.api.data.DataException;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.BookLevels;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Instrument;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Captured streams, with a book of tick 0.01 and step 0.001. */
@Tag("N30")
@Tag("P11")
final class CaptureTest {
  private static final long T0 = 1_385_337_600L * DataFolder.SECOND;
  private static final String DEPTH =
      "{\"stream\":\"btcusd@depth@100ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":1,\"s\":\"BTCUSD\","
          + "\"U\":11,\"u\":14,\"b\":[[\"800.01000\",\"0.50000000\"],[\"799.5\",\"0.000\"]],\"a\":[]}}";
  private static final String FULL =
      "{\"lastUpdateId\":10,\"bids\":[[\"800.00\",\"1\"]],\"asks\":[[\"801.00\",\"2.5\"]]}";
  private static final String TICKER =
      "{\"stream\":\"btcusd@bookTicker\",\"data\":{\"u\":14,\"s\":\"BTCUSD\",\"b\":\"800.01\",\"B\":"
          + "\"0.5\",\"a\":\"801.00\",\"A\":\"2.5\"}}";

  @TempDir Path temp;

  private static String trade(int id, String price, String size, boolean maker) {
    return "{\"stream\":\"btcusd@trade\",\"data\":{\"e\":\"trade\",\"E\":1,\"s\":\"BTCUSD\",\"t\":"
        + id
        + ",\"p\":\""
        + price
        + "\",\"q\":\""
        + size
        + "\",\"T\":1,\"m\":"
        + maker
        + ",\"M\":true}}";
  }

  /** A second between two frames. */
  private DataFolder capture(String... frames) {
    String[] lines = new String[frames.length];
    for (int i = 0; i < frames.length; i++) {
      lines[i] = T0 + i * DataFolder.SECOND + " " + frames[i];
    }
    return DataFolder.capture(temp).lines(lines);
  }

  private static BookLevels levels(long... pairs) {
    return BookLevels.of(pairs, pairs.length / 2);
  }

  @Test
  void readsBooksDifferencesTradesAndTickersExactly() {
    DataFolder folder = capture(FULL, DEPTH, trade(7, "800.50", "0.25", true), TICKER);

    List<MarketEvent> events = folder.events();

    Instrument instrument = folder.instrument();
    long second = DataFolder.SECOND;
    assertThat(events)
        .containsExactly(
            new FullBook(instrument, T0, 10, levels(80_000, 1_000), levels(80_100, 2_500)),
            new BookDifference(
                instrument, T0 + second, 11, 14, levels(80_001, 500, 79_950, 0), BookLevels.NONE),
            new Trade(instrument, T0 + 2 * second, 80_050, 250, AggressorSide.SELLER, "7"),
            new Quote(instrument, T0 + 3 * second, 80_001, 500, 80_100, 2_500));
    assertThat(folder.data().list().get(0).kind()).isEqualTo("capture");
  }

  @Test
  void aVenueThatNamesTheDifferenceBeforeIsUnderstood() {
    String contracts = DEPTH.replace("\"u\":14", "\"u\":14,\"pu\":8");
    DataFolder folder = capture(contracts);

    BookDifference difference = (BookDifference) folder.events().get(0);

    assertThat(difference.firstUpdateId()).isEqualTo(9);
    assertThat(difference.lastUpdateId()).isEqualTo(14);
  }

  @Test
  void framesWithoutAStreamAreReadAndOthersAreCounted() {
    String bare =
        "{\"e\":\"trade\",\"s\":\"BTCUSD\",\"t\":9,\"p\":\"800\",\"q\":\"1\",\"m\":false}";
    DataFolder folder =
        capture(
            "{\"result\":null,\"id\":1}", bare, "{\"e\":\"24hrTicker\",\"p\":\"-3\",\"x\":[[1]]}");

    List<MarketEvent> events = folder.events();

    assertThat(events).singleElement().isInstanceOf(Trade.class);
    assertThat(folder.counts()).isEqualTo(new DataCounts(1, 2, 0, 0));
  }

  @Test
  void oddTradesAndTimesAreCorrectedAndCounted() {
    DataFolder folder =
        DataFolder.capture(temp)
            .lines(
                T0 + 5 + " " + trade(1, "800", "1", true),
                T0 + " " + trade(2, "800", "1", true),
                T0 + 6 + " " + trade(2, "800", "1", true),
                T0 + 7 + " " + trade(3, "800", "0", true));

    List<MarketEvent> events = folder.events();

    assertThat(events).extracting(MarketEvent::eventTime).containsExactly(T0 + 5, T0 + 5);
    assertThat(folder.counts()).isEqualTo(new DataCounts(2, 1, 1, 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"800.01000\"|\"800.015\"|price 800.015 has more than the 2 decimals of tick 0.01",
        "\"799.5\"|\"0\"|price 0 must be above zero; correct it",
        "\"0.50000000\"|\"-1\"|size -1 must not be negative; correct it",
        "\"0.50000000\"|\"\"|size is empty; fill it in or remove the line",
        "\"U\":11|\"U\":15|its updates go from 15 to 14, which cannot be",
        "\"U\":11|\"U\":\"x\"|U x is not a whole number",
        ",\"a\":[]|''|it lacks a",
        "BTCUSD|ETHUSD|it is about ETHUSD, the lines above are about BTCUSD; put each instrument into"
            + " a file of its own",
      })
  void whatCannotBeEndsReadingWithItsLine(String good, String bad, String sentence) {
    String broken = DEPTH.replaceFirst(java.util.regex.Pattern.quote(good), bad);
    DataFolder folder = capture(trade(1, "800", "1", true), broken);

    DataException problem = catchThrowableOfType(DataException.class, folder::events);

    assertThat(problem).hasMessage(folder.file() + " line 2: " + sentence);
  }

  @Test
  void aTickerWhoseBidIsAboveItsAskEndsReading() {
    DataFolder folder = capture(TICKER.replace("801.00", "800.00"));

    DataException problem = catchThrowableOfType(DataException.class, folder::events);

    assertThat(problem)
        .hasMessage(
            folder.file()
                + " line 1: bid 800.01 is above ask 800.00; correct them, or the columns");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "time,price|line 1: it is no JSON: ",
        "{\"e\":1}|line 1: it does not begin with the time in nanoseconds; is it a capture?",
        "17 {}|line 1: time 17 is not between 1971 and 2262 as nanoseconds; correct it",
        "1385337600000000000 17|line 1: the time is followed by no message; is it a capture?",
        "1385337600000000000 {\"e\":\"trade\"|ends in the middle: it was cut off; copy it again",
        "''|is empty; copy it again",
      })
  void whatIsNoCaptureIsSaid(String text, String sentence) {
    DataFolder folder = DataFolder.capture(temp).lines(text);

    DataException problem = catchThrowableOfType(DataException.class, folder::events);

    assertThat(problem).hasMessageStartingWith(folder.file() + " " + sentence);
  }

  @Test
  void aPackedCaptureThatWasCutOffIsSaid() {
    byte[] whole = DataFolder.gzip(DataFolder.text(T0 + " " + FULL, T0 + 1 + " " + DEPTH));
    DataFolder folder =
        DataFolder.capture(temp)
            .with("file", "sample.gz")
            .bytes(Arrays.copyOf(whole, whole.length - 20));

    DataException problem = catchThrowableOfType(DataException.class, folder::events);

    assertThat(problem)
        .hasMessage(folder.file() + " ends in the middle: it was cut off; copy it again");
  }

  @Test
  void onlyTheWantedRangeIsDelivered() {
    DataFolder folder = capture(FULL, DEPTH, TICKER);

    long from = T0 + DataFolder.SECOND;
    List<MarketEvent> events = folder.events(new DataRange(DataFolder.SET, from, from + 1));

    assertThat(events).singleElement().isInstanceOf(BookDifference.class);
  }

  @Test
  void theFormatTellsItselfAndTheSymbolByTheName() {
    BinanceCapture format = new BinanceCapture();

    boolean known = format.recognises(Path.of("a/btcusdt-capture-2024-08-08.gz"));

    assertThat(known).isTrue();
    assertThat(format.symbol(Path.of("btcusdt-capture-2024-08-08.gz"))).isEqualTo("BTCUSDT");
    assertThat(format.recognises(Path.of("BTCUSDT-trades-2024-08.zip"))).isFalse();
  }
}
