package dev.bourse.control.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.data.CheckReport;
import dev.bourse.api.data.CheckReport.Finding;
import dev.bourse.api.data.DataCounts;
import dev.bourse.api.data.DataException;
import dev.bourse.api.data.DataLibrary;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.data.DownloadRequest;
import dev.bourse.api.data.ImportRequest;
import dev.bourse.api.data.StoredData;
import dev.bourse.control.shell.complete.DataArchiveCompleter;
import dev.bourse.control.shell.complete.DataFormatCompleter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The scope {@code data}: what commands ask the store for, and what they print. */
@Tag("P4")
@Tag("P20")
class DataScreensTest {
  private static final long DAY = 1_704_067_200_000_000_000L;
  private static final long MONTH = 31 * 86_400_000_000_000L;
  private static final StoredData STORED =
      new StoredData(
          "btc",
          new DataCounts(2, 0, 1, 0),
          DAY + 60_000_000_000L,
          DAY + 120_000_000_000L,
          List.of("BTCUSDT-1m-2024-01.zip: 2 stored, 1 left out because they were there"));

  private final FakeLibrary library = new FakeLibrary().answering(STORED);
  private final Terminal terminal = new Terminal().offer(DataLibrary.class, library).headless();

  @Test
  void downloadsWhatWasTyped() {
    terminal.run(
        "data:download binance BTCUSDT 1m --from 2024-01-01 --to 2024-02-01 --rule taker.fee=0");

    assertThat(library.asked)
        .containsExactly(
            new DownloadRequest(
                "binance",
                "BTCUSDT",
                "1m",
                DAY,
                DAY + MONTH,
                "btcusdt-1m",
                "",
                Map.of("taker.fee", "0")));
  }

  @Test
  void downloadsEverythingIfNobodySaysFromWhenToWhen() {
    terminal.run("data:download binance BTCUSDT aggTrades --name all --like btc");

    assertThat(library.asked)
        .containsExactly(
            new DownloadRequest(
                "binance",
                "BTCUSDT",
                "aggTrades",
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                "all",
                "btc",
                Map.of()));
  }

  @Test
  void tellsWhatWasStored() {
    String screen = terminal.run("data:download binance BTCUSDT 1m");

    assertThat(screen)
        .isEqualTo(
            """
            2 events stored in data set btc, 2024-01-01T00:01:00Z to 2024-01-01T00:02:00Z.
              Left out because they were there  1
              - BTCUSDT-1m-2024-01.zip: 2 stored, 1 left out because they were there
            Look for gaps with: data:check btc
            """);
  }

  @Test
  void tellsWhatWasStoredAsJson() {
    String screen = terminal.run("data:import a.zip --name btc --json");

    assertThat(screen)
        .isEqualTo(
            """
            [
            {"dataSet":"btc","first":"2024-01-01T00:01:00Z","last":"2024-01-01T00:02:00Z","stored":2,"repeated":1,"refused":0,"disordered":0,"notes":"BTCUSDT-1m-2024-01.zip: 2 stored, 1 left out because they were there"}
            ]
            """);
  }

  @Test
  void importsFilesWithOptionsBehindThem() {
    terminal.run(
        "data:import /in/a.zip /in/../b.csv --name btc --format binance-klines --like eth --rule"
            + " tick=0.01 --rule step=1");

    assertThat(library.asked)
        .containsExactly(
            new ImportRequest(
                "btc",
                List.of(Path.of("/in/a.zip"), Path.of("/b.csv")),
                "binance-klines",
                "eth",
                Map.of("tick", "0.01", "step", "1")));
  }

  @Test
  void anImportNeedsTheNameOfItsSet() {
    String screen = terminal.run("data:import /in/a.zip");

    assertThat(screen).isEqualTo("Say which data set to make or to add to, with --name.\n");
    assertThat(library.asked).isEmpty();
  }

  @Test
  void tellsWhyNothingWasStored() {
    library.failing(new DataException("/in/a.zip is damaged; copy it again"));

    String screen = terminal.run("data:import /in/a.zip --name btc");

    assertThat(screen).isEqualTo("/in/a.zip is damaged; copy it again\n");
  }

