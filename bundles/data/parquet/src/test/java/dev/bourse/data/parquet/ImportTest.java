package dev.bourse.data.parquet;

import static dev.bourse.data.parquet.Store.kline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.data.DataCounts;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.data.DataSet;
import dev.bourse.api.data.ImportRequest;
import dev.bourse.api.data.StoredData;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that venues publish become sets, exactly, once, with the rules that scale them. */
@Tag("N30")
final class ImportTest {
  private static final long MILLIS_2024 = 1_704_067_200_000L;
  private static final long NANOS_2024 = MILLIS_2024 * 1_000_000;
  private static final long MILLIS_2025 = 1_735_689_600_000L;

  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() throws IOException {
    store = new Store(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void barsOfAZipWithoutHeaderAreStoredExactly() {
    Path file =
        store.zip(
            "BTCUSDT-1m-2024-01.zip",
            kline(MILLIS_2024, "42283.58000000", "42298.62", "42261.02", "42298.61"),
            kline(MILLIS_2024 + 60_000, "42298.62", "42320.00", "42298.61", "42320"));

    StoredData stored = store.add("btc", Store.btc(), file);

    Instrument instrument = store.set("btc").instruments().get(0);
    BarInterval minute = BarInterval.of("1m");
    assertThat(stored.counts()).isEqualTo(new DataCounts(2, 0, 0, 0));
    assertThat(stored.notes()).containsExactly("BTCUSDT-1m-2024-01.zip: 2 stored");
    assertThat(store.events("btc"))
        .containsExactly(
            new Bar(
                instrument,
                minute,
                NANOS_2024 + Store.MINUTE,
                4_228_358,
                4_229_862,
                4_226_102,
                4_229_861,
                150_000,
                true),
            new Bar(
                instrument,
                minute,
                NANOS_2024 + 2 * Store.MINUTE,
                4_229_862,
                4_232_000,
                4_229_861,
                4_232_000,
                150_000,
                true));
  }

  @Test
  void aHeaderAndMicrosecondsAreReadLikeNoHeaderAndMilliseconds() {
    String[] prices = {"94000.01", "94000.02", "94000.00", "94000.02"};
    Path old = store.file("BTCUSDT-1m-2024-12.csv", kline(MILLIS_2025 - 60_000, prices));
    Path fresh =
        store.file(
            "BTCUSDT-1m-2025-01.csv",
            "open_time,open,high,low,close,volume,close_time,quote_volume,count,a,b,ignore",
            kline(MILLIS_2025 * 1000, prices));

    store.add("btc", Store.btc(), old, fresh);

    assertThat(store.events("btc"))
        .extracting(MarketEvent::eventTime)
        .containsExactly(MILLIS_2025 * 1_000_000, MILLIS_2025 * 1_000_000 + Store.MINUTE);
  }

  @Test
  void millisecondsMayTurnIntoMicrosecondsWithinAFile() {
    Path file =
        store.file(
            "BTCUSDT-trades-2024-12-31.csv",
            "1,94000.00,0.5,47000.0," + (MILLIS_2025 - 1) + ",True,True",
            "2,94000.00,0.5,47000.0," + (MILLIS_2025 * 1000 + 7) + ",False,True");

    store.add("btc", Store.btc(), file);

    Instrument instrument = store.set("btc").instruments().get(0);
    long switched = MILLIS_2025 * 1_000_000;
    assertThat(store.events("btc"))
        .containsExactly(
            new Trade(
                instrument, switched - 1_000_000, 9_400_000, 50_000, AggressorSide.SELLER, "1"),
            new Trade(instrument, switched + 7_000, 9_400_000, 50_000, AggressorSide.BUYER, "2"));
  }

  @Test
  void tradesAddedUpByOrderAreStoredWithTheirIds() {
    Path file =
        store.zip(
            "BTCUSDT-aggTrades-2024-01-01.zip",
            "26129,42283.58,0.00100000,27781,27785," + MILLIS_2024 + ",True,True",
            "26130,42283.59,0.00200000,27786,27786," + MILLIS_2024 + ",False,True");

    store.add("btc", Store.btc(), file);

    assertThat(store.events("btc"))
        .extracting(each -> ((Trade) each).venueTradeId() + " " + ((Trade) each).size())
        .containsExactly("26129 0.00100", "26130 0.00200");
  }

  @Test
  void coinsOfTinyPricesAndHugeAmountsAreStoredExactly() {
    Path file =
        store.file(
            "SHIBUSDT-trades-2024-01-01.csv",
            "1,0.00001027,1000000000000,10270000.0," + MILLIS_2024 + ",True,True");

    store.add("shib", Store.rules("SHIB", "0.00000001", "1"), file);

    Trade trade = (Trade) store.events("shib").get(0);
    assertThat(trade.price()).hasToString("0.00001027");
    assertThat(trade.size()).hasToString("1000000000000");
  }

  @Test
  void aSecondImportOfTheSameFileAddsNothing() {
    Path file = store.file("BTCUSDT-1m-2024-01.csv", minutes(0, 5));
    store.add("btc", Store.btc(), file);
    List<MarketEvent> before = store.events("btc");

    StoredData again = store.add("btc", Map.of(), file);

    assertThat(again.counts()).isEqualTo(new DataCounts(0, 0, 5, 0));
    assertThat(store.events("btc")).isEqualTo(before);
  }

  @Test
  void anOverlappingFileAddsWhatIsMissingOnBothSides() {
    store.add("btc", Store.btc(), store.file("BTCUSDT-1m-b.csv", minutes(10, 20)));

    StoredData stored = store.add("btc", Map.of(), store.file("BTCUSDT-1m-a.csv", minutes(0, 30)));

    assertThat(stored.counts()).isEqualTo(new DataCounts(20, 0, 10, 0));
    assertThat(store.parts("btc")).hasSize(3);
    assertThat(store.events("btc"))
        .extracting(MarketEvent::eventTime)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 30).mapToObj(i -> NANOS_2024 + i * Store.MINUTE).toList());
  }

