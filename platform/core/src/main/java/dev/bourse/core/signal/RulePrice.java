package dev.bourse.core.signal;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.Decimals;
import dev.bourse.api.model.Price;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import dev.bourse.api.strategy.PriceRule;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The price of the last closed bars by a rule, exact but for its last rounding, half even to four
 * decimals more than the instrument's. Starts anew when the bars' length or scale changes.
 */
final class RulePrice {
  private static final BigInteger THREE = BigInteger.valueOf(3);
  private static final int MORE_DECIMALS = 4;

  /** What is kept of a bar. */
  private record Figures(long high, long low, long close, long volume) {
    BigInteger typicalTimesThree() {
      return BigInteger.valueOf(high).add(BigInteger.valueOf(low)).add(BigInteger.valueOf(close));
    }
  }

  private final Deque<Figures> window = new ArrayDeque<>();
  private final PriceRule rule;
  private final int size;
  private long interval;
  private int priceDecimals;
  private int volumeDecimals;

  RulePrice(PriceRule rule, int size) {
    this.rule = rule;
    this.size = rule == PriceRule.CLOSE ? 1 : size;
  }

  void add(Bar bar) {
    scale(
        bar.interval().nanos(),
        bar.instrument().priceDecimals(),
        bar.instrument().quantityDecimals());
    window.addLast(new Figures(bar.highRaw(), bar.lowRaw(), bar.closeRaw(), bar.volumeRaw()));
    trim();
  }

  private void scale(long newInterval, int newPriceDecimals, int newVolumeDecimals) {
    if (interval != newInterval
        || priceDecimals != newPriceDecimals
        || volumeDecimals != newVolumeDecimals) {
      window.clear();
      interval = newInterval;
      priceDecimals = newPriceDecimals;
      volumeDecimals = newVolumeDecimals;
    }
  }

  private void trim() {
    while (window.size() > size) {
      window.removeFirst();
    }
  }

  /** The price, or null until enough bars were seen. */
  @Nullable Price price() {
    if (window.size() < size) {
      return null;
    }
    if (rule == PriceRule.CLOSE) {
      return new Price(window.getLast().close(), priceDecimals);
    }
    BigInteger volumes = BigInteger.ZERO;
    BigInteger products = BigInteger.ZERO;
    BigInteger closes = BigInteger.ZERO;
    for (Figures bar : window) {
      BigInteger volume = BigInteger.valueOf(bar.volume());
      volumes = volumes.add(volume);
      products = products.add(bar.typicalTimesThree().multiply(volume));
      closes = closes.add(BigInteger.valueOf(bar.close()));
    }
    return volumes.signum() == 0
        ? mean(closes, BigInteger.valueOf(size))
        : mean(products, volumes.multiply(THREE));
  }

  private Price mean(BigInteger sum, BigInteger weight) {
    int decimals = Math.min(Decimals.MAX_DECIMALS, priceDecimals + MORE_DECIMALS);
    BigDecimal mean =
        new BigDecimal(sum, priceDecimals)
            .divide(new BigDecimal(weight), decimals, RoundingMode.HALF_EVEN);
    while (mean.unscaledValue().bitLength() > 63) {
      decimals--;
      mean = mean.setScale(decimals, RoundingMode.HALF_EVEN);
    }
    return new Price(mean.unscaledValue().longValueExact(), decimals);
  }

  void save(StateWriter out) {
    out.putLong(interval).putInt(priceDecimals).putInt(volumeDecimals).putInt(window.size());
    for (Figures bar : window) {
      out.putLong(bar.high()).putLong(bar.low()).putLong(bar.close()).putLong(bar.volume());
    }
  }

  void load(StateReader in) {
    scale(in.getLong(), in.getInt(), in.getInt());
    window.clear();
    for (int left = in.getInt(); left > 0; left--) {
      window.addLast(new Figures(in.getLong(), in.getLong(), in.getLong(), in.getLong()));
    }
    trim();
  }
}