  @Test
  void tellsWhyNothingWasBegun() {
    library.refusing("something is being written into data set \"btc\"; wait until it is done");

    String screen = terminal.run("data:import /in/a.zip --name btc");

    assertThat(screen)
        .isEqualTo("something is being written into data set \"btc\"; wait until it is done\n");
  }

  @Test
  void stopsOnCtrlC() {
    library.busy();
    Thread.currentThread().interrupt();

    String screen = terminal.run("data:download binance BTCUSDT 1m");

    assertThat(screen)
        .isEqualTo(
            "\nStopped after 1234 events; files that were stored whole stay. The same command goes"
                + " on.\n");
    assertThat(library.cancelled).isTrue();
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void showsWhatACheckFound() {
    library.answering(report());

    String screen = terminal.run("data:check btc --from 2024-01-01");

    assertThat(library.asked).containsExactly(new DataRange("btc", DAY, Long.MAX_VALUE));
    assertThat(screen)
        .isEqualTo(
            """
            Data set btc: 44638 events of bars read, 2024-01-01T00:01:00Z to 2024-02-01T00:00:00Z.

            missing bars: 7
              - 1 before BTCUSDT.BINANCE 2024-01-05T00:05:00Z
              - 2 before BTCUSDT.BINANCE 2024-01-06T00:05:00Z
              - and so on

            Nothing found of: repeated bars, absurd prices
            """);
  }

  @Test
  void showsWhatACheckFoundAsTabsAndAsJson() {
    library.answering(report());

    String tabs = terminal.run("data:check btc --no-format");
    String json = terminal.run("data:check btc --json");

    assertThat(tabs)
        .startsWith("Finding\tCount\tPlaces\nmissing bars\t7\t1 before")
        .endsWith("repeated bars\t0\t\nabsurd prices\t0\t\n");
    assertThat(json).contains("{\"finding\":\"repeated bars\",\"count\":0,\"places\":null}");
  }

  @Test
  void exportsIntoTheFolderOfTheState() {
    library.answering(List.of(Path.of("/bourse/var/exports/btc.csv")));

    String screen = terminal.run("data:export btc --format csv");

    assertThat(library.asked)
        .containsExactly(List.of(DataRange.all("btc"), Path.of("/bourse/var/exports")));
    assertThat(screen)
        .isEqualTo(
            """
            File
            ---------------------------
            /bourse/var/exports/btc.csv
            """);
  }

  @Test
  void exportsNothingInAnUnknownFormat() {
    String screen = terminal.run("data:export btc --format xlsx");

    assertThat(screen).isEqualTo("--format \"xlsx\" is not known; there is csv.\n");
  }

  @Test
  void completesArchivesAndFormats() {
    List<String> archives = terminal.complete(DataArchiveCompleter.class, "b");
    List<String> formats = terminal.complete(DataFormatCompleter.class, "");

    assertThat(archives).containsExactly("binance");
    assertThat(formats).containsExactly("binance-klines", "dataset");
  }

  @Test
  void saysWhatIsMissingWithoutAStore() {
    String screen = new Terminal().run("data:check btc");

    assertThat(screen)
        .isEqualTo(
            "The store of recorded data is not running: bundle dev.bourse.data.parquet is not"
                + " installed. Install it with: feature:install bourse-data-parquet\n");
  }

  private static CheckReport report() {
    return new CheckReport(
        "btc",
        "bars",
        44_638,
        DAY + 60_000_000_000L,
        DAY + MONTH,
        List.of(
            new Finding(
                "missing bars",
                7,
                List.of(
                    "1 before BTCUSDT.BINANCE 2024-01-05T00:05:00Z",
                    "2 before BTCUSDT.BINANCE 2024-01-06T00:05:00Z")),
            new Finding("repeated bars", 0, List.of()),
            new Finding("absurd prices", 0, List.of())));
  }
}
