package dev.bourse.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.data.DataCounts;
import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.data.DataSet;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Instrument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real file with the description that the distribution ships. */
@Tag("P11")
final class BitstampTest {
  private static final String FILE = "bitstamp_trades.csv";
  private static final long SECOND = 1_000_000_000L;

  @TempDir Path folder;
  private CsvData data;

  @BeforeEach
  void lay() throws IOException {
    Path module = Path.of(System.getProperty("basedir", ""));
    Path shipped =
        module.resolve(
            "../../../karaf-assembly/src/main/resources/market-data/bitstamp/bitstamp.dataset");
    Files.copy(shipped, folder.resolve("bitstamp.dataset"));
    Files.copy(module.resolve("target/market-data/bitstamp").resolve(FILE), folder.resolve(FILE));
    data = new CsvData(List.of(folder));
  }

  @Test
  void deliversEveryTradeOfTheRealFileAndRefusesItsZeroAmounts() {
    List<MarketEvent> events = new ArrayList<>();

    DataCounts counts = read(DataRange.all("bitstamp"), events);

    assertThat(counts).isEqualTo(new DataCounts(99_982, 18, 0, 0));
    assertThat(events).hasSize(99_982);
    assertThat(events.get(0).eventTime()).isEqualTo(1_385_337_600L * SECOND);
    assertThat(events.get(99_981).eventTime()).isEqualTo(1_385_913_725L * SECOND);
  }

  @Test
  void scalesPricesAndAmountsOfTheRealFile() {
    List<MarketEvent> events = new ArrayList<>();
    Instrument instrument = data.list().get(0).instruments().get(0);

    read(DataRange.all("bitstamp"), events);

    assertThat(events.get(1))
        .isEqualTo(
            new Trade(
                instrument,
                1_385_337_613L * SECOND,
                80_005,
                27_838_049,
                AggressorSide.UNKNOWN,
                null));
    assertThat(DataFolder.instruments(events))
        .singleElement()
        .satisfies(each -> assertThat(each).isSameAs(instrument));
  }

  @Test
  void listsTheRealFileByTheNameThatCommandsUse() {
    DataSet set = data.list().get(0);

    String text = set.name() + " " + set.kind() + " " + set.instruments().get(0).id();

    assertThat(text).isEqualTo("bitstamp trades BTCUSD.BITSTAMP");
    assertThat(set.problem()).isEmpty();
  }

  private DataCounts read(DataRange range, List<MarketEvent> events) {
    try (DataCursor cursor = data.open(range)) {
      for (MarketEvent each = cursor.next(); each != null; each = cursor.next()) {
        events.add(each);
      }
      return cursor.counts();
    }
  }
}
