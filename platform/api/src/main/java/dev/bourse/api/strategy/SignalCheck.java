package dev.bourse.api.strategy;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Signal;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks for everything that is wrong with one signal. */
final class SignalCheck {
  private final SignalRules rules;
  private final Signal signal;
  private final Instrument instrument;
  private final Price now;
  private final Price open;
  private final List<String> problems = new ArrayList<>();

  SignalCheck(SignalRules rules, Signal signal, Instrument instrument, Price now) {
    this.rules = rules;
    this.signal = signal;
    this.instrument = instrument;
    this.now = now;
    Price entry = signal.entry();
    this.open = entry == null ? now : entry;
  }

  List<String> problems() {
    side();
    size();
    lifetime();
    int before = problems.size();
    positive("take_profit", signal.takeProfit());
    positive("stop_loss", signal.stopLoss());
    positive("price", now);
    entry();
    boolean priced = problems.size() == before;
    if (priced && order()) {
      distance("take_profit", signal.takeProfit(), rules.minTakeProfit());
      distance("stop_loss", signal.stopLoss(), rules.minStopLoss());
      stop();
    }
    return List.copyOf(problems);
  }

  private void side() {
    if (signal.isLong() ? !rules.longs() : !rules.shorts()) {
      problems.add((signal.isLong() ? "long" : "short") + " signals are switched off");
    }
  }

  private void positive(String name, Price price) {
    if (!price.isPositive()) {
      problems.add(name + "=" + price + " must be above zero");
    }
  }

  private void entry() {
    Price entry = signal.entry();
    if (entry == null) {
      return;
    }
    positive("entry", entry);
    if (!fits(entry, instrument.tickSize())) {
      problems.add(
          "entry=" + entry + " is not on the tick " + instrument.tickSize() + " of " + id());
    }
  }

  private static boolean fits(Price price, Price tick) {
    return decimal(price).remainder(decimal(tick)).signum() == 0;
  }

  /**
   * Stop-loss, entry and take-profit in their order; at the market the price has passed neither.
   */
  private boolean order() {
    Price low = signal.isLong() ? signal.stopLoss() : signal.takeProfit();
    Price high = signal.isLong() ? signal.takeProfit() : signal.stopLoss();
    if (low.compareTo(open) < 0 && open.compareTo(high) < 0) {
      return true;
    }
    String name = signal.entry() == null ? "price" : "entry";
    problems.add(
        (signal.isLong() ? "a long signal needs stop_loss=" : "a short signal needs take_profit=")
            + low
            + " below "
            + name
            + "="
            + open
            + " below "
            + (signal.isLong() ? "take_profit=" : "stop_loss=")
            + high
            + passed(low, high));
    return false;
  }

  private String passed(Price low, Price high) {
    if (signal.entry() != null || low.compareTo(high) >= 0) {
      return "";
    }
    boolean stopped = signal.isLong() == now.compareTo(low) <= 0;
    return stopped ? ": it would be stopped out at once" : ": its profit has passed already";
  }

  private void distance(String name, Price level, Rate least) {
    if (share(level).compareTo(millionths(least).multiply(decimal(open))) < 0) {
      problems.add(
          name + "=" + level + " is nearer to " + open + " than the least distance, " + least);
    }
  }

  private void stop() {
    Rate most = rules.maxStopLoss();
    if (share(signal.stopLoss()).compareTo(millionths(most).multiply(decimal(open))) > 0) {
      problems.add(
          "stop_loss="
              + signal.stopLoss()
              + " is farther from "
              + open
              + " than the greatest distance, "
              + most);
    }
  }

  /** The distance of a level from the entry, in millionths of a price unit. */
  private BigDecimal share(Price level) {
    return decimal(level).subtract(decimal(open)).abs().multiply(BigDecimal.valueOf(Rate.ONE));
  }

  private void size() {
    Quantity quantity = signal.quantity();
    Money cost = signal.cost();
    if (quantity != null && !quantity.isPositive()) {
      problems.add("quantity=" + quantity + " must be above zero");
    } else if (quantity != null && !onStep(quantity)) {
      problems.add(
          "quantity=" + quantity + " is not on the step " + instrument.stepSize() + " of " + id());
    }
    if (cost != null) {
      cost(cost);
    }
  }

  private void cost(Money cost) {
    if (!cost.currency().equals(instrument.quote())) {
      problems.add("cost=" + cost + " must be in " + instrument.quote());
    } else if (cost.signum() <= 0) {
      problems.add("cost=" + cost + " must be above zero");
    } else if (open.isPositive()) {
      BigDecimal amount = new BigDecimal(cost.raw().toBigInteger(), cost.currency().decimals());
      String at = " at " + open;
      if (amount.compareTo(decimal(instrument.stepSize()).multiply(decimal(open))) < 0) {
        problems.add("cost=" + cost + " buys less than the step " + instrument.stepSize() + at);
      } else if (amount.compareTo(decimal(instrument.maxQuantity()).multiply(decimal(open))) > 0) {
        problems.add("cost=" + cost + " buys more than " + instrument.maxQuantity() + at);
      }
    }
  }

  private boolean onStep(Quantity quantity) {
    return decimal(quantity).remainder(decimal(instrument.stepSize())).signum() == 0;
  }

  private void lifetime() {
    Duration lifetime = signal.lifetime();
    if (lifetime.equals(Signal.FOREVER) && rules.maxLifetime().equals(Signal.FOREVER)) {
      return;
    }
    if (lifetime.isNegative() || lifetime.isZero()) {
      problems.add("lifetime=" + lifetime + " must be above zero");
    } else if (!lifetime.equals(Signal.FOREVER)
        && !lifetime.equals(Duration.ofMinutes(lifetime.toMinutes()))) {
      problems.add("lifetime=" + lifetime + " must be whole minutes");
    }
    if (lifetime.compareTo(rules.maxLifetime()) > 0) {
      problems.add(
          "lifetime="
              + (lifetime.equals(Signal.FOREVER) ? "forever" : lifetime.toMinutes() + "m")
              + " is longer than the longest, "
              + rules.maxLifetime().toMinutes()
              + "m");
    }
  }

  private String id() {
    return instrument.id().toString();
  }

  private static BigDecimal millionths(Rate rate) {
    return BigDecimal.valueOf(rate.raw());
  }

  private static BigDecimal decimal(Price price) {
    return BigDecimal.valueOf(price.raw(), price.decimals());
  }

  private static BigDecimal decimal(Quantity quantity) {
    return BigDecimal.valueOf(quantity.raw(), quantity.decimals());
  }
}
