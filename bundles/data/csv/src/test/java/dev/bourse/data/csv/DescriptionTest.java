package dev.bourse.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.bourse.api.data.DataException;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.data.DataSet;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Descriptions that are refused, each with a sentence, while other sets stay usable. */
@Tag("N2")
final class DescriptionTest {
  @TempDir Path temp;

  @Test
  void refusesAnUnknownKey() {
    DataFolder folder = DataFolder.trades(temp).with("colour", "red");

    String problem = folder.describe().problem();

    assertThat(problem)
        .isEqualTo(
            folder.description()
                + ": key \"colour\" is unknown; known here are base, base.decimals, column.buyer.maker, column.funding.rate, column.id, column.index, column.mark, column.price, column.side, column.size, column.time, contract, contract.size, delimiter, disorder, file, header, initial.margin, instrument, kind, maintenance.margin, maker.fee, margin.brackets, max.jump, max.notional, max.quantity, min.notional, min.quantity, name, quote, quote.decimals, repeats, step, taker.fee, tick, time.unit, zero.amounts");
  }

  @Test
  void refusesAKeyOfAnotherKind() {
    DataFolder folder = DataFolder.quotes(temp).with("zero.amounts", "refuse");

    String problem = folder.describe().problem();

    assertThat(problem)
        .isEqualTo(
            folder.description()
                + ": key \"zero.amounts\" is unknown; known here are base, base.decimals, column.ask, column.ask.size, column.bid, column.bid.size, column.funding.rate, column.index, column.mark, column.time, contract, contract.size, delimiter, disorder, file, header, initial.margin, instrument, kind, maintenance.margin, maker.fee, margin.brackets, max.jump, max.notional, max.quantity, min.notional, min.quantity, name, quote, quote.decimals, step, taker.fee, tick, time.unit");
  }

  @Test
  void refusesAMissingKey() {
    DataFolder folder = DataFolder.trades(temp).without("tick");

    String problem = folder.describe().problem();

    assertThat(problem).isEqualTo(folder.description() + ": key \"tick\" is missing; add it");
  }

  @Test
  void refusesAMissingTimeUnit() {
    DataFolder folder = DataFolder.trades(temp).without("time.unit");

    String problem = folder.describe().problem();

    assertThat(problem).isEqualTo(folder.description() + ": key \"time.unit\" is missing; add it");
  }

  @Test
  void refusesBarsThatDoNotSayWhichEndTheirTimeIs() {
    DataFolder folder = DataFolder.bars(temp).without("time.means");

    String problem = folder.describe().problem();

    assertThat(problem).isEqualTo(folder.description() + ": key \"time.means\" is missing; add it");
  }

  @Test
  void refusesBarsWhoseTimeMeansSomethingElse() {
    DataFolder folder = DataFolder.bars(temp).with("time.means", "middle");

    String problem = folder.describe().problem();

    assertThat(problem)
        .isEqualTo(
            folder.description()
                + ": key \"time.means\": \"middle\" must be open or close: which end of the bar it is");
  }

  @Test
  void refusesBarsWithoutALength() {
    DataFolder folder = DataFolder.bars(temp).with("bar", "1M");

    String problem = folder.describe().problem();

    assertThat(problem)
        .isEqualTo(
            folder.description()
                + ": key \"bar\": bar \"1M\" must be a number and s, m, h or d, like 1m; or t trades, v traded size or q traded value, like 100t; for bars of quotes with @bid, @ask or @mid behind");
  }

  @Test
  void refusesAnUnknownKind() {
    DataFolder folder = DataFolder.trades(temp).with("kind", "ticks");

    String problem = folder.describe().problem();

    assertThat(problem)
        .isEqualTo(
            folder.description()
                + ": key \"kind\": \"ticks\" must be one of trades, quotes, bars, capture");
  }

  @Test
  void refusesAnUnknownTimeUnit() {
    DataFolder folder = DataFolder.trades(temp).with("time.unit", "min");

    String problem = folder.describe().problem();

    assertThat(problem)
        .isEqualTo(
            folder.description()
                + ": key \"time.unit\": \"min\" must be one of s, ms, us, ns, ms_or_us, iso");
  }

