package dev.bourse.exchange.binance.rules;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
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
      Instrument same = withVersion(rules, before.version());
      now = same.equals(before) ? before : withVersion(rules, before.version() + 1);
    }
    newest.put(now.id(), now);
    return now;
  }

  private static Instrument withVersion(Instrument rules, int version) {
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
        rules.makerFee(),
        rules.takerFee(),
        rules.trading(),
        rules.contract(),
        rules.maxNotional());
  }
}
