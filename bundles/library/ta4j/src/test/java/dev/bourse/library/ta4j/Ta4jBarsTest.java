package dev.bourse.library.ta4j;

import static dev.bourse.testkit.Instruments.BTCUSD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import dev.bourse.testkit.Market;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.indicators.EMAIndicator;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;

@Tag("P8")
class Ta4jBarsTest {
  /** A memory of ten bars and one without end. */
  private record Averages(SMAIndicator simple, EMAIndicator exponential) {
    static Averages of(BarSeries bars) {
      ClosePriceIndicator close = new ClosePriceIndicator(bars);
      return new Averages(new SMAIndicator(close, 10), new EMAIndicator(close, 10));
    }
  }

  private static List<Bar> walk(int count) {
    Random random = new Random(7);
    List<Bar> all = new ArrayList<>();
    double price = 1_000;
    for (int i = 1; i <= count; i++) {
      price += random.nextInt(21) - 10;
      String close = price + "0";
      all.add(Market.bar(BTCUSD, 60.0 * i, String.join(" ", close, close, close, close), "1"));
    }
    return all;
  }

  private static Ta4jBars<Averages> bars(int window) {
    return new Ta4jBars<>(window, Averages::of);
  }

  private static double exponential(Ta4jBars<Averages> bars) {
    return bars.indicators().exponential().getValue(bars.end()).doubleValue();
  }

  private static double simple(Ta4jBars<Averages> bars) {
    return bars.indicators().simple().getValue(bars.end()).doubleValue();
  }

  private static Ta4jBars<Averages> restarted(Ta4jBars<Averages> bars, int window) {
    StateWriter out = new StateWriter();
    bars.save(out);
    Ta4jBars<Averages> restored = bars(window);
    restored.load(bars.stateVersion(), new StateReader(out.toBytes()));
    return restored;
  }

  @Test
  void aRestartAtAnyBarGivesTheSameValuesToTheLastBit() {
    Ta4jBars<Averages> whole = bars(40);
    Ta4jBars<Averages> interrupted = bars(40);
    List<Double> expected = new ArrayList<>();
    List<Double> values = new ArrayList<>();

    for (Bar bar : walk(500)) {
      whole.add(bar);
      expected.add(exponential(whole));
      interrupted = restarted(interrupted, 40);
      interrupted.add(bar);
      values.add(exponential(interrupted));
    }

    assertThat(values).isEqualTo(expected);
  }

  @Test
  void holdsLessThanTwiceItsWindowAndForgetsWhatMattersNoMore() {
    Ta4jBars<Averages> bounded = bars(100);
    Ta4jBars<Averages> endless = bars(10_000);

    for (Bar bar : walk(1_000)) {
      bounded.add(bar);
      endless.add(bar);
      assertThat(bounded.end()).isLessThan(199);
      assertThat(simple(bounded)).isEqualTo(simple(endless), within(1e-9));
    }

    assertThat(exponential(bounded)).isEqualTo(exponential(endless), within(1e-5));
  }

  @Test
  void isReadyOnceItsWindowIsFullAndStaysSo() {
    Ta4jBars<Averages> three = bars(3);
    List<Boolean> ready = new ArrayList<>();

    for (Bar bar : walk(8)) {
      three.add(bar);
      ready.add(three.ready());
    }

    assertThat(ready).containsExactly(false, false, true, true, true, true, true, true);
  }

  @Test
  void takesBarsOfTicksThatEndAtOneTime() {
    Ta4jBars<Averages> ticks = bars(3);
    Bar minute = walk(1).get(0);
    Bar tick =
        new Bar(
            BTCUSD,
            BarInterval.of("1t"),
            minute.eventTime(),
            minute.openRaw(),
            minute.highRaw(),
            minute.lowRaw(),
            minute.closeRaw(),
            minute.volumeRaw(),
            true);

    ticks.add(tick);
    ticks.add(tick);

    assertThat(ticks.end()).isEqualTo(1);
  }

  @Test
  void anotherWindowCannotGoOn() {
    Ta4jBars<Averages> kept = bars(3);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> restarted(kept, 4))
        .withMessage("bars kept with window 3 cannot continue with window 4");
  }
}
