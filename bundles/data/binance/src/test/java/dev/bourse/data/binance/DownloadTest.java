package dev.bourse.data.binance;

import static dev.bourse.data.binance.FakeBinance.line;
import static dev.bourse.data.binance.FakeBinance.lines;
import static dev.bourse.data.binance.FakeBinance.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.data.DataArchive;
import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataException;
import dev.bourse.api.data.DataJob;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.data.DownloadRequest;
import dev.bourse.api.data.InstrumentRules;
import dev.bourse.api.data.StoredData;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.data.csv.BinanceKlines;
import dev.bourse.data.csv.BinanceTrades;
import dev.bourse.data.parquet.ParquetData;
import dev.bourse.data.parquet.ParquetLibrary;
import dev.bourse.testkit.ConfigFixtures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Binance publishes becomes a set, whatever happens on the way. */
@Tag("P20")
final class DownloadTest {
  private static final int DAY = 1440;
  private static final String MONTHLY = "/data/spot/monthly/klines/BTCUSDT/1m/BTCUSDT-1m-";
  private static final String DAILY = "/data/spot/daily/klines/BTCUSDT/1m/BTCUSDT-1m-";

  @TempDir Path folder;
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private FakeBinance binance;
  private ParquetData sets;
  private ParquetLibrary library;

  @BeforeEach
  void open() throws IOException {
    binance = new FakeBinance().now(millis("2024-03-03") + 90_500);
    sets = new ParquetData(List.of(folder.resolve("market-data")));
    library = new ParquetLibrary(List.of(folder.resolve("market-data")));
    library.addFormat(new BinanceKlines());
    library.addFormat(new BinanceTrades());
    library.addSource(sets);
    library.addArchive(
        new BinanceArchive(
            ConfigFixtures.of(
                Config.class,
                "archive.url",
                binance.address(),
                "rest.url",
                binance.address() + "/",
                "attempts",
                "3"),
            folder.resolve("downloads"),
            pauses::add),
        Map.of(DataArchive.TYPE, "binance"));
  }

  @AfterEach
  void close() {
    library.deactivate();
    binance.close();
  }

