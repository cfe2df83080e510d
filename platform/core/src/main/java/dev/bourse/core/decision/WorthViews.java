package dev.bourse.core.decision;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Money;
import dev.bourse.api.trader.TraderSnapshot.AssetView;
import dev.bourse.api.trader.TraderSnapshot.WorthView;
import dev.bourse.core.portfolio.Equity;
import dev.bourse.core.portfolio.Valuation;
import dev.bourse.core.state.TraderState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What accounts are worth, for people. */
final class WorthViews {
  private WorthViews() {}

  /** The worth of an account in its one currency, if it has one. */
  static Optional<WorthView> of(TraderState state, AccountId account) {
    return state
        .valuation(account)
        .map(
            valuation ->
                new WorthView(
                    valuation.currency(),
                    valuation.equity(),
                    valuation.assets().stream().map(WorthViews::asset).toList()));
  }

  private static AssetView asset(Valuation.Asset asset) {
    return new AssetView(asset.held(), asset.path(), asset.worth(), asset.priced());
  }

  /**
   * What each account is worth, by account: in its one currency, and beside it what is unpriced in
   * its own; else by quote currencies.
   */
  static List<Money> equity(TraderState state) {
    List<Money> all = new ArrayList<>();
    for (AccountId account : state.portfolio().accounts()) {
      Valuation valuation = state.valuation(account).orElse(null);
      if (valuation == null) {
        all.addAll(Equity.of(account, state.portfolio(), state.market()));
      } else {
        valuation.equity().ifPresent(all::add);
        valuation.unpriced().stream()
            .filter(asset -> asset.worth().isEmpty() && !isOwn(asset, valuation))
            .forEach(asset -> all.add(asset.held()));
      }
    }
    return all;
  }

  private static boolean isOwn(Valuation.Asset asset, Valuation valuation) {
    return asset.held().currency().code().equals(valuation.currency());
  }
}
