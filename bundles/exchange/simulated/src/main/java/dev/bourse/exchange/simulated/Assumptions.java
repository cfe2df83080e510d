package dev.bourse.exchange.simulated;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.MarginModel;
import dev.bourse.api.model.MarginTerms;
import dev.bourse.exchange.simulated.venue.FillRules;
import dev.bourse.exchange.simulated.venue.LatencyRules;
import dev.bourse.exchange.simulated.venue.MarginRules;
import dev.bourse.exchange.simulated.venue.OrderRules;
import dev.bourse.exchange.simulated.venue.SelfTrade;
import dev.bourse.exchange.simulated.venue.Slippage;
import dev.bourse.exchange.simulated.venue.VenueRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** What a reader of a result has to know about how it came about. */
final class Assumptions {
  private Assumptions() {}

  static Map<String, String> of(SimulatedSettings settings, List<Instrument> instruments) {
    VenueRules rules = settings.rules();
    FillRules fills = rules.fills();
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(
        "fills on quotes",
        "takers at the opposite side up to its size; resting limits when the quote reaches them");
    texts.put(
        "fills on trades",
        (fills.worseOfTwoTrades()
                ? "worse: takers at the worse of the last and the next trade"
                : "next: takers at the next trade")
            + ", up to its size; resting limits "
            + resting(fills));
    texts.put("fills on bars", bars(fills));
    texts.put(
        "liquidity",
        fills.consumed()
            ? "what one order takes, no other order can take"
            : "endless: every order has all that the data shows");
    texts.put("slippage", slippage(fills.slippage()));
    texts.put("latency", latency(rules.latency()));
    texts.put("stops", stops(rules.orders()));
    texts.put("own orders", ownOrders(rules.orders().selfTrade()));
    texts.putAll(FeeAssumptions.of(rules.fees(), instruments));
    MarginTerms terms = rules.margin().terms();
    if (terms != null) {
      texts.put("contracts", contracts(rules.margin(), terms));
    }
    texts.put(
        "starting balances",
        settings.balances().stream().map(Object::toString).collect(Collectors.joining(", ")));
    return texts;
  }

  private static String slippage(Slippage slippage) {
    String ticks = slippage.ticks() + (slippage.ticks() == 1 ? " tick" : " ticks");
    String share =
        slippage.rate().raw() == 0
            ? ""
            : " and " + FeeAssumptions.percent(slippage.rate()) + " of the price";
    return ticks + share + (slippage.entriesOnly() ? " for takers that enter" : " for takers");
  }

  private static String contracts(MarginRules margin, MarginTerms terms) {
    return (terms.mode() + " margin, leverage " + terms.leverage()).toLowerCase(Locale.ROOT)
        + (terms.leverages().isEmpty() ? "" : " " + terms.leverages())
        + (terms.hedged() ? ", long and short side by side" : "")
        + (terms.model() == MarginModel.STANDARD ? " (initial margin not divided by it)" : "")
        + "; judged at "
        + (margin.worst() ? "a bar's worst price" : "a bar's close")
        + "; liquidated whole, at that price or worse, for "
        + margin.liquidationFee()
        + " of the notional; funding "
        + margin.fundingRate()
        + " every "
        + TimeUnit.NANOSECONDS.toHours(margin.fundingInterval())
        + " h";
  }

  private static String bars(FillRules fills) {
    String takers =
        switch (fills.barFill()) {
          case NEXT_OPEN -> "next-open: takers at the next open";
          case PESSIMISTIC -> "pessimistic: takers at the bar's worst price, limits on the close";
          case OHLC -> "ohlc: along open, high, low, close";
          case ADAPTIVE -> "adaptive: along open, the nearer of high and low, the other, close";
        };
    return takers
        + "; resting limits "
        + resting(fills)
        + (fills.betterOpen() ? ", at the open if that is better" : "")
        + "; at most "
        + fills.barPercent()
        + " % of a bar's volume";
  }

  private static String resting(FillRules fills) {
    String queue = fills.queue() ? ", in their turn of the quoted queue" : "";
    return switch (fills.touchPercent()) {
          case 0 -> "only when traded through";
          case 100 -> "when touched";
          default ->
              "when traded through, or touched in "
                  + fills.touchPercent()
                  + " % of cases (seed "
                  + fills.seed()
                  + ")";
        }
        + queue;
  }

  private static String latency(LatencyRules latency) {
    String text = millis(latency.submit()) + " from decision to venue";
    boolean same = latency.amend() == latency.submit() && latency.cancel() == latency.submit();
    return same
        ? text
        : text + "; amends " + millis(latency.amend()) + ", cancels " + millis(latency.cancel());
  }

  private static String millis(long nanos) {
    return nanos / 1_000_000 + " ms";
  }

  private static String stops(OrderRules rules) {
    return "set off by what others traded, filled at the next price; on bars at the trigger, in a gap"
        + " at the open, before any limit; in the market on arrival "
        + (rules.rejectStopInMarket() ? "refused" : "set off");
  }

  private static String ownOrders(SelfTrade mode) {
    return switch (mode) {
      case APART -> "do not trade with each other";
      case NONE -> "trade with each other";
      case EXPIRE_MAKER -> "of one account: the resting one ends when they meet";
      case EXPIRE_TAKER -> "of one account: the one that takes ends when they meet";
      case EXPIRE_BOTH -> "of one account: both end when they meet";
    };
  }
}
