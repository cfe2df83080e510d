package dev.bourse.data.parquet;

import static dev.bourse.data.parquet.Store.kline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.data.DataException;
import dev.bourse.api.data.ImportRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be stored is refused with a sentence, and nothing of it stays. */
@Tag("N30")
final class RefusalTest {
  private static final long OPEN = 1_704_067_200_000L;
  private static final String[] PRICES = {"100.00", "101.00", "99.00", "100.50"};

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
  void aFileWithoutRulesIsRefusedAndToldHowToGiveThem() {
    Path file = store.file("BTCUSDT-1m-2024-01.csv", kline(OPEN, PRICES));

    String sentence = store.refusal("btc", Map.of("tick", "0.01"), file);

    assertThat(sentence)
        .isEqualTo(
            file
                + " is not stored: instrument rules are missing: instrument, base, base.decimals,"
                + " quote, quote.decimals, step, min.quantity, max.quantity, min.notional, maker.fee,"
                + " taker.fee; give each with --rule, like --rule tick=0.01, or take those of another"
                + " data set with --like <data set>");
    assertThat(store.data()).isEmptyDirectory();
  }

  @Test
  void rulesOfAnotherSymbolAreNotUsedForAFile() {
    Path file = store.file("ETHUSDT-1m-2024-01.csv", kline(OPEN, PRICES));

    String sentence = store.refusal("eth", Store.btc(), file);

    assertThat(sentence)
        .isEqualTo(
            file
                + " is not stored: it is of ETHUSDT, but the rules are those of BTCUSDT.BINANCE; say"
                + " otherwise with --rule instrument=ETHUSDT.BINANCE and the rules in which they"
                + " differ");
  }

  @Test
  void aRuleThatNobodyKnowsIsRefused() {
    Map<String, String> rules = Store.btc();
    rules.put("ticksize", "1");

    String sentence =
        store.refusal("btc", rules, store.file("BTCUSDT-1m-2024-01.csv", kline(OPEN, PRICES)));

    assertThat(sentence)
        .contains("instrument rules are unknown: ticksize; known are instrument, base,");
  }

  @Test
  void aPriceOffTheTickIsRefusedWithItsLine() {
    Path file =
        store.file(
            "BTCUSDT-1m-2024-01.csv",
            kline(OPEN, PRICES),
            kline(OPEN + 60_000, "100.001", "101.00", "99.00", "100.50"));

    String sentence = store.refusal("btc", Store.btc(), file);

    assertThat(sentence)
        .isEqualTo(file + " line 2: open 100.001 has more than the 2 decimals of tick 0.01");
    assertThat(store.parts("btc")).isEmpty();
  }

  @Test
  void aTruncatedZipIsRefusedByName() throws IOException {
    Path whole = store.zip("BTCUSDT-1m-2024-01.zip", kline(OPEN, PRICES));
    byte[] bytes = Files.readAllBytes(whole);
    Path file = store.bytes("BTCUSDT-1m-2024-02.zip", Arrays.copyOf(bytes, bytes.length - 30));

    String sentence = store.refusal("btc", Store.btc(), file);

    assertThat(sentence).startsWith(file + " is damaged").endsWith("copy it again");
  }

  @Test
  void anEmptyFileIsRefusedByName() {
    Path file = store.bytes("BTCUSDT-1m-2024-01.csv", new byte[0]);

    String sentence = store.refusal("btc", Store.btc(), file);

    assertThat(sentence).isEqualTo(file + " is empty; copy it again");
  }

  @Test
  void aFileOfAnotherKindIsRefused() {
    Path file = store.file("BTCUSDT-trades-2024-01.csv", "1,100.00,0.5");

    String sentence = store.refusal("btc", Store.btc(), file);

    assertThat(sentence)
        .startsWith(file + " line 1: it has 3 columns, but in binance-trades")
        .endsWith("is it another kind of file?");
  }

  @Test
  void barsThatHaveNoFixedLengthAreRefused() {
    Path file = store.file("BTCUSDT-1mo-2024-01.csv", kline(OPEN, PRICES));

    String sentence = store.refusal("btc", Store.btc(), file);

    assertThat(sentence).startsWith(file + " holds bars of 1mo, which are not aligned");
  }

