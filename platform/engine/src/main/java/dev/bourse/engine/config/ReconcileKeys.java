package dev.bourse.engine.config;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.StrategyId;
import dev.bourse.core.reconciliation.ReconcileSettings;
import dev.bourse.core.reconciliation.ReconcileSettings.Foreign;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The keys {@code reconcile.*} as values.
 *
 * @param settings how books are compared
 * @param lookback how far before the last turn a venue is asked; zero for as far as it keeps
 * @param flows whether venues are asked which money came and went, to explain balances
 */
public record ReconcileKeys(ReconcileSettings settings, Duration lookback, boolean flows) {
  /** What counts where a file says nothing. */
  public static final ReconcileKeys DEFAULTS =
      new ReconcileKeys(ReconcileSettings.DEFAULTS, Duration.ofHours(24), true);

  static ReconcileKeys of(TraderConfig config) {
    ReconcileSettings settings =
        new ReconcileSettings(
            config.reconcile_start(),
            new TreeSet<>(
                words("reconcile.instruments", config.reconcile_instruments()).stream()
                    .map(each -> instrument("reconcile.instruments", each))
                    .toList()),
            new TreeSet<>(
                words("reconcile.ignore", config.reconcile_ignore()).stream()
                    .map(ReconcileKeys::order)
                    .toList()),
            Foreign.valueOf(config.reconcile_foreign().toUpperCase(Locale.ROOT)),
            config.reconcile_positions(),
            config.reconcile_generate(),
            claims(config.reconcile_claims()));
    return new ReconcileKeys(
        settings, lookback(config.reconcile_lookback()), config.reconcile_flows());
  }

  private static Duration lookback(String text) {
    try {
      return text.strip().equals("all")
          ? Duration.ZERO
          : Durations.read("reconcile.lookback", text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(e.getMessage() + ", or all", e);
    }
  }

  private static List<String> words(String key, String text) {
    return text.isBlank() ? List.of() : Lists.read(key, text);
  }

  private static InstrumentId instrument(String key, String text) {
    try {
      return InstrumentId.of(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          key + "=" + text + " must name an instrument, like BTCUSDT.BINANCE", e);
    }
  }

  private static ClientOrderId order(String text) {
    try {
      return new ClientOrderId(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("reconcile.ignore=" + text + ": " + e.getMessage(), e);
    }
  }

  private static SortedMap<InstrumentId, StrategyId> claims(String text) {
    SortedMap<InstrumentId, StrategyId> claims = new TreeMap<>();
    for (String each : words("reconcile.claims", text)) {
      int colon = each.indexOf(':');
      if (colon < 1) {
        throw new IllegalArgumentException(
            "reconcile.claims="
                + each
                + " must be a strategy and an instrument, like ema:BTCUSDT.BINANCE");
      }
      InstrumentId instrument = instrument("reconcile.claims", each.substring(colon + 1).strip());
      StrategyId strategy = new StrategyId(each.substring(0, colon).strip());
      StrategyId before = claims.putIfAbsent(instrument, strategy);
      if (before != null) {
        throw new IllegalArgumentException(
            "reconcile.claims: "
                + instrument
                + " is claimed by strategies "
                + before
                + " and "
                + strategy
                + ": one strategy per instrument may claim what is found there");
      }
    }
    return claims;
  }
}
