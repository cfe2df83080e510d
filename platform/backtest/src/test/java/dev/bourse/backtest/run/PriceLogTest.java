package dev.bourse.backtest.run;

import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Market.bar;
import static dev.bourse.testkit.Market.quote;
import static dev.bourse.testkit.Market.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.backtest.DayPrices;
import dev.bourse.api.backtest.PriceRange;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Price;
import dev.bourse.testkit.Instruments;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("N28")
class PriceLogTest {
  private static final double DAY = 86_400;

  private final PriceLog log = new PriceLog(BTCUSD.id(), BarInterval.of("1m"), 100);

  private static PriceRange range(String low, String high) {
    return new PriceRange(BTCUSD.id(), Price.of(low), Price.of(high));
  }

  @Test
  void keepsFirstAndLastPriceOfEveryDayOnly() {
    log.take(trade(BTCUSD, 10, "100.00", "1"));
    log.take(trade(BTCUSD, DAY - 1, "110.00", "1"));
    log.take(trade(BTCUSD, DAY, "120.00", "1"));
    log.take(trade(BTCUSD, 3 * DAY, "90.00", "1"));

    List<DayPrices> days = log.days();

    assertThat(days)
        .containsExactly(
            new DayPrices(BTCUSD.id(), 0, Price.of("100.00"), Price.of("110.00")),
            new DayPrices(BTCUSD.id(), 1, Price.of("120.00"), Price.of("120.00")),
            new DayPrices(BTCUSD.id(), 3, Price.of("90.00"), Price.of("90.00")));
  }

  @Test
  void countsABarThatClosesAtMidnightToTheDayThatEnds() {
    log.take(bar(BTCUSD, DAY, "100 110 90 105", "1"));

    List<DayPrices> days = log.days();

    assertThat(days)
        .containsExactly(new DayPrices(BTCUSD.id(), 0, Price.of("100.00"), Price.of("105.00")));
  }

  @Test
  void rangesFromOneFillToTheNextShareTheEventBetweenThem() {
    log.take(trade(BTCUSD, 1, "100.00", "1"));
    log.take(trade(BTCUSD, 2, "104.00", "1"));
    PriceRange first = log.nextRange();
    log.take(quote(BTCUSD, 3, "98.00", "1", "100.00", "1"));
    log.take(trade(BTCUSD, 4, "101.00", "1"));

    PriceRange second = log.nextRange();

    assertThat(first).isEqualTo(range("100.00", "104.00"));
    assertThat(second).isEqualTo(range("99.00", "104.00"));
    assertThat(log.nextRange()).isEqualTo(range("101.00", "101.00"));
  }

  @Test
  void aBarCountsWholeOnBothSidesOfAFill() {
    log.take(bar(BTCUSD, 60, "100 110 90 105", "1"));
    PriceRange before = log.nextRange();

    PriceRange after = log.nextRange();

    assertThat(before).isEqualTo(range("90.00", "110.00"));
    assertThat(after).isEqualTo(before);
  }

  @Test
  void rangesStayExactWhenTheTickChanges() {
    Instrument finer = Instruments.withSteps(BTCUSD, "0.0001", "0.00000001");
    log.take(trade(BTCUSD, 1, "100.00", "1"));
    log.take(trade(finer, 2, "99.9999", "1"));
    log.take(trade(finer, 3, "99.9998", "1"));

    PriceRange range = log.nextRange();

    assertThat(range).isEqualTo(range("99.9998", "100.00"));
  }

  @Test
  void aFillBeforeAnyPriceIsAFault() {
    assertThatThrownBy(log::nextRange)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("BTCUSD.BITSTAMP was filled before it had a price");
  }
}
