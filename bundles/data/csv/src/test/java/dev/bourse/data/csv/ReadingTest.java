package dev.bourse.data.csv;

import static dev.bourse.data.csv.DataFolder.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.data.DataCounts;
import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of good rows, and of odd ones that a policy takes care of. */
@Tag("P11")
@Tag("N30")
final class ReadingTest {
  private static final String HEADER = "time,price,size";
  private static final long T0 = 1_385_337_600L * SECOND;

  @TempDir Path temp;

  @Test
  void readsTradesExactly() {
    DataFolder folder =
        DataFolder.trades(temp)
            .lines(HEADER, "1385337600,800.010000,0.100", "1385337601, 8.0005e2 ,2");

    List<MarketEvent> events = folder.events();

    assertThat(events)
        .containsExactly(
            trade(folder, 0, 80_001, 100, AggressorSide.UNKNOWN, null),
            trade(folder, 1, 80_005, 2_000, AggressorSide.UNKNOWN, null));
  }

  @Test
  void readsColumnsByNumberWithAnyDelimiterAndUnit() {
    DataFolder folder =
        DataFolder.trades(temp)
            .with("header", "no")
            .with("delimiter", "tab")
            .with("time.unit", "ms")
            .with("column.time", "3")
            .with("column.price", "1")
            .with("column.size", "4")
            .lines("800.01\tx\t1385337601500\t1", "800.02\ty\t1385337601500.25\t1");

    List<MarketEvent> events = folder.events();

    assertThat(events)
        .extracting(MarketEvent::eventTime)
        .containsExactly(T0 + 1_500_000_000L, T0 + 1_500_250_000L);
  }

  @Test
  void readsThroughByteOrderMarkBlankLinesAndForeignLineEnds() {
    String text = "\ufefftime,price,size\r\n\r\n1385337600,800,1\r\n\n1385337601,801,1";
    DataFolder folder = DataFolder.trades(temp).bytes(text.getBytes(StandardCharsets.UTF_8));

    List<MarketEvent> events = folder.events();

    assertThat(events)
        .containsExactly(
            trade(folder, 0, 80_000, 1_000, AggressorSide.UNKNOWN, null),
            trade(folder, 1, 80_100, 1_000, AggressorSide.UNKNOWN, null));
  }

  @Test
  void readsWhoCrossedTheSpread() {
    DataFolder folder =
        DataFolder.trades(temp)
            .with("column.side", "side")
            .lines(
                "time,price,size,side",
                "1385337600,800,1,Buy",
                "1385337600,800,1,SELL",
                "1385337600,800,1,");

    List<MarketEvent> events = folder.events();

    assertThat(events)
        .extracting(each -> ((Trade) each).aggressor())
        .containsExactly(AggressorSide.BUYER, AggressorSide.SELLER, AggressorSide.UNKNOWN);
  }

  @Test
  void takesABuyingMakerForASellingAggressor() {
    DataFolder folder =
        DataFolder.trades(temp)
            .with("column.buyer.maker", "maker")
            .lines("time,price,size,maker", "1385337600,800,1,true", "1385337600,800,1,False");

    List<MarketEvent> events = folder.events();

    assertThat(events)
        .extracting(each -> ((Trade) each).aggressor())
        .containsExactly(AggressorSide.SELLER, AggressorSide.BUYER);
  }

  @Test
  void readsQuotesAlsoOneSided() {
    DataFolder folder =
        DataFolder.quotes(temp)
            .lines("time,bid,bid.size,ask,ask.size", "1385337600,800,1.5,800.05,0");

    List<MarketEvent> events = folder.events();

    assertThat(events)
        .containsExactly(new Quote(folder.instrument(), T0, 80_000, 1_500, 80_005, 0));
  }

  @Test
  void movesABarToItsCloseIfItsTimeIsItsOpen() {
    DataFolder folder = bars("open", "1385337600,800,810,790,805,5");

    List<MarketEvent> events = folder.events();

    assertThat(events).containsExactly(bar(folder, T0 + 60 * SECOND));
  }

  @Test
  void keepsTheTimeOfABarIfItIsItsClose() {
    DataFolder folder = bars("close", "1385337600,800,810,790,805,5");

    List<MarketEvent> events = folder.events();

    assertThat(events).containsExactly(bar(folder, T0));
  }