  @Test
  void aSetHoldsOneKindOfEvents() {
    store.add("btc", Store.btc(), store.file("BTCUSDT-1m-2024-01.csv", kline(OPEN, PRICES)));
    Path file =
        store.file("BTCUSDT-trades-2024-01.csv", "1,100.00,0.5,50.0," + OPEN + ",True,True");

    String sentence = store.refusal("btc", Map.of(), file);

    assertThat(sentence)
        .isEqualTo(
            file
                + ": it holds trades, but data set \"btc\" holds bars of 1m; give it another name");
  }

  @Test
  void whatStandsInTwoFilesMustAgree() {
    store.add(
        "btc",
        Store.btc(),
        store.file(
            "BTCUSDT-trades-1.csv",
            "1,100.00,0.5,50.0," + OPEN + ",True,True",
            "2,100.00,0.5,50.0," + (OPEN + 10) + ",True,True"));
    Path other =
        store.file("BTCUSDT-trades-2.csv", "7,100.00,0.5,50.0," + (OPEN + 5) + ",True,True");

    String sentence = store.refusal("btc", Map.of(), other);

    assertThat(sentence)
        .startsWith(other + ": the event at 2024-01-01T00:00:00.005Z lies within ")
        .endsWith("which does not have it; the two disagree: store one of them in another set");
  }

  @Test
  void aFileThatIsNotThereIsRefusedAtOnce() {
    Path file = folder.resolve("BTCUSDT-1m-2024-01.csv");

    String sentence = store.refusal("btc", Store.btc(), file);

    assertThat(sentence).isEqualTo(file + " is not there, or is no file");
  }

  @Test
  void aFileWhoseNameShowsNothingNeedsItsFormat() {
    Path file = store.file("prices.csv", kline(OPEN, PRICES));

    String sentence = store.refusal("btc", Store.btc(), file);
    String told =
        store.refusal(new ImportRequest("btc", List.of(file), "binance-klines", "", Store.btc()));

    assertThat(sentence)
        .isEqualTo(
            "the name of "
                + file
                + " does not show what is in it; say it with --format, one of binance-aggtrades,"
                + " binance-klines, binance-trades, dataset");
    assertThat(told).startsWith("stored ");
  }

  @Test
  void aNameThatCannotBeAFolderIsRefused() {
    Path file = store.file("BTCUSDT-1m-2024-01.csv", kline(OPEN, PRICES));

    String sentence = store.refusal("../btc", Store.btc(), file);

    assertThat(sentence).startsWith("name \"../btc\" must be 1 to 40 letters");
  }

  @Test
  void aDamagedPartIsNamedByTheSetAndNothingIsReadOrAdded() throws IOException {
    Path file = store.file("BTCUSDT-1m-2024-01.csv", kline(OPEN, PRICES));
    store.add("btc", Store.btc(), file);
    Path part = store.parts("btc").get(0);
    byte[] bytes = Files.readAllBytes(part);
    Files.write(part, Arrays.copyOf(bytes, bytes.length - 1));

    String problem = store.set("btc").problem();
    String sentence = store.refusal("btc", Map.of(), file);

    assertThat(problem).startsWith(part + " ends after").contains("it was cut off");
    assertThat(sentence).isEqualTo(problem);
    assertThatThrownBy(() -> store.events("btc"))
        .isInstanceOf(DataException.class)
        .hasMessage(problem);
  }

  @Test
  void whatACrashLeftIsNotReadAndRemovedByTheNextImport() throws IOException {
    Path file = store.file("BTCUSDT-1m-2024-01.csv", kline(OPEN, PRICES));
    Path set = Files.createDirectories(store.data().resolve("btc.set"));
    Files.write(set.resolve("BTCUSDT.BINANCE-1.part"), new byte[100]);

    store.add("btc", Store.btc(), file);

    assertThat(store.parts("btc")).singleElement().asString().endsWith(".parquet");
    assertThat(store.events("btc")).hasSize(1);
  }
}
