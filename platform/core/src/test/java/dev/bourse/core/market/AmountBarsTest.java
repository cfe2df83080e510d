package dev.bourse.core.market;

import static dev.bourse.core.Fixture.BTCUSD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bars of ticks, size and value, and bars of quotes. Sizes have four decimals, prices two. */
@Tag("N29")
class AmountBarsTest {
  private final Market market = new Market();

  AmountBarsTest() {
    market.list(BTCUSD);
  }

  private List<Bar> trade(long time, String price, String size) {
    return List.copyOf(
        market.apply(
            new Trade(
                BTCUSD,
                time,
                BTCUSD.price(price).raw(),
                BTCUSD.quantity(size).raw(),
                AggressorSide.UNKNOWN,
                null),
            0,
            time));
  }

  private List<Bar> quote(long time, long bid, long ask) {
    return List.copyOf(market.apply(new Quote(BTCUSD, time, bid, 5, ask, 5), 0, time));
  }

  private void build(String bars) {
    BarInterval.all(bars).forEach(market.at(0)::build);
  }

  @Test
  void aTickBarEndsWithItsLastTradeAndHasThatTradesTime() {
    build("3t");
    trade(1, "100", "1");
    trade(5, "102", "2");

    List<Bar> closed = trade(9, "101", "0.5");

    assertThat(closed)
        .containsExactly(
            new Bar(BTCUSD, BarInterval.of("3t"), 9, 10_000, 10_200, 10_000, 10_100, 35_000, true));
  }

  @Test
  void aVolumeBarTakesTheTradeThatReachesItWholeAndTheNextBeginsEmpty() {
    build("2.5v");
    trade(1, "100", "2.4999");

    List<Bar> first = trade(2, "101", "7");
    List<Bar> second = trade(3, "99", "2.5");

    assertThat(first).extracting(Bar::volumeRaw).containsExactly(94_999L);
    assertThat(second)
        .containsExactly(
            new Bar(BTCUSD, BarInterval.of("2.5v"), 3, 9_900, 9_900, 9_900, 9_900, 25_000, true));
  }

  @Test
  void aValueBarEndsWhenPriceTimesSizeReachesIt() {
    build("300q");
    trade(1, "100", "1");

    List<Bar> before = trade(2, "199.99", "1");
    List<Bar> reached = trade(3, "0.01", "1");

    assertThat(before).isEmpty();
    assertThat(reached).extracting(Bar::eventTime).containsExactly(3L);
  }

  @Test
  void aValueThatPassesSixtyFourBitsIsCountedExactly() {
    build("5000000000000q");
    for (int i = 1; i < 50; i++) {
      assertThat(trade(i, "100000000", "1000")).isEmpty();
    }

    List<Bar> closed = trade(50, "100000000", "1000");

    assertThat(closed).extracting(Bar::volumeRaw).containsExactly(500_000_000L);
  }

  @Test
  void barsOfQuotesHaveTheirSideAndNoVolume() {
    build("2t@bid,2t@ask,2t@mid");
    quote(1, 100, 103);

    List<Bar> closed = quote(2, 98, 99);

    assertThat(closed)
        .extracting(Bar::interval, Bar::openRaw, Bar::closeRaw, Bar::volumeRaw)
        .containsExactly(
            tuple(BarInterval.of("2t@bid"), 100L, 98L, 0L),
            tuple(BarInterval.of("2t@ask"), 103L, 99L, 0L),
            tuple(BarInterval.of("2t@mid"), 101L, 98L, 0L));
  }

  @Test
  void aTradeBringsNothingToABarOfQuotesAndAQuoteNothingToABarOfTrades() {
    build("1t,1t@bid");

    List<Bar> traded = trade(1, "100", "1");
    List<Bar> quoted = quote(2, 100, 103);

    assertThat(traded).extracting(Bar::interval).containsExactly(BarInterval.of("1t"));
    assertThat(quoted).extracting(Bar::interval).containsExactly(BarInterval.of("1t@bid"));
  }

  @Test
  void lateTradesNeverTurnTheTimeOfBarsBack() {
    build("1t");
    trade(9, "100", "1");

    List<Bar> late = trade(4, "100", "1");

    assertThat(late).extracting(Bar::eventTime).containsExactly(9L);
  }

  @Test
  void aGapMarksTheFormingBarOnly() {
    build("2t");
    trade(1, "100", "1");
    market.apply(new DataGap(BTCUSD, 2, 3, "queue overflow"), 0, 2);

    List<Bar> damaged = trade(3, "100", "1");
    trade(4, "100", "1");
    List<Bar> whole = trade(5, "100", "1");

    assertThat(damaged).extracting(Bar::complete).containsExactly(false);
    assertThat(whole).extracting(Bar::complete).containsExactly(true);
  }

  @Test
  void aSavedMarketGoesOnWithEveryFormingBar() {
    build("1m,1m@mid,3t,5v,500q");
    trade(1, "100", "1");
    quote(2, 100, 102);
    StateWriter saved = new StateWriter();
    market.save(0, saved);

    Market restored = new Market();
    restored.list(BTCUSD);
    restored.load(0, new StateReader(saved.toBytes()));
    Trade last = new Trade(BTCUSD, 3, 10_000, 40_000, AggressorSide.UNKNOWN, null);

    assertThat(restored.apply(last, 0, 3)).isEqualTo(market.apply(last, 0, 3)).hasSize(2);
    assertThat(restored.closeBars(60_000_000_000L))
        .isEqualTo(market.closeBars(60_000_000_000L))
        .hasSize(2);
  }

  @Test
  void anAmountFinerThanTradesAreMeasuredIsRefused() {
    BarInterval bar = BarInterval.of("0.00001v");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> bar.requireFits(BTCUSD))
        .withMessage(
            "bar \"0.00001v\" has 5 decimals, more than the 4 that trades of BTCUSD.TEST are"
                + " measured with");
  }
}
