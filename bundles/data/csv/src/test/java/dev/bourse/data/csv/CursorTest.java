package dev.bourse.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.data.DataSet;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.Instrument;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of any size and wrapping, their hash, and folders that change. */
@Tag("P11")
@Tag("N30")
final class CursorTest {
  private static final int ROWS = 30_000;

  @TempDir Path temp;

  @Test
  void readsTheSamePlainAndPacked() {
    byte[] text = randomRows();
    List<MarketEvent> plain = DataFolder.trades(temp).bytes(text).events();

    List<MarketEvent> gzip =
        DataFolder.trades(temp).with("file", "a.csv.gz").bytes(DataFolder.gzip(text)).events();
    List<MarketEvent> zip =
        DataFolder.trades(temp)
            .with("file", "a.ZIP")
            .bytes(DataFolder.zip(text, "folder/", "folder/rows.csv"))
            .events();

    assertThat(plain).hasSize(ROWS);
    assertThat(gzip).isEqualTo(plain);
    assertThat(zip).isEqualTo(plain);
  }

  @Test
  void readsWhatASimpleReaderReadsAcrossAllBuffers() {
    byte[] text = randomRows();
    DataFolder folder = DataFolder.trades(temp).bytes(text);

    List<MarketEvent> events = folder.events();

    assertThat(events).extracting(CursorTest::numbers).isEqualTo(simply(text, folder.instrument()));
  }

  @Test
  void hashesTheFileAsItLiesOnTheDisk() {
    byte[] packed = DataFolder.gzip(randomRows());
    DataFolder folder = DataFolder.trades(temp).with("file", "a.csv.gz").bytes(packed);

    String hash = hash(folder, DataRange.all(DataFolder.SET));

    assertThat(hash).isEqualTo(sha256(packed));
  }

  @Test
  void hashesTheWholeFileAlsoForAPartOfIt() {
    byte[] text = randomRows();
    DataFolder folder = DataFolder.trades(temp).bytes(text);

    String hash = hash(folder, new DataRange(DataFolder.SET, Long.MIN_VALUE, 0));

    assertThat(hash).isEqualTo(sha256(text));
  }

  @Test
  void progressGrowsToOne() {
    DataFolder folder = DataFolder.trades(temp).bytes(randomRows());

    List<Double> progress = new ArrayList<>();
    try (DataCursor cursor = folder.open()) {
      for (Object each = cursor.next(); each != null; each = cursor.next()) {
        progress.add(cursor.progress());
      }
      progress.add(cursor.progress());
    }

    assertThat(progress).isSorted().endsWith(1.0);
    assertThat(progress.get(0)).isGreaterThan(0).isLessThan(0.6);
  }

  @Test
  void refusesToReadOnAfterClose() {
    DataFolder folder = DataFolder.trades(temp).bytes(randomRows());
    DataCursor cursor = folder.open();

    cursor.close();

    assertThatIllegalStateException()
        .isThrownBy(cursor::next)
        .withMessage("the cursor on " + folder.file() + " is closed");
  }

  @Test
  void findsDataThatIsAddedLater() {
    DataFolder folder = DataFolder.trades(temp);
    List<DataSet> before = folder.data().list();

    folder.lines("time,price,size", "1385337600,800,1");

    assertThat(before).isEmpty();
    assertThat(folder.data().list())
        .containsExactly(
            new DataSet(
                "sample", List.of(folder.instrument()), "trades", folder.file().toString(), ""));
  }

  @Test
  void looksThroughLinksAndIsNotCaughtInLoops() throws IOException {
    Path real = Files.createDirectory(temp.resolve("real"));
    Path link = Files.createSymbolicLink(temp.resolve("link"), real);
    Files.createSymbolicLink(real.resolve("loop"), real);
    DataFolder.trades(real).lines("time,price,size", "1385337600,800,1");

    List<DataSet> sets = new CsvData(List.of(link)).list();

    assertThat(sets)
        .extracting(DataSet::name, DataSet::problem)
        .containsExactly(tuple("sample", ""));
  }

  @Test
  void showsWhatCannotBeLookedAtBesideTheSetsThatCan() throws IOException {
    DataFolder folder = DataFolder.trades(temp).lines("time,price,size", "1385337600,800,1");
    Path loop = temp.resolve("round.dataset");

    Files.createSymbolicLink(loop, loop);

    assertThat(folder.data().list())
        .extracting(DataSet::name, set -> set.problem().isEmpty())
        .containsExactly(tuple("round", false), tuple("sample", true));
    assertThat(folder.events()).hasSize(1);
  }

  @Test
  void readsAChangedDescriptionAgain() {
    DataFolder folder = DataFolder.trades(temp).lines("time,price,size", "1385337600,800,1");
    Instrument before = folder.instrument();

    folder.with("tick", "0.05").describe();

    assertThat(before.tickSize()).hasToString("0.01");
    assertThat(folder.instrument().tickSize()).hasToString("0.05");
  }

  @Test
  void keepsOneInstrumentObjectThroughAllCursorsAndListings() throws IOException {
    DataFolder folder = DataFolder.trades(temp).bytes(randomRows());
    Instrument listed = folder.instrument();
    Files.writeString(temp.resolve("another.dataset"), "name = another");

    List<MarketEvent> first = folder.events();
    List<MarketEvent> second = folder.events();

    first.addAll(second);
    assertThat(DataFolder.instruments(first))
        .singleElement()
        .satisfies(each -> assertThat(each).isSameAs(listed));
  }

  @Test
  void remembersIdsForALongTimeInBoundedMemory() {
    RecentIds ids = new RecentIds();
    int window = RecentIds.REMEMBERED;

    long fresh = ids(5 * window).filter(ids::add).count();
    long known = ids(5 * window).skip(4L * window).filter(id -> !ids.add(id)).count();

    assertThat(fresh).isEqualTo(5L * window);
    assertThat(known).isEqualTo(window);
    assertThat(ids.add("0")).isTrue();
  }

  private static Stream<String> ids(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString);
  }

  private static byte[] randomRows() {
    Random random = new Random(7);
    StringBuilder rows = new StringBuilder("time,price,size\n");
    for (int i = 0; i < ROWS; i++) {
      rows.append(1_385_337_600 + i)
          .append(i % 3 == 0 ? "" : "." + random.nextInt(1_000_000))
          .append(',')
          .append(500 + random.nextInt(500))
          .append(i % 2 == 0 ? "" : "." + random.nextInt(100))
          .append("0".repeat(i % 2 == 0 ? 0 : random.nextInt(9)))
          .append(',')
          .append(1 + random.nextInt(1_000))
          .append(i % 5 == 0 ? "\r\n" : "\n");
    }
    return rows.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> simply(byte[] text, Instrument instrument) {
    return new String(text, StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(
            cells ->
                new BigDecimal(cells[0]).movePointRight(9).toBigIntegerExact()
                    + " "
                    + instrument.price(cells[1])
                    + " "
                    + instrument.quantity(cells[2]))
        .toList();
  }

  private static String numbers(MarketEvent event) {
    Trade trade = (Trade) event;
    return trade.eventTime() + " " + trade.price() + " " + trade.size();
  }

  private static String hash(DataFolder folder, DataRange range) {
    try (DataCursor cursor = folder.data().open(range)) {
      DataFolder.drain(cursor);
      return cursor.hash();
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
