package dev.bourse.exchange.simulated;

import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Decimals;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Rate;
import dev.bourse.exchange.simulated.venue.BarFill;
import dev.bourse.exchange.simulated.venue.FillRules;
import dev.bourse.exchange.simulated.venue.LatencyRules;
import dev.bourse.exchange.simulated.venue.OrderRules;
import dev.bourse.exchange.simulated.venue.SelfTrade;
import dev.bourse.exchange.simulated.venue.Slippage;
import dev.bourse.exchange.simulated.venue.VenueRules;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * The configuration as values.
 *
 * @param rules how orders are treated
 * @param balances what a new account has
 */
record SimulatedSettings(VenueRules rules, List<Money> balances) {
  /** The decimals of a currency that no instrument knows. */
  private static final int UNKNOWN_DECIMALS = 8;

  static SimulatedSettings of(
      SimulatedExchangeFactory.Config config, List<Instrument> instruments) {
    VenueRules rules =
        new VenueRules(
            latency(config),
            fills(config),
            FeeSettings.of(config),
            new OrderRules(
                config.stop_in_market().equals("reject"),
                zone(config.day_zone()),
                constant(SelfTrade.class, config.self_trade())),
            MarginSettings.of(config),
            Duration.ofDays(config.history()).toNanos());
    List<Money> balances = balances(config.balances(), instruments);
    requireKnown(rules.fees().third(), balances, instruments);
    return new SimulatedSettings(rules, balances);
  }

  private static void requireKnown(
      String third, List<Money> balances, List<Instrument> instruments) {
    boolean held = balances.stream().anyMatch(money -> money.currency().code().equals(third));
    boolean listed =
        instruments.stream()
            .anyMatch(
                each -> each.base().code().equals(third) || each.quote().code().equals(third));
    if (!third.isEmpty() && !held && !listed) {
      throw new IllegalArgumentException(
          "fee.currency="
              + third
              + " is neither among the balances nor a currency of an instrument; it must be quote,"
              + " base or such a currency");
    }
  }

  private static LatencyRules latency(SimulatedExchangeFactory.Config config) {
    int amend = config.latency_amend() < 0 ? config.latency() : config.latency_amend();
    int cancel = config.latency_cancel() < 0 ? config.latency() : config.latency_cancel();
    return new LatencyRules(nanos(config.latency()), nanos(amend), nanos(cancel));
  }

  private static long nanos(int millis) {
    return Duration.ofMillis(millis).toNanos();
  }

  private static FillRules fills(SimulatedExchangeFactory.Config config) {
    return new FillRules(
        slippage(config),
        config.trade_fill().equals("worse"),
        constant(BarFill.class, config.bar_fill()),
        config.bar_volume(),
        config.limit_gap().equals("open"),
        config.touch(),
        config.seed(),
        config.queue().equals("quoted"),
        config.liquidity().equals("consumed"));
  }

  private static Slippage slippage(SimulatedExchangeFactory.Config config) {
    Rate rate = FeeSettings.rate("slippage.rate", config.slippage_rate());
    if (rate.raw() < 0) {
      throw new IllegalArgumentException(
          "slippage.rate="
              + config.slippage_rate()
              + " would pay an order for taking; it must be 0 or more: 0.001 is 0.1 %");
    }
    return new Slippage(config.slippage(), rate, config.slippage_on().equals("entries"));
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "day.zone=" + name + " must be a time zone, like UTC or America/New_York", e);
    }
  }

  private static List<Money> balances(String text, List<Instrument> instruments) {
    List<Money> balances = new ArrayList<>();
    TreeSet<String> seen = new TreeSet<>();
    for (String part : text.split(",", -1)) {
      String[] words = part.strip().split("\\s+", -1);
      if (words.length != 2) {
        throw new IllegalArgumentException(
            "balances=" + text + " must be amounts with a currency, like 10000 USD,0.5 BTC");
      }
      Money money =
          Money.of(words[0], currency(words[1].toUpperCase(Locale.ROOT), words[0], instruments));
      if (money.signum() < 0 || !seen.add(money.currency().code())) {
        throw new IllegalArgumentException(
            "balances=" + text + ": " + part.strip() + " must not be negative nor given twice");
      }
      balances.add(money);
    }
    return balances;
  }

  private static Currency currency(String code, String amount, List<Instrument> instruments) {
    for (Instrument instrument : instruments) {
      if (instrument.base().code().equals(code)) {
        return instrument.base();
      } else if (instrument.quote().code().equals(code)) {
        return instrument.quote();
      }
    }
    return new Currency(code, Math.max(UNKNOWN_DECIMALS, Decimals.parse(amount).scale()));
  }
}
