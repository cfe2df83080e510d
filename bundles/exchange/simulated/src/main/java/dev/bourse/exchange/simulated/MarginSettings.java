package dev.bourse.exchange.simulated;

import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.MarginMode;
import dev.bourse.api.model.MarginModel;
import dev.bourse.api.model.MarginTerms;
import dev.bourse.api.model.Rate;
import dev.bourse.exchange.simulated.venue.MarginRules;
import java.time.Duration;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the configuration says about margin accounts. */
final class MarginSettings {
  private MarginSettings() {}

  static MarginRules of(SimulatedExchangeFactory.Config config) {
    return new MarginRules(
        terms(config),
        config.mark().equals("worst"),
        rate("liquidation.fee", config.liquidation_fee(), false),
        rate("funding.rate", config.funding_rate(), true),
        Duration.ofHours(config.funding_interval()).toNanos());
  }

  private static @Nullable MarginTerms terms(SimulatedExchangeFactory.Config config) {
    boolean hedged = config.position_mode().equals("hedged");
    if (config.margin_mode().equals("none")) {
      if (hedged) {
        throw new IllegalArgumentException(
            "position.mode=hedged: an account that holds spot only has no sides; set margin.mode");
      }
      return null;
    }
    int general = 1;
    TreeMap<InstrumentId, Integer> own = new TreeMap<>();
    for (String part : config.leverage().split(",", -1)) {
      String[] words = part.strip().split(":", -1);
      if (words.length == 1) {
        general = leverage(config.leverage(), words[0]);
      } else if (words.length > 2
          || own.put(InstrumentId.of(words[0].strip()), leverage(config.leverage(), words[1]))
              != null) {
        throw wrong(config.leverage());
      }
    }
    return new MarginTerms(
        word(MarginMode.class, config.margin_mode()),
        word(MarginModel.class, config.margin_model()),
        general,
        own,
        hedged);
  }

  private static int leverage(String text, String number) {
    try {
      return Integer.parseInt(number.strip());
    } catch (NumberFormatException e) {
      IllegalArgumentException wrong = wrong(text);
      wrong.initCause(e);
      throw wrong;
    }
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException(
        "leverage="
            + text
            + " must be a whole number, and for single instruments like 5,BTCUSDT.BINANCE:20");
  }

  private static <E extends Enum<E>> E word(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }

  private static Rate rate(String name, String text, boolean negative) {
    Rate rate = Rate.of(text.strip());
    boolean below = negative ? rate.raw() <= -Rate.ONE / 10 : rate.raw() < 0;
    if (below || rate.raw() >= Rate.ONE / 10) {
      throw new IllegalArgumentException(
          name
              + "="
              + text
              + " must be a share "
              + (negative ? "between -0.1 and 0.1" : "from 0 to below 0.1")
              + ": 0.0001 is 0.01 %");
    }
    return rate;
  }
}
