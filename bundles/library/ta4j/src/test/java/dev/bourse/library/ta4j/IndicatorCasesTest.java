package dev.bourse.library.ta4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bourse.api.event.Bar;
import dev.bourse.api.indicator.Atr;
import dev.bourse.api.indicator.Ema;
import dev.bourse.api.indicator.Rsi;
import dev.bourse.api.indicator.Sma;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ta4j.core.BarSeries;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.EMAIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.StochasticOscillatorKIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.adx.MinusDIIndicator;
import org.ta4j.core.indicators.adx.PlusDIIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsLowerIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsMiddleIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.num.Num;

/** Our indicators and ta4j's against published series over 502 daily quotes. */
@Tag("outside")
class IndicatorCasesTest {
  private final List<Bar> quotes = IndicatorCases.quotes();

  /** Ours, of which each gives the published value from the first bar that has one. */
  record Ours(String name, String file, String column, Supplier<ToDoubleFunction<Bar>> made) {
    static Stream<Ours> all() {
      return Stream.of(
          new Ours("SMA 20", "sma", "sma", () -> closing(new Sma(20))),
          new Ours("EMA 20", "ema", "ema", () -> closing(new Ema(20))),
          new Ours("RSI 14", "rsi", "rsi", () -> closing(new Rsi(14))),
          new Ours("ATR 14", "atr", "atr", Ours::range),
          new Ours("MACD", "macd", "macd", () -> new Macd()::line),
          new Ours("MACD signal", "macd", "signal", () -> new Macd()::signal));
    }

    @Override
    public String toString() {
      return name;
    }

    private static ToDoubleFunction<Bar> closing(Sma average) {
      return bar -> {
        average.add(bar.closeAsDouble());
        return average.value();
      };
    }

    private static ToDoubleFunction<Bar> closing(Ema average) {
      return bar -> {
        average.add(bar.closeAsDouble());
        return average.value();
      };
    }

    private static ToDoubleFunction<Bar> closing(Rsi index) {
      return bar -> {
        index.add(bar.closeAsDouble());
        return index.value();
      };
    }

    private static ToDoubleFunction<Bar> range() {
      Atr range = new Atr(14);
      return bar -> {
        range.add(bar.high().toDouble(), bar.low().toDouble(), bar.closeAsDouble());
        return range.value();
      };
    }
  }

  /** Two averages and one of their difference, each seeded with its first values. */
  private static final class Macd {
    private final Ema fast = new Ema(12);
    private final Ema slow = new Ema(26);
    private final Ema signal = new Ema(9);

    double line(Bar bar) {
      fast.add(bar.closeAsDouble());
      slow.add(bar.closeAsDouble());
      return fast.value() - slow.value();
    }

    double signal(Bar bar) {
      double line = line(bar);
      if (slow.ready()) {
        signal.add(line);
      }
      return signal.value();
    }
  }

  @ParameterizedTest
  @MethodSource("ours")
  void oursAreThePublishedOnesFromTheFirstValueOn(Ours indicator) {
    List<Double> published = IndicatorCases.column(indicator.file(), indicator.column());
    ToDoubleFunction<Bar> ours = indicator.made().get();

    List<Double> values = new ArrayList<>();
    quotes.forEach(bar -> values.add(ours.applyAsDouble(bar)));

    agree(values, published, 0, 1e-9);
  }

