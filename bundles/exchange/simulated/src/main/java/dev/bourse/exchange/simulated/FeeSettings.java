package dev.bourse.exchange.simulated;

import dev.bourse.api.model.Rate;
import dev.bourse.exchange.simulated.venue.FeeRules;
import dev.bourse.exchange.simulated.venue.FeeRules.PaidIn;
import dev.bourse.exchange.simulated.venue.FeeRules.Tier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the configuration says about fees. */
final class FeeSettings {
  private static final BigDecimal MOST_MULTIPLE = BigDecimal.valueOf(100);

  private FeeSettings() {}

  static FeeRules of(SimulatedExchangeFactory.Config config) {
    PaidIn paidIn = paidIn(config.fee_currency());
    boolean third = paidIn == PaidIn.THIRD;
    BigDecimal multiple = multiple(config.fee_multiple());
    return new FeeRules(
        config.fee_maker().isBlank() ? null : rate("fee.maker", config.fee_maker()),
        config.fee_taker().isBlank() ? null : rate("fee.taker", config.fee_taker()),
        tiers(config.fee_tiers()),
        amount("fee.order", config.fee_order()).multiply(multiple),
        amount("fee.unit", config.fee_unit()).multiply(multiple),
        paidIn,
        third ? config.fee_currency().strip().toUpperCase(Locale.ROOT) : "",
        conversion(config.fee_conversion()),
        discount(config.fee_discount()),
        multiple);
  }

  private static BigDecimal multiple(String text) {
    BigDecimal multiple = decimal("fee.multiple", text);
    if (multiple.signum() < 0 || multiple.compareTo(MOST_MULTIPLE) > 0) {
      throw new IllegalArgumentException(
          "fee.multiple=" + text + " must be between 0 and " + MOST_MULTIPLE + ": 2 doubles fees");
    }
    return multiple;
  }

  private static PaidIn paidIn(String text) {
    return switch (text.strip()) {
      case "quote" -> PaidIn.QUOTE;
      case "base" -> PaidIn.RECEIVED;
      case "" ->
          throw new IllegalArgumentException(
              "fee.currency is empty; it must be quote, base or the code of a currency");
      default -> PaidIn.THIRD;
    };
  }

  static Rate rate(String name, String text) {
    Rate rate = Rate.of(text.strip());
    if (rate.raw() <= -Rate.ONE / 10 || rate.raw() >= Rate.ONE / 10) {
      throw new IllegalArgumentException(
          name + "=" + text + " must be a share between -0.1 and 0.1: 0.001 is 0.1 %");
    }
    return rate;
  }

  private static Rate discount(String text) {
    Rate rate = Rate.of(text.strip());
    if (rate.raw() < 0 || rate.raw() > Rate.ONE) {
      throw new IllegalArgumentException(
          "fee.discount=" + text + " must be a share between 0 and 1: 0.25 is a quarter");
    }
    return rate;
  }

  private static BigDecimal amount(String name, String text) {
    BigDecimal amount = decimal(name, text);
    if (amount.signum() < 0) {
      throw new IllegalArgumentException(name + "=" + text + " must not be negative");
    }
    return amount;
  }

  private static @Nullable BigDecimal conversion(String text) {
    if (text.isBlank()) {
      return null;
    }
    BigDecimal price = decimal("fee.conversion", text);
    if (price.signum() <= 0) {
      throw new IllegalArgumentException("fee.conversion=" + text + " must be above zero");
    }
    return price;
  }

  private static List<Tier> tiers(String text) {
    List<Tier> tiers = new ArrayList<>();
    for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
      String[] words = part.strip().split("[:/]", -1);
      if (words.length != 3) {
        throw new IllegalArgumentException(
            "fee.tiers=" + text + " must be volume:maker/taker, like 0:0.001/0.001");
      }
      BigDecimal volume = amount("fee.tiers", words[0]);
      if (!tiers.isEmpty() && tiers.get(tiers.size() - 1).volume().compareTo(volume) >= 0) {
        throw new IllegalArgumentException(
            "fee.tiers=" + text + ": volumes must rise, " + volume + " does not");
      }
      tiers.add(new Tier(volume, rate("fee.tiers", words[1]), rate("fee.tiers", words[2])));
    }
    return tiers;
  }

  private static BigDecimal decimal(String name, String text) {
    try {
      return new BigDecimal(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + "=" + text + " must be a number", e);
    }
  }
}
