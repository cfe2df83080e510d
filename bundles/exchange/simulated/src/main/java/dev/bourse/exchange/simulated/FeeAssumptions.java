package dev.bourse.exchange.simulated;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Rate;
import dev.bourse.exchange.simulated.venue.FeeRules;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a reader of a result has to know about its fees. */
final class FeeAssumptions {
  private FeeAssumptions() {}

  static Map<String, String> of(FeeRules fees, List<Instrument> instruments) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("maker fee", fee(fees.maker(), instruments, Instrument::makerFee));
    texts.put("taker fee", fee(fees.taker(), instruments, Instrument::takerFee));
    if (!fees.tiers().isEmpty()) {
      texts.put("fees by 30-day volume", tiers(fees));
    }
    if (fees.perOrder().signum() != 0) {
      texts.put("fee per order", fees.perOrder() + " of quote currency");
    }
    if (fees.perUnit().signum() != 0) {
      texts.put("fee per unit", fees.perUnit() + " of quote currency");
    }
    if (fees.multiple().compareTo(BigDecimal.ONE) != 0) {
      texts.put("fees multiplied by", fees.multiple().toPlainString());
    }
    texts.put("fees paid in", paidIn(fees));
    return texts;
  }

  private static String tiers(FeeRules fees) {
    return fees.tiers().stream()
        .map(
            tier ->
                "from "
                    + tier.volume()
                    + " maker "
                    + percent(tier.maker())
                    + " taker "
                    + percent(tier.taker()))
        .collect(Collectors.joining(", "));
  }

  private static String paidIn(FeeRules fees) {
    return switch (fees.paidIn()) {
      case QUOTE -> "quote";
      case RECEIVED -> "base for buys, quote for sells";
      case THIRD -> third(fees);
    };
  }

  private static String third(FeeRules fees) {
    BigDecimal price = fees.thirdPrice();
    String source =
        price == null ? "at its last price at this venue" : "at the fixed price " + price;
    String discount =
        fees.thirdDiscount().raw() == 0 ? "" : " less " + percent(fees.thirdDiscount());
    return fees.third() + discount + " " + source + "; without enough of it, what is received";
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

  static String percent(Rate rate) {
    return BigDecimal.valueOf(rate.raw(), 4).stripTrailingZeros().toPlainString() + " %";
  }
}