  @Test
  void aMonthThenDaysThenRestMakeOneSetWithoutAGap() {
    long february = millis("2024-02-01");
    binance
        .rest(february, 31 * DAY + 2)
        .publish(MONTHLY + "2024-02.zip", lines(february, 29 * DAY))
        .publish(DAILY + "2024-03-01.zip", lines(millis("2024-03-01"), DAY));

    StoredData stored = download("2024-02-01", "2024-03-04");

    assertThat(stored.counts().events()).isEqualTo(31 * DAY + 1);
    assertThat(stored.notes().subList(1, 5))
        .containsExactly(
            "BTCUSDT-1m-2024-02.zip: 41760 stored",
            "BTCUSDT-1m-2024-03-01.zip: 1440 stored",
            "BTCUSDT-1m-2024-03-02.rest.csv: 1440 stored",
            "BTCUSDT-1m-2024-03-03.rest-1709424090500.csv: 1 stored");
    assertThat(closes())
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, 31 * DAY + 1)
                .mapToObj(i -> (february + i * FakeBinance.MINUTE) * 1_000_000)
                .toList());
  }

  @Test
  void rulesAreThoseThatBinanceNamesAndFeesThoseOfTheSetting() {
    aDay();

    StoredData stored = download("2024-03-01", "2024-03-02");

    assertThat(InstrumentRules.write(sets.list().get(0).instruments().get(0)))
        .containsEntry("instrument", "BTCUSDT.BINANCE")
        .containsEntry("tick", "0.01")
        .containsEntry("step", "0.00001")
        .containsEntry("min.quantity", "0.00001")
        .containsEntry("max.quantity", "9000.00000")
        .containsEntry("min.notional", "5.00000000")
        .containsEntry("maker.fee", "0.001000");
    assertThat(stored.notes().get(0)).startsWith("rules: instrument=BTCUSDT.BINANCE base=BTC");
  }

  @Test
  void rulesThatAreToldCountMoreThanTheVenues() {
    aDay();

    done(
        library.download(
            request("1m", "2024-03-01", "2024-03-02", Map.of("taker.fee", "0.00075"))));

    assertThat(sets.list().get(0).instruments().get(0).takerFee()).hasToString("0.000750");
  }

  @Test
  void aSecondCallFetchesOnlyWhatIsNew() {
    aDay();
    download("2024-03-01", "2024-03-02");
    binance.publish(DAILY + "2024-03-02.zip", lines(millis("2024-03-02"), DAY)).forget();

    StoredData stored = download("2024-03-01", "2024-03-03");

    assertThat(stored.counts().events()).isEqualTo(DAY);
    assertThat(binance.asked())
        .filteredOn(each -> each.startsWith("/data"))
        .containsExactly(DAILY + "2024-03-02.zip.CHECKSUM", DAILY + "2024-03-02.zip");
    assertThat(binance.asked()).noneMatch(each -> each.contains("exchangeInfo"));
  }

  @Test
  void aConnectionThatIsCutGoesOnWhereItWas() {
    aDay();
    String path = DAILY + "2024-03-01.zip";
    binance.fault(path, FakeBinance.cutAfter(1000), FakeBinance.status(503, -1));

    download("2024-03-01", "2024-03-02");

    assertThat(closes()).hasSize(DAY);
    assertThat(binance.asked()).containsSubsequence(path, path + " bytes=1000-");
    assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void aConnectionThatIsAlwaysCutEndsWithASentenceAndTheNextCallGoesOn() {
    aDay();
    String path = DAILY + "2024-03-01.zip";
    binance.fault(
        path, FakeBinance.cutAfter(500), FakeBinance.status(500, -1), FakeBinance.status(500, -1));

    String sentence = refusal("1m", "2024-03-01", "2024-03-02");
    binance.forget();
    download("2024-03-01", "2024-03-02");

    assertThat(sentence)
        .isEqualTo(
            binance.address()
                + path
                + " cannot be had: it answered 500, after 3 attempts; call again later, it goes on"
                + " from here");
    assertThat(binance.asked()).contains(path + " bytes=500-");
    assertThat(closes()).hasSize(DAY);
  }

  @Test
  void aWrongChecksumIsFetchedAgain() {
    aDay();
    binance.fault(DAILY + "2024-03-01.zip", FakeBinance.garbage());

    download("2024-03-01", "2024-03-02");

    assertThat(closes()).hasSize(DAY);
  }

  @Test
  void aChecksumThatStaysWrongIsASentenceAndNothingIsStored() {
    aDay();
    String path = DAILY + "2024-03-01.zip";
    binance.file(path + ".CHECKSUM", "a".repeat(64) + "  BTCUSDT-1m-2024-03-01.zip\n");

    String sentence = refusal("1m", "2024-03-01", "2024-03-02");

    assertThat(sentence)
        .startsWith(binance.address() + path + " has the SHA-256 ")
        .endsWith(
            "but the file .CHECKSUM beside it says "
                + "a".repeat(64)
                + ", 3 times; try again later");
    assertThat(sets.list()).isEmpty();
  }

  @Test
  void whatAServerAsksForIsWaited() {
    aDay();
    binance
        .fault(DAILY + "2024-03-01.zip", FakeBinance.status(429, 7))
        .fault("/api/v3/time", FakeBinance.status(418, 30));

    download("2024-03-01", "2024-03-02");

    assertThat(pauses).containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(7));
    assertThat(closes()).hasSize(DAY);
  }

  @Test
  void aServerThatAsksForHoursIsNotWaitedFor() {
    aDay();
    binance.fault(DAILY + "2024-03-01.zip", FakeBinance.status(429, 7200));

    String sentence = refusal("1m", "2024-03-01", "2024-03-02");

    assertThat(sentence)
        .endsWith("asks for 7200 s of patience; call again then, it goes on from here");
    assertThat(pauses).isEmpty();
  }

  @Test
  void millisecondsTurnIntoMicrosecondsAtTheYearsEnd() {
    binance.rest(millis("2024-12-31"), 1).now(millis("2025-01-03"));
    binance.publish(DAILY + "2024-12-31.zip", line(millis("2025-01-01") - 60_000, 1));
    binance.publish(DAILY + "2025-01-01.zip", line(millis("2025-01-01"), 1000));

    download("2024-12-31", "2025-01-02");

    long newYear = millis("2025-01-01") * 1_000_000;
    assertThat(closes()).containsExactly(newYear, newYear + 60_000_000_000L);
  }

  @Test
  void aSymbolThatWasListedLaterBeginsThere() {
    aDay();

    StoredData stored = download("2023-01-01", "2024-03-02");

    assertThat(stored.notes()).contains("BTCUSDT has data from 2024-03-01 on");
    assertThat(stored.counts().events()).isEqualTo(DAY);
  }

  @Test
  void tradesThatAreNotPublishedYetAreLeftForALaterCall() {
    binance.rest(millis("2024-03-01"), 2);
    binance.publish(
        "/data/spot/daily/trades/BTCUSDT/BTCUSDT-trades-2024-03-01.zip",
        "7,42000.00,0.5,21000.0," + millis("2024-03-01") + ",True,True");

    StoredData stored =
        done(library.download(request("trades", "2024-03-01", "2024-03-03", Map.of())));

    assertThat(stored.counts().events()).isEqualTo(1);
    assertThat(stored.notes())
        .contains(
            "BTCUSDT-trades-2024-03-02.zip is not published yet; call again later, it goes on from"
                + " there");
  }

  @Test
  void aSymbolThatBinanceDoesNotKnowIsRefusedWithItsAnswer() {
    binance.fault("/api/v3/exchangeInfo", FakeBinance.status(400, -1));

    String sentence = refusal("1m", "2024-03-01", "2024-03-02");

    assertThat(sentence)
        .isEqualTo(binance.address() + "/api/v3/exchangeInfo?symbol=BTCUSDT answered 400");
  }

  @Test
  void whatCannotBeStoredIsRefusedAtOnce() {
    assertThatThrownBy(() -> library.download(request("1w", "2024-03-01", "2024-03-02", Map.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("\"1w\" is not published in a form that can be stored; choose one")
        .hasMessageEndingWith("1d, trades, aggTrades");
  }

  @Test
  void aCancelledDownloadKeepsWhatIsWholeAndGoesOn() throws InterruptedException {
    aDay();
    String second = DAILY + "2024-03-02.zip";
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    binance.publish(second, lines(millis("2024-03-02"), DAY));
    binance.fault(second, (exchange, body) -> stuck(reached, never));
    DataJob<StoredData> job = library.download(request("1m", "2024-03-01", "2024-03-03", Map.of()));
    assertThat(reached.await(60, TimeUnit.SECONDS)).isTrue();

    job.cancel();

    assertThatThrownBy(() -> done(job)).isInstanceOf(CancellationException.class);
    assertThat(closes()).hasSize(DAY);
    never.countDown();
    assertThat(download("2024-03-01", "2024-03-03").counts().events()).isEqualTo(DAY);
  }

  private static boolean stuck(CountDownLatch reached, CountDownLatch never) {
    reached.countDown();
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  /** The first of March is published, and Binance has known the symbol since then. */
  private void aDay() {
    long march = millis("2024-03-01");
    binance.rest(march, 1).publish(DAILY + "2024-03-01.zip", lines(march, DAY));
  }

  private StoredData download(String from, String to) {
    return done(library.download(request("1m", from, to, Map.of())));
  }

  private String refusal(String what, String from, String to) {
    try {
      return "stored " + done(library.download(request(what, from, to, Map.of())));
    } catch (DataException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static DownloadRequest request(
      String what, String from, String to, Map<String, String> rules) {
    return new DownloadRequest(
        "binance",
        "BTCUSDT",
        what,
        millis(from) * 1_000_000,
        millis(to) * 1_000_000,
        "btc",
        "",
        rules);
  }

  private static <T> T done(DataJob<T> job) {
    try {
      return job.result().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException reason) {
        throw reason;
      }
      throw e;
    }
  }

  private List<Long> closes() {
    try (DataCursor cursor = sets.open(DataRange.all("btc"))) {
      List<Long> times = new ArrayList<>();
      for (MarketEvent each = cursor.next(); each != null; each = cursor.next()) {
        times.add(each.eventTime());
      }
      return times;
    }
  }
}