  @Test
  void refusesAndCountsTradesOverNothing() {
    DataFolder folder =
        DataFolder.trades(temp)
            .lines(HEADER, "1385337600,800,0.000", "1385337600,800,1", "1385337600,1,0");

    DataCounts counts = folder.counts();

    assertThat(counts).isEqualTo(new DataCounts(1, 2, 0, 0));
  }

  @Test
  void carriesThePreviousTimeOverDisorderAndKeepsFileOrder() {
    DataFolder folder =
        DataFolder.trades(temp)
            .lines(HEADER, "1385337605,800,1", "1385337601,801,1", "1385337605,802,1");

    List<MarketEvent> events = folder.events();

    assertThat(events)
        .containsExactly(
            trade(folder, 5, 80_000, 1_000, AggressorSide.UNKNOWN, null),
            trade(folder, 5, 80_100, 1_000, AggressorSide.UNKNOWN, null),
            trade(folder, 5, 80_200, 1_000, AggressorSide.UNKNOWN, null));
    assertThat(folder.counts()).isEqualTo(new DataCounts(3, 0, 0, 1));
  }

  @Test
  void leavesOutRepeatsByTheVenuesIdOnly() {
    DataFolder folder =
        withIds()
            .lines(
                "time,price,size,id",
                "1385337600,800,1,a",
                "1385337601,800,1,b",
                "1385337600,800,1,a",
                "1385337601,800,1,c");

    List<MarketEvent> events = folder.events();

    assertThat(events)
        .extracting(each -> ((Trade) each).venueTradeId())
        .containsExactly("a", "b", "c");
    assertThat(folder.counts()).isEqualTo(new DataCounts(3, 0, 1, 0));
  }

  @Test
  void deliversRepeatedIdsWhereToldSo() {
    DataFolder folder =
        withIds()
            .with("repeats", "keep")
            .lines("time,price,size,id", "1385337600,800,1,a", "1385337600,800,1,a");

    DataCounts counts = folder.counts();

    assertThat(counts).isEqualTo(new DataCounts(2, 0, 0, 0));
  }

  @Test
  void deliversEqualRowsWithoutIdsBecauseTheyMayBeRealTrades() {
    DataFolder folder =
        DataFolder.trades(temp).lines(HEADER, "1385337600,800,1", "1385337600,800,1");

    DataCounts counts = folder.counts();

    assertThat(counts).isEqualTo(new DataCounts(2, 0, 0, 0));
  }

  @Test
  void allowsAJumpUpToTheLimit() {
    DataFolder folder =
        DataFolder.trades(temp)
            .lines(HEADER, "1385337600,80,1", "1385337600,800,1", "1385337600,80,1");

    DataCounts counts = folder.counts();

    assertThat(counts).isEqualTo(new DataCounts(3, 0, 0, 0));
  }

  @Test
  void deliversAndCountsWithinTheRangeOnly() {
    DataFolder folder =
        DataFolder.trades(temp)
            .lines(
                HEADER,
                "1385337600,800,0",
                "1385337601,801,1",
                "1385337602,802,0",
                "1385337603,803,1",
                "1385337604,804,1",
                "1385337605,no one looks here");
    DataRange range = new DataRange(DataFolder.SET, T0 + 2 * SECOND, T0 + 4 * SECOND);
    DataCursor cursor = folder.data().open(range);

    List<MarketEvent> events = DataFolder.drain(cursor);

    assertThat(events)
        .containsExactly(trade(folder, 3, 80_300, 1_000, AggressorSide.UNKNOWN, null));
    assertThat(cursor.counts()).isEqualTo(new DataCounts(1, 1, 0, 0));
    cursor.close();
  }

  private DataFolder withIds() {
    return DataFolder.trades(temp).with("column.id", "id");
  }

  private DataFolder bars(String meaning, String row) {
    return DataFolder.bars(temp)
        .with("time.means", meaning)
        .lines("time,open,high,low,close,volume", row);
  }

  private static Bar bar(DataFolder folder, long time) {
    Instrument instrument = folder.instrument();
    return new Bar(
        instrument, BarInterval.of("1m"), time, 80_000, 81_000, 79_000, 80_500, 5_000, true);
  }

  private static Trade trade(
      DataFolder folder, int second, long price, long size, AggressorSide side, String id) {
    return new Trade(folder.instrument(), T0 + second * SECOND, price, size, side, id);
  }
}
