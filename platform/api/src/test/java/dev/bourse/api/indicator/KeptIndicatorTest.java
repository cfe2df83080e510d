package dev.bourse.api.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bourse.api.state.Kept;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A restored indicator goes on to the bit as the one that was saved. */
class KeptIndicatorTest {
  /** Every indicator, fed with one value at a time. */
  enum Kind {
    SMA,
    EMA,
    ATR,
    RSI;

    Kept create(int period) {
      return switch (this) {
        case SMA -> new Sma(period);
        case EMA -> new Ema(period);
        case ATR -> new Atr(period);
        case RSI -> new Rsi(period);
      };
    }

    double value(Kept indicator) {
      return switch (this) {
        case SMA -> ((Sma) indicator).value();
        case EMA -> ((Ema) indicator).value();
        case ATR -> ((Atr) indicator).value();
        case RSI -> ((Rsi) indicator).value();
      };
    }

    void add(Kept indicator, double value) {
      if (indicator instanceof Sma sma) {
        sma.add(value);
      } else if (indicator instanceof Ema ema) {
        ema.add(value);
      } else if (indicator instanceof Atr atr) {
        atr.add(value + 1, value - 1, value);
      } else if (indicator instanceof Rsi rsi) {
        rsi.add(value);
      }
    }
  }

  @Property
  void goesOnAsIfNothingHappened(
      @ForAll Kind kind,
      @ForAll @IntRange(min = 1, max = 5) int period,
      @ForAll @Size(max = 12) List<@DoubleRange(min = 1, max = 1000) Double> before,
      @ForAll @Size(max = 12) List<@DoubleRange(min = 1, max = 1000) Double> after) {
    Kept original = kind.create(period);
    before.forEach(value -> kind.add(original, value));

    Kept restored = kind.create(period);
    restored.load(original.stateVersion(), new StateReader(bytes(original)));

    assertThat(bytes(restored)).isEqualTo(bytes(original));
    for (double value : after) {
      kind.add(original, value);
      kind.add(restored, value);
      assertThat(kind.value(restored)).isEqualTo(Double.valueOf(kind.value(original)));
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void refusesTheStateOfAnotherPeriod(Kind kind) {
    byte[] kept = bytes(kind.create(3));
    Kept other = kind.create(4);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> other.load(1, new StateReader(kept)))
        .withMessage(kind + " kept with period 3 cannot continue with period 4");
  }

  private static byte[] bytes(Kept indicator) {
    StateWriter out = new StateWriter();
    indicator.save(out);
    return out.toBytes();
  }
}