  @Test
  void refusesANameThatCommandsCannotUse() {
    DataFolder folder = DataFolder.trades(temp).with("name", "my data");

    String problem = folder.describe().problem();

    assertThat(problem)
        .isEqualTo(
            folder.description()
                + ": key \"name\": \"my data\" must be 1 to 40 letters, digits, '-', '_' or '.', and not begin with '-' or '.'");
  }

  @Test
  void refusesAHeaderThatIsNeitherYesNorNo() {
    DataFolder folder = DataFolder.trades(temp).with("header", "maybe");

    String problem = folder.describe().problem();

    assertThat(problem)
        .isEqualTo(folder.description() + ": key \"header\": \"maybe\" must be yes or no");
  }

  @Test
  void refusesAnUnknownDelimiter() {
    DataFolder folder = DataFolder.trades(temp).with("delimiter", "x");

    String problem = folder.describe().problem();

    assertThat(problem)
        .isEqualTo(
            folder.description()
                + ": key \"delimiter\": \"x\" must be comma, semicolon, tab, pipe, space or ':'");
  }

  @Test
  void refusesANameOfAColumnInAFileWithoutHeader() {
    DataFolder folder = DataFolder.trades(temp).with("header", "no");

    String problem = folder.describe().problem();

    assertThat(problem)
        .isEqualTo(folder.description() + ": key \"column.time\": \"time\" is not a whole number");
  }

  @Test
  void refusesAColumnNumberOfZero() {
    DataFolder folder = DataFolder.trades(temp).with("header", "no").with("column.time", "0");

    String problem = folder.describe().problem();

    assertThat(problem)
        .isEqualTo(folder.description() + ": key \"column.time\": 0 is outside 1..256");
  }

  @Test
  void refusesTwoColumnsForTheSide() {
    DataFolder folder =
        DataFolder.trades(temp).with("column.side", "side").with("column.buyer.maker", "maker");

    String problem = folder.describe().problem();

    assertThat(problem)
        .isEqualTo(
            folder.description()
                + ": key \"column.side\": column.buyer.maker says the same; keep one of them");
  }

  @Test
  void refusesATickOfZero() {
    DataFolder folder = DataFolder.trades(temp).with("tick", "0.00");

    String problem = folder.describe().problem();

    assertThat(problem)
        .isEqualTo(
            folder.description()
                + ": key \"instrument\": BTCUSD.BITSTAMP: tick size 0.00 and step size 0.001 must be above zero");
  }

  @Test
  void refusesATickThatIsNotANumber() {
    DataFolder folder = DataFolder.trades(temp).with("tick", "cent");

    String problem = folder.describe().problem();

    assertThat(problem)
        .isEqualTo(folder.description() + ": key \"tick\": \"cent\" is not a decimal number");
  }

  @Test
  void refusesAnInstrumentWithoutVenue() {
    DataFolder folder = DataFolder.trades(temp).with("instrument", "BTCUSD");

    String problem = folder.describe().problem();

    assertThat(problem)
        .isEqualTo(
            folder.description()
                + ": key \"instrument\": instrument \"BTCUSD\" must be SYMBOL.VENUE, like BTCUSDT.BINANCE");
  }

  @Test
  void refusesAStepFinerThanTheCurrency() {
    DataFolder folder = DataFolder.trades(temp).with("base.decimals", "2");

    String problem = folder.describe().problem();

    assertThat(problem)
        .isEqualTo(
            folder.description()
                + ": key \"instrument\": BTCUSD.BITSTAMP: step size 0.001 has more decimals than BTC keeps, 2");
  }

  @Test
  void refusesCurrencyDecimalsOutOfRange() {
    DataFolder folder = DataFolder.trades(temp).with("quote.decimals", "19");

    String problem = folder.describe().problem();

    assertThat(problem)
        .isEqualTo(folder.description() + ": key \"quote.decimals\": 19 is outside 0..18");
  }

  @Test
  void refusesACurrencyInLowerCase() {
    DataFolder folder = DataFolder.trades(temp).with("quote", "usd");

    String problem = folder.describe().problem();

    assertThat(problem)
        .isEqualTo(
            folder.description()
                + ": key \"quote\": currency \"usd\" must be upper-case letters and digits, like BTC");
  }

