package dev.bourse.core.market;

import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.BarInterval;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("N29")
class BarsTest {
  private final Market market = new Market();

  BarsTest() {
    market.list(BTCUSD);
    market.at(0).build(BarInterval.of("5m"));
    market.at(0).build(BarInterval.of("1m"));
  }

  private List<Bar> trade(long second, long price) {
    Trade trade = new Trade(BTCUSD, second * SECOND, price, 10_000, AggressorSide.UNKNOWN, null);
    return List.copyOf(market.apply(trade, 0, second * SECOND));
  }

  @Test
  void aBarEndsWhereTheNextBeginsAndHoldsWhatCameBefore() {
    trade(0, 100);
    trade(30, 120);
    trade(59, 90);

    List<Bar> closed = trade(60, 500);

    assertThat(closed)
        .containsExactly(
            new Bar(BTCUSD, BarInterval.of("1m"), 60 * SECOND, 100, 120, 90, 90, 30_000, true));
  }

  @Test
  void allBarsEndingTogetherComeSmallToLarge() {
    trade(10, 100);
    trade(250, 110);

    List<Bar> closed = List.copyOf(market.closeBars(300 * SECOND));

    assertThat(closed)
        .extracting(Bar::interval)
        .containsExactly(BarInterval.of("1m"), BarInterval.of("5m"));
    assertThat(closed.get(1).openRaw()).isEqualTo(100);
  }

  @Test
  void anEmptyMinuteGivesNoBar() {
    trade(0, 100);
    List<Bar> first = trade(600, 100);

    List<Bar> second = List.copyOf(market.closeBars(660 * SECOND));

    assertThat(first).extracting(Bar::eventTime).containsExactly(60 * SECOND, 300 * SECOND);
    assertThat(second).extracting(Bar::eventTime).containsExactly(660 * SECOND);
  }

  @Test
  void lateDataCountsIntoTheFormingBarAndChangesNoClosedOne() {
    trade(0, 100);
    trade(61, 100);

    trade(59, 90);
    List<Bar> closed = List.copyOf(market.closeBars(120 * SECOND));

    assertThat(closed.get(0).lowRaw()).isEqualTo(90);
    assertThat(closed.get(0).eventTime()).isEqualTo(120 * SECOND);
  }

  @Test
  void aGapMakesItsBarIncompleteAndOnlyThat() {
    trade(0, 100);
    market.apply(new DataGap(BTCUSD, SECOND, 3, "queue overflow"), 0, SECOND);
    List<Bar> damaged = trade(60, 100);

    List<Bar> whole = trade(120, 100);

    assertThat(damaged.get(0).complete()).isFalse();
    assertThat(whole.get(0).complete()).isTrue();
  }

  @Test
  void aRecordedBarBehindTheEndOfALargerOneBringsNothingToIt() {
    recorded(60, 100);

    List<Bar> closed = recorded(600, 900);

    assertThat(closed)
        .extracting(Bar::interval, Bar::eventTime, Bar::highRaw)
        .containsExactly(
            tuple(BarInterval.of("5m"), 300 * SECOND, 100L),
            tuple(BarInterval.of("1m"), 600 * SECOND, 900L),
            tuple(BarInterval.of("5m"), 600 * SECOND, 900L));
  }

  @Test
  void anIncompleteRecordedBarMakesTheLargerOneIncomplete() {
    Bar part =
        new Bar(BTCUSD, BarInterval.of("1m"), 60 * SECOND, 100, 100, 100, 100, 10_000, false);
    market.apply(part, 0, 60 * SECOND);

    List<Bar> closed = recorded(300, 100);

    assertThat(closed).extracting(Bar::complete).containsExactly(true, false);
  }

  private List<Bar> recorded(long second, long price) {
    Bar bar =
        new Bar(
            BTCUSD,
            BarInterval.of("1m"),
            second * SECOND,
            price,
            price,
            price,
            price,
            10_000,
            true);
    return List.copyOf(market.apply(bar, 0, second * SECOND));
  }
}
