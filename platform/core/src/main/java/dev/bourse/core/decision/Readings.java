package dev.bourse.core.decision;

import dev.bourse.api.indicator.Indicator;
import dev.bourse.api.state.Kept;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The values that a strategy's kept indicators had at one moment. Immutable. */
final class Readings {
  /** Of whoever has no indicators. */
  static final Readings NONE = new Readings(List.of(), new double[0]);

  private static final MathContext DIGITS = new MathContext(8);

  private final List<String> names;
  private final double[] values;

  private Readings(List<String> names, double[] values) {
    this.names = names;
    this.values = values;
  }

  /** Where to read: the indicators among what is kept, in the order of their names. */
  static Gauges gauges(Map<String, Kept> kept) {
    List<String> names = new ArrayList<>();
    List<Indicator> indicators = new ArrayList<>();
    kept.forEach(
        (name, state) -> {
          if (state instanceof Indicator indicator) {
            names.add(name);
            indicators.add(indicator);
          }
        });
    return new Gauges(names, indicators);
  }

  /**
   * Indicators that can be read.
   *
   * @param names what the strategy calls them
   * @param indicators the indicators, in the same order
   */
  record Gauges(List<String> names, List<Indicator> indicators) {
    Gauges {
      names = List.copyOf(names);
      indicators = List.copyOf(indicators);
    }

    Readings read() {
      if (names.isEmpty()) {
        return NONE;
      }
      double[] values = new double[indicators.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = indicators.get(i).value();
      }
      return new Readings(names, values);
    }
  }

  /** Appends {@code " fast=805.12 slow=not-ready"}. */
  void appendTo(StringBuilder text) {
    for (int i = 0; i < values.length; i++) {
      text.append(' ').append(names.get(i)).append('=').append(text(values[i]));
    }
  }

  private static String text(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString()
        : "not-ready";
  }
}
