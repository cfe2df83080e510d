package dev.bourse.data.parquet;

import static dev.bourse.data.parquet.Store.kline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.data.CheckReport;
import dev.bourse.api.data.CheckReport.Finding;
import dev.bourse.api.data.DataRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a set is counted, and the first places are named. */
@Tag("N30")
@Tag("P20")
final class CheckTest {
  private static final long OPEN = 1_704_067_200_000L;
  private static final String[] CALM = {"100.00", "101.00", "99.00", "100.50"};

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
  void missingBarsAreCountedWithTheirPlaces() {
    store.add(
        "btc",
        Store.btc(),
        store.file(
            "BTCUSDT-1m-2024-01.csv",
            kline(OPEN, CALM),
            kline(OPEN + 60_000, CALM),
            kline(OPEN + 240_000, CALM),
            kline(OPEN + 360_000, CALM)));

    CheckReport report = check("btc");

    assertThat(report.events()).isEqualTo(4);
    assertThat(report.isClean()).isFalse();
    assertThat(finding(report, "missing bars"))
        .isEqualTo(
            new Finding(
                "missing bars",
                3,
                List.of(
                    "2 before BTCUSDT.BINANCE 2024-01-01T00:05:00Z",
                    "1 before BTCUSDT.BINANCE 2024-01-01T00:07:00Z")));
  }

  @Test
  void aSetWithNothingWrongIsClean() {
    store.add(
        "btc",
        Store.btc(),
        store.file("BTCUSDT-1m-2024-01.csv", kline(OPEN, CALM), kline(OPEN + 60_000, CALM)));

    CheckReport report = check("btc");

    assertThat(report.isClean()).isTrue();
    assertThat(report.kind()).isEqualTo("bars");
    assertThat(report.first()).isEqualTo(OPEN * 1_000_000 + Store.MINUTE);
    assertThat(report.last()).isEqualTo(OPEN * 1_000_000 + 2 * Store.MINUTE);
  }

  @Test
  void absurdPricesAreThoseThatDoubleOrHalve() {
    store.add(
        "btc",
        Store.btc(),
        store.file(
            "BTCUSDT-1m-2024-01.csv",
            kline(OPEN, CALM),
            kline(OPEN + 60_000, "100.00", "205.00", "99.00", "100.00"),
            kline(OPEN + 120_000, "100.00", "199.00", "99.00", "100.00")));

    Finding found = finding(check("btc"), "absurd prices");

    assertThat(found.count()).isEqualTo(1);
    assertThat(found.places())
        .containsExactly("BTCUSDT.BINANCE 2024-01-01T00:02:00Z: 205.00 after 100.00");
  }

  @Test
  void missingIdsAndPausesOfTradesAreCounted() {
    store.add(
        "btc",
        Store.btc(),
        store.file(
            "BTCUSDT-trades-2024-01-01.csv",
            "7,100.00,0.5,50.0," + OPEN + ",True,True",
            "8,100.00,0.5,50.0," + (OPEN + 1) + ",True,True",
            "11,100.00,0.5,50.0," + (OPEN + 7_200_000) + ",True,True"));

    CheckReport report = check("btc");

    assertThat(finding(report, "missing ids").count()).isEqualTo(2);
    assertThat(finding(report, "missing ids").places())
        .containsExactly("2 before id 11 at 2024-01-01T02:00:00Z");
    assertThat(finding(report, "pauses of more than 1 h").places())
        .containsExactly("119 min before BTCUSDT.BINANCE 2024-01-01T02:00:00Z");
    assertThat(finding(report, "repeated ids").count()).isZero();
  }

  @Test
  void aTextFileIsCheckedTooWithWhatItsReaderCorrected() throws IOException {
    described(
        "1704067200,100,1,5", "1704067199,100,1,6", "1704067201,100,1,5", "1704067202,100,0,8");

    CheckReport report = check("text");

    assertThat(report.events()).isEqualTo(2);
    assertThat(finding(report, "refused by the source").count()).isEqualTo(1);
    assertThat(finding(report, "repeats left out by the source").count()).isEqualTo(1);
    assertThat(finding(report, "disorder corrected by the source").count()).isEqualTo(1);
  }

  @Test
  void aFileThatCannotBeReadToItsEndIsReportedUpToThere() throws IOException {
    described("1704067200,100,1,5", "1704067201,abc,1,6");

    CheckReport report = check("text");

    assertThat(report.events()).isEqualTo(1);
    assertThat(finding(report, "reading ended early").places().get(0))
        .endsWith("text.csv line 3: price \"abc\" is not a decimal number");
  }

  private void described(String... lines) throws IOException {
    StringBuilder text = new StringBuilder("time,price,size,id\n");
    for (String each : lines) {
      text.append(each).append('\n');
    }
    Files.writeString(store.data().resolve("text.csv"), text);
    StringBuilder description =
        new StringBuilder("name=text\nfile=text.csv\nkind=trades\nheader=yes\ntime.unit=s\n");
    for (String each : List.of("time", "price", "size", "id")) {
      description.append("column.").append(each).append('=').append(each).append('\n');
    }
    Store.btc()
        .forEach((key, value) -> description.append(key).append('=').append(value).append('\n'));
    Files.writeString(store.data().resolve("text.dataset"), description);
  }

  private CheckReport check(String name) {
    return Store.done(store.library().check(DataRange.all(name)));
  }

  private static Finding finding(CheckReport report, String what) {
    return report.findings().stream()
        .filter(each -> each.what().equals(what))
        .findFirst()
        .orElseThrow();
  }
}