  @Test
  void tradesOfOneInstantInTwoFilesAreToldApartByTheirIds() {
    String first = "1,42000.00,0.5,21000.0," + MILLIS_2024 + ",True,True";
    String second = "2,42000.00,0.5,21000.0," + MILLIS_2024 + ",True,True";
    String third = "3,42000.00,0.5,21000.0," + MILLIS_2024 + ",True,True";
    store.add("btc", Store.btc(), store.file("BTCUSDT-trades-1.csv", first, second));

    StoredData stored =
        store.add("btc", Map.of(), store.file("BTCUSDT-trades-2.csv", second, third));

    assertThat(stored.counts()).isEqualTo(new DataCounts(1, 0, 1, 0));
    assertThat(store.events("btc"))
        .extracting(each -> ((Trade) each).venueTradeId())
        .containsExactly("1", "2", "3");
  }

  @Test
  void repeatsZeroAmountsAndDisorderAreCountedAndCorrected() {
    Path file =
        store.file(
            "BTCUSDT-trades-2024-01-01.csv",
            "1,42000.00,0.5,21000.0," + (MILLIS_2024 + 5) + ",True,True",
            "1,42000.00,0.5,21000.0," + (MILLIS_2024 + 5) + ",True,True",
            "2,42000.00,0,0," + (MILLIS_2024 + 6) + ",True,True",
            "3,42000.00,0.5,21000.0," + MILLIS_2024 + ",True,True");

    StoredData stored = store.add("btc", Store.btc(), file);

    assertThat(stored.counts()).isEqualTo(new DataCounts(2, 1, 1, 1));
    assertThat(stored.notes().get(0))
        .isEqualTo(
            "BTCUSDT-trades-2024-01-01.csv: 2 stored, 1 left out because they were there, 1 refused,"
                + " 1 out of order");
    assertThat(store.events("btc"))
        .extracting(MarketEvent::eventTime)
        .containsExactly(NANOS_2024 + 5_000_000, NANOS_2024 + 5_000_000);
  }

  @Test
  void rulesOfAnotherSetAreTakenOnRequest() {
    store.add("btc", Store.btc(), store.file("BTCUSDT-1m-2024-01.csv", minutes(0, 2)));
    Path file = store.file("BTCUSDT-1m-2024-02.csv", minutes(5, 6));

    Store.done(store.library().add(new ImportRequest("more", List.of(file), "", "btc", Map.of())));

    assertThat(store.set("more").instruments()).isEqualTo(store.set("btc").instruments());
  }

  @Test
  void otherRulesForMoreOfAnInstrumentAreItsNextVersion() {
    store.add("btc", Store.btc(), store.file("BTCUSDT-1m-2024-01.csv", minutes(0, 2)));
    Map<String, String> finer = Store.btc();
    finer.put("tick", "0.001");

    store.add("btc", finer, store.file("BTCUSDT-1m-2024-02.csv", minutes(2, 4)));

    assertThat(store.events("btc"))
        .extracting(each -> each.instrument().version() + " " + ((Bar) each).open())
        .containsExactly("1 42000.00", "1 42000.00", "2 42000.000", "2 42000.000");
    assertThat(store.set("btc").instruments().get(0).version()).isEqualTo(2);
  }

  @Test
  void aDescribedTextFileIsStoredAsItsDescriptionSays() throws IOException {
    store.file("eth.csv", "when;price;amount", "1704067200;2282.19;1.5");
    Path described =
        store.file(
            "eth.dataset",
            "name = eth",
            "file = eth.csv",
            "kind = trades",
            "header = yes",
            "delimiter = semicolon",
            "column.time = when",
            "column.price = price",
            "column.size = amount",
            "time.unit = s",
            String.join(
                "\n",
                Store.rules("ETH", "0.01", "0.0001").entrySet().stream()
                    .map(each -> each.getKey() + " = " + each.getValue())
                    .toList()));

    store.add("stored-eth", Map.of(), described);

    assertThat(store.events("stored-eth"))
        .containsExactly(
            new Trade(
                store.set("stored-eth").instruments().get(0),
                NANOS_2024,
                228_219,
                15_000,
                AggressorSide.UNKNOWN,
                null));
  }

  @Test
  void aSetIsListedLikeAnyOther() {
    store.add("btc", Store.btc(), store.file("BTCUSDT-1m-2024-01.csv", minutes(0, 2)));

    DataSet set = store.set("btc");

    assertThat(set.kind()).isEqualTo("bars");
    assertThat(set.location()).isEqualTo(store.data().resolve("btc.set").toString());
    assertThat(set.problem()).isEmpty();
    assertThat(set.instruments())
        .extracting(each -> each.id().toString())
        .containsExactly("BTCUSDT.BINANCE");
  }

  @Test
  void aRangeIsReadWithoutWhatLiesAroundIt() {
    store.add("btc", Store.btc(), store.file("BTCUSDT-1m-2024-01.csv", minutes(0, 30)));
    DataRange range =
        new DataRange("btc", NANOS_2024 + 10 * Store.MINUTE, NANOS_2024 + 12 * Store.MINUTE);

    List<MarketEvent> events = store.events(range);

    assertThat(events)
        .extracting(MarketEvent::eventTime)
        .containsExactly(range.from(), range.from() + Store.MINUTE);
  }

  private static String[] minutes(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            i -> kline(MILLIS_2024 + i * 60_000L, "42000.00", "42000.00", "42000.00", "42000.00"))
        .toArray(String[]::new);
  }
}
