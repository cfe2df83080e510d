package dev.bourse.data.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.Instrument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many instruments in one set come in order of time. */
@Tag("N30")
@Tag("P11")
final class MergeTest {
  private static final long OPEN = 1_704_067_200_000L;
  private static final List<String> COINS = List.of("AAA", "BBB", "CCC", "DDD", "EEE");

  @TempDir Path folder;
  private Store store;
  private int files;

  @BeforeEach
  void open() throws IOException {
    store = new Store(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void equalTimesComeByInstrumentThenAsTheyWereRecorded() {
    trades("BBB", "1,2.00,1,2.0," + OPEN + ",True,True", "2,2.00,1,2.0," + OPEN + ",True,True");
    trades(
        "AAA", "9,2.00,1,2.0," + OPEN + ",True,True", "10,2.00,1,2.0," + (OPEN + 1) + ",True,True");

    List<MarketEvent> events = store.events("many");

    assertThat(events)
        .extracting(MergeTest::name)
        .containsExactly("AAA 9", "BBB 1", "BBB 2", "AAA 10");
  }

  @Test
  void manyInstrumentsInManyPartsAreOneStreamInOrder() {
    Random random = new Random(11);
    List<String> expected = new ArrayList<>();
    for (String coin : COINS) {
      long time = OPEN;
      int id = 1;
      for (int part = 0; part < 3; part++) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
          time += random.nextInt(4);
          lines.add(id + ",2.00,1,2.0," + time + ",True,True");
          expected.add(time + " " + coin + " " + String.format("%05d", id));
          id++;
        }
        trades(coin, lines.toArray(String[]::new));
      }
    }
    expected.sort(Comparator.naturalOrder());

    List<MarketEvent> events = store.events("many");

    assertThat(events)
        .extracting(
            each ->
                each.eventTime() / 1_000_000
                    + " "
                    + each.instrument().base()
                    + " "
                    + String.format("%05d", Integer.parseInt(((Trade) each).venueTradeId())))
        .isEqualTo(expected);
  }

  @Test
  void eventsOfAnInstrumentShareOneObjectThatScalesThem() {
    trades("AAA", "1,2.00,1,2.0," + OPEN + ",True,True");
    trades("AAA", "2,2.00,1,2.0," + (OPEN + 5) + ",True,True");
    Instrument listed = store.set("many").instruments().get(0);

    List<MarketEvent> events = store.events("many");

    assertThat(events).allSatisfy(each -> assertThat(each.instrument()).isSameAs(listed));
  }

  @Test
  void theHashNamesTheContentAndIsKnownFromTheBeginning() {
    trades("AAA", "1,2.00,1,2.0," + OPEN + ",True,True");
    String one = hash();
    String again = hash();

    trades("BBB", "1,2.00,1,2.0," + OPEN + ",True,True");

    assertThat(one).isEqualTo(again).matches("[0-9a-f]{64}");
    assertThat(hash()).isNotEqualTo(one);
  }

  @Test
  void progressGoesFromNothingToOneAndAClosedCursorSaysSo() {
    trades("AAA", "1,2.00,1,2.0," + OPEN + ",True,True", "2,2.00,1,2.0," + OPEN + ",True,True");
    DataCursor cursor = store.open("many");
    double before = cursor.progress();
    while (cursor.next() != null) {
      assertThat(cursor.progress()).isBetween(before, 1.0);
    }

    cursor.close();

    assertThat(cursor.progress()).isEqualTo(1);
    assertThatIllegalStateException()
        .isThrownBy(cursor::next)
        .withMessage("the cursor on data set many is closed");
  }

  @Test
  void aRangeWithoutEventsIsEmpty() {
    trades("AAA", "1,2.00,1,2.0," + OPEN + ",True,True");

    List<MarketEvent> events = store.events(new DataRange("many", 0, OPEN * 1_000_000));

    assertThat(events).isEmpty();
  }

  private void trades(String coin, String... lines) {
    Path file = store.file(coin + "USDT-trades-" + files++ + ".csv", lines);
    store.add("many", Store.rules(coin, "0.01", "0.001"), file);
  }

  private String hash() {
    try (DataCursor cursor = store.open("many")) {
      return cursor.hash();
    }
  }

  private static String name(MarketEvent event) {
    return event.instrument().base() + " " + ((Trade) event).venueTradeId();
  }
}
