package dev.bourse.exchange.binance.rules;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.VenueFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gives changed rules a rising version, the same rules the same one. Any thread. */
final class Versions {
  private final Map<InstrumentId, Instrument> newest = new TreeMap<>();

  Versions(List<Instrument> known) {
    known.forEach(each -> newest.put(each.id(), each));
  }

  /** The rules with their version. */
  synchronized Instrument of(Instrument rules) {
    Instrument before = newest.get(rules.id());
    Instrument now = rules;
    if (before != null) {
      Instrument same = with(rules, before.version(), Fees.of(rules));
      now = isSame(same, before) ? before : with(rules, before.version() + 1, Fees.of(rules));
    }
    newest.put(now.id(), now);
    return now;
  }

  /**
   * Whether nothing changed that makes rules new ones. The venue reckons the largest market order
   * anew all the time, by what is traded; what is sent is judged by the newest.
   */
  private static boolean isSame(Instrument rules, Instrument before) {
    return steady(rules).equals(steady(before));
  }

  private static Instrument steady(Instrument rules) {
    List<VenueFilter> steady =
        rules.filters().stream().filter(each -> !each.name().equals("MARKET_LOT_SIZE")).toList();
    return rules.filtered(steady);
  }

  /** The rules with another version and other fees. */
  static Instrument with(Instrument rules, int version, Fees fees) {
    return with(rules, version, fees, rules.trading());
  }

  /** The rules of an instrument that is not traded any more. */
  static Instrument closed(Instrument rules) {
    return with(rules, rules.version(), Fees.of(rules), false);
  }

  private static Instrument with(Instrument rules, int version, Fees fees, boolean trading) {
    return new Instrument(
        rules.id(),
        version,
        rules.base(),
        rules.quote(),
        rules.tickSize(),
        rules.stepSize(),
        rules.minQuantity(),
        rules.maxQuantity(),
        rules.minNotional(),
        fees.maker(),
        fees.taker(),
        trading,
        rules.contract(),
        rules.maxNotional(),
        rules.filters());
  }
}