  /**
   * Those of ta4j; some begin otherwise, so that only what is left of the beginning may differ, and
   * less with every bar.
   */
  record Theirs(
      String name,
      String file,
      String column,
      int after,
      double tolerance,
      Function<BarSeries, Indicator<Num>> made) {
    static Stream<Theirs> all() {
      return Stream.concat(windows(), smoothed());
    }

    private static Stream<Theirs> windows() {
      return Stream.of(
          exact("SMA", "sma", "sma", bars -> new SMAIndicator(close(bars), 20)),
          exact("middle band", "bb", "sma", Theirs::middle),
          exact(
              "upper band",
              "bb",
              "upperBand",
              bars -> new BollingerBandsUpperIndicator(middle(bars), deviation(bars))),
          exact(
              "lower band",
              "bb",
              "lowerBand",
              bars -> new BollingerBandsLowerIndicator(middle(bars), deviation(bars))),
          exact("stochastic K", "stoch", "oscillator", Theirs::stochastic),
          exact("stochastic D", "stoch", "signal", bars -> new SMAIndicator(stochastic(bars), 3)));
    }

    private static Stream<Theirs> smoothed() {
      return Stream.of(
          new Theirs("EMA", "ema", "ema", 250, 1e-6, bars -> new EMAIndicator(close(bars), 20)),
          new Theirs("MACD", "macd", "macd", 250, 1e-6, Theirs::macd),
          new Theirs(
              "MACD signal", "macd", "signal", 250, 1e-6, bars -> macd(bars).getSignalLine(9)),
          new Theirs("RSI", "rsi", "rsi", 300, 1e-5, bars -> new RSIIndicator(close(bars), 14)),
          new Theirs("ATR", "atr", "atr", 300, 1e-6, bars -> new ATRIndicator(bars, 14)),
          new Theirs("+DI", "adx", "pdi", 300, 1e-6, bars -> new PlusDIIndicator(bars, 14)),
          new Theirs("-DI", "adx", "mdi", 300, 1e-6, bars -> new MinusDIIndicator(bars, 14)),
          new Theirs("ADX", "adx", "adx", 350, 1e-5, bars -> new ADXIndicator(bars, 14)));
    }

    private static Theirs exact(
        String name, String file, String column, Function<BarSeries, Indicator<Num>> made) {
      return new Theirs(name, file, column, 0, 1e-9, made);
    }

    private static MACDIndicator macd(BarSeries bars) {
      return new MACDIndicator(close(bars), 12, 26);
    }

    @Override
    public String toString() {
      return name;
    }

    private static ClosePriceIndicator close(BarSeries bars) {
      return new ClosePriceIndicator(bars);
    }

    private static BollingerBandsMiddleIndicator middle(BarSeries bars) {
      return new BollingerBandsMiddleIndicator(new SMAIndicator(close(bars), 20));
    }

    private static StandardDeviationIndicator deviation(BarSeries bars) {
      return new StandardDeviationIndicator(close(bars), 20);
    }

    private static SMAIndicator stochastic(BarSeries bars) {
      return new SMAIndicator(new StochasticOscillatorKIndicator(bars, 14), 3);
    }
  }

  @ParameterizedTest
  @MethodSource("theirs")
  void theirsAreThePublishedOnesOnceTheirBeginningIsForgotten(Theirs indicator) {
    List<Double> published = IndicatorCases.column(indicator.file(), indicator.column());
    Ta4jBars<Indicator<Num>> bars = new Ta4jBars<>(1_000, indicator.made());

    List<Double> values = new ArrayList<>();
    for (Bar bar : quotes) {
      bars.add(bar);
      values.add(bars.indicators().getValue(bars.end()).doubleValue());
    }

    agree(values, published, indicator.after(), indicator.tolerance());
  }

  static Stream<Ours> ours() {
    return Ours.all();
  }

  static Stream<Theirs> theirs() {
    return Theirs.all();
  }

  @Test
  void allQuotesAreThere() {
    assertThat(quotes).hasSize(502);
  }

  private static void agree(
      List<Double> values, List<Double> published, int after, double tolerance) {
    int compared = 0;
    for (int i = after; i < published.size(); i++) {
      double expected = published.get(i);
      if (!Double.isNaN(expected)) {
        assertThat(values.get(i)).as("row %s", i).isEqualTo(expected, within(tolerance));
        compared++;
      }
    }
    assertThat(values).hasSameSizeAs(published);
    assertThat(compared).isGreaterThan(150);
  }
}
