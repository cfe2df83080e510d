package dev.bourse.core.market;

import static dev.bourse.core.Fixture.BTC;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.SECOND;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.WarmUp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("A12")
class HistoryTest {
  private static Trade trade(Instrument instrument, long second) {
    return new Trade(
        instrument, second * SECOND, 10_000 + second, 20_000, AggressorSide.UNKNOWN, null);
  }

  /** Five minutes with a trade at each of their 30th seconds. */
  private static History fiveMinutes(Instrument scaled, String bars, String past) {
    History history = new History(scaled, BarInterval.all(bars), WarmUp.of(past));
    for (int minute = 0; minute < 5; minute++) {
      history.add(trade(BTCUSD, 60 * minute + 30));
    }
    return history;
  }

  @Test
  void keepsTheLastBarsOfEachLengthInTheOrderOfTheirEnds() {
    History history = fiveMinutes(BTCUSD, "2m,1m", "2");

    history.close(300 * SECOND);

    assertThat(history.isEnough(300 * SECOND)).isTrue();
    assertThat(history.bars(300 * SECOND))
        .extracting(Bar::interval, bar -> bar.eventTime() / SECOND)
        .containsExactly(
            tuple(BarInterval.of("2m"), 120L),
            tuple(BarInterval.of("1m"), 240L),
            tuple(BarInterval.of("2m"), 240L),
            tuple(BarInterval.of("1m"), 300L));
  }

  @Test
  void keepsTheBarsOfATime() {
    History history = fiveMinutes(BTCUSD, "1m", "2m");

    history.close(300 * SECOND);

    assertThat(history.isEnough(300 * SECOND)).isTrue();
    assertThat(history.bars(300 * SECOND))
        .extracting(bar -> bar.eventTime() / SECOND)
        .containsExactly(240L, 300L);
  }

  @Test
  void isNotEnoughBeforeEveryLengthHasItsBars() {
    History history = fiveMinutes(BTCUSD, "1m,5m", "2");

    history.close(300 * SECOND);

    assertThat(history.isEnough(300 * SECOND)).isFalse();
  }

  @Test
  void barsAreGivenInTheDecimalsOfTheRulesNow() {
    History history = fiveMinutes(rules("0.001", "0.00001"), "1m", "1");

    history.close(300 * SECOND);

    assertThat(history.bars(300 * SECOND))
        .extracting(Bar::closeRaw, Bar::volumeRaw)
        .containsExactly(tuple(102_700L, 200_000L));
  }

  @Test
  void aPriceFinerThanTheRulesNowIsASentence() {
    History history = fiveMinutes(rules("1", "0.0001"), "1m", "1");

    history.close(300 * SECOND);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> history.bars(300 * SECOND))
        .withMessage(
            "the history of BTCUSD.TEST has 102.70, which has more than the 0 decimals of its rules"
                + " now");
  }

  private static Instrument rules(String tick, String step) {
    return new Instrument(
        BTCUSD.id(),
        2,
        BTC,
        USD,
        Price.of(tick),
        Quantity.of(step),
        Quantity.of(step),
        Quantity.of("1000"),
        Money.of("1", USD),
        Rate.ZERO,
        Rate.ZERO,
        true);
  }
}
