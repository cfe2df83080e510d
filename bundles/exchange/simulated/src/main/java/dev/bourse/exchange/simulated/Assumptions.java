package dev.bourse.exchange.simulated;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Rate;
import dev.bourse.exchange.simulated.venue.VenueRules;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a reader of a result has to know about how it came about. */
final class Assumptions {
  private Assumptions() {}

  static Map<String, String> of(SimulatedSettings settings, List<Instrument> instruments) {
    VenueRules rules = settings.rules();
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(
        "fills on quotes",
        "takers at the opposite side up to its size; resting limits when the quote reaches them");
    texts.put(
        "fills on trades",
        (rules.worseOfTwoTrades()
                ? "worse: takers at the worse of the last and the next trade"
                : "next: takers at the next trade")
            + ", up to its size; resting limits only when traded through");
    texts.put(
        "fills on bars",
        "next-open: takers at the next open; resting limits only when traded through; at most "
            + rules.barPercent()
            + " % of a bar's volume");
    texts.put("liquidity", "what one order takes, no other order can take");
    texts.put(
        "slippage",
        rules.slippageTicks() + (rules.slippageTicks() == 1 ? " tick" : " ticks") + " for takers");
    texts.put("latency", rules.latency() / 1_000_000 + " ms from decision to venue");
    texts.put("maker fee", fee(rules.makerFee(), instruments, Instrument::makerFee));
    texts.put("taker fee", fee(rules.takerFee(), instruments, Instrument::takerFee));
    texts.put("fees paid in", rules.feeInBase() ? "base for buys, quote for sells" : "quote");
    texts.put(
        "starting balances",
        settings.balances().stream().map(Object::toString).collect(Collectors.joining(", ")));
    return texts;
  }

  private static String fee(
      @Nullable Rate configured, List<Instrument> instruments, Function<Instrument, Rate> own) {
    if (configured != null) {
      return percent(configured);
    }
    TreeSet<String> rates = new TreeSet<>();
    instruments.forEach(instrument -> rates.add(percent(own.apply(instrument))));
    return String.join(" or ", rates);
  }

  private static String percent(Rate rate) {
    return BigDecimal.valueOf(rate.raw(), 4).stripTrailingZeros().toPlainString() + " %";
  }
}