  @Test
  void refusesALargestQuantityBelowTheSmallest() {
    DataFolder folder = DataFolder.trades(temp).with("max.quantity", "0");

    String problem = folder.describe().problem();

    assertThat(problem)
        .isEqualTo(
            folder.description() + ": key \"max.quantity\": 0.000 is below min.quantity 0.001");
  }

  @Test
  void refusesAFeeThatIsNotANumber() {
    DataFolder folder = DataFolder.trades(temp).with("taker.fee", "0.1%");

    String problem = folder.describe().problem();

    assertThat(problem)
        .isEqualTo(folder.description() + ": key \"taker.fee\": \"0.1%\" is not a decimal number");
  }

  @Test
  void refusesAJumpThatAllowsNothing() {
    DataFolder folder = DataFolder.trades(temp).with("max.jump", "1");

    String problem = folder.describe().problem();

    assertThat(problem)
        .isEqualTo(folder.description() + ": key \"max.jump\": 1 is outside 2..1000000");
  }

  @Test
  void refusesAnUnknownPolicy() {
    DataFolder folder = DataFolder.trades(temp).with("disorder", "sort");

    String problem = folder.describe().problem();

    assertThat(problem)
        .isEqualTo(
            folder.description() + ": key \"disorder\": \"sort\" must be one of carry, fail");
  }

  @Test
  void refusesAKeyThatStandsTwice() {
    DataFolder folder = DataFolder.trades(temp);

    String problem = folder.describe("sample.dataset", "tick = 0.1\n").problem();

    assertThat(problem).isEqualTo(folder.description() + ": key \"tick\" stands twice; remove one");
  }

  @Test
  void saysThatTheFileIsMissing() {
    DataFolder folder = DataFolder.trades(temp);

    String problem = folder.describe().problem();

    assertThat(problem)
        .isEqualTo(
            folder.description()
                + ": the file "
                + folder.file()
                + " is not there or cannot be read");
  }

  @Test
  void refusesToOpenASetWithAProblem() {
    DataFolder folder = DataFolder.trades(temp).with("kind", "ticks").describe();

    DataException failure =
        catchThrowableOfType(
            DataException.class, () -> folder.data().open(DataRange.all(DataFolder.SET)));

    assertThat(failure)
        .hasMessage(
            folder.description()
                + ": key \"kind\": \"ticks\" must be one of trades, quotes, bars, capture");
  }

  @Test
  void keepsOtherSetsUsableBesideABadOne() {
    DataFolder folder = DataFolder.trades(temp).lines("time,price,size", "1385337600,800,1");

    folder.with("name", "another").with("tick", "x").describe("bad.dataset", "");

    assertThat(folder.data().list())
        .extracting(DataSet::name, set -> set.problem().isEmpty())
        .containsExactly(tuple("bad", false), tuple("sample", true));
    assertThat(folder.events()).hasSize(1);
  }

  @Test
  void letsTheFirstSetKeepItsNameAndShowsTheSecondAsAProblem() {
    DataFolder folder = DataFolder.trades(temp).lines("time,price,size", "1385337600,800,1");

    folder.describe("second.dataset", "");

    assertThat(folder.data().list())
        .extracting(DataSet::problem)
        .containsExactly(
            "",
            temp.resolve("second.dataset")
                + ": the name \"sample\" is taken by "
                + folder.description()
                + "; rename one");
    assertThat(folder.events()).hasSize(1);
  }

  @Test
  void namesTheSetsThatAreThereWhenAskedForAnother() {
    DataFolder folder = DataFolder.trades(temp).lines("time,price,size", "1385337600,800,1");

    IllegalArgumentException failure =
        catchThrowableOfType(
            IllegalArgumentException.class, () -> folder.data().open(DataRange.all("smaple")));

    assertThat(failure).hasMessage("there is no data set \"smaple\"; there are sample");
  }

  @Test
  void saysHowToAddASetWhenThereIsNone() {
    CsvData data = new CsvData(List.of(temp.resolve("missing")));

    IllegalArgumentException failure =
        catchThrowableOfType(
            IllegalArgumentException.class, () -> data.open(DataRange.all("bitstamp")));

    assertThat(data.list()).isEmpty();
    assertThat(failure)
        .hasMessage(
            "there is no data set \"bitstamp\"; there is none: describe one in a *.dataset file in"
                + " a data folder");
  }
}
