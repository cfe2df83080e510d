package dev.bourse.core.state;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Money;
import dev.bourse.core.portfolio.Equity;
import dev.bourse.core.portfolio.Route;
import dev.bourse.core.portfolio.Valuation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an account is worth in one currency, as breakers measure it: in the one that its
 * configuration names, else in the quote currency of all that it holds. Reads the state only.
 */
public final class AccountEquity {
  private AccountEquity() {}

  /**
   * The worth; empty while the venue has not told of the account, while something has no price, and
   * for quotes that no configured currency joins.
   */
  public static Optional<Money> of(TraderState state, AccountId account) {
    if (!state.portfolio.knows(account)) {
      return Optional.empty();
    }
    Optional<Valuation> valuation = state.valuation(account);
    if (valuation.isPresent()) {
      return valuation.get().unpriced().isEmpty() ? valuation.get().equity() : Optional.empty();
    }
    return single(Equity.of(account, state.portfolio, state.market));
  }

  /** The only amount that is not zero, or zero if all are. */
  private static Optional<Money> single(List<Money> ends) {
    Money found = null;
    for (Money each : ends) {
      if (found != null && found.signum() != 0 && each.signum() != 0) {
        return Optional.empty();
      }
      found = found == null || each.signum() != 0 ? each : found;
    }
    return Optional.ofNullable(found);
  }

  /**
   * The worth of a flow in another currency: zero for what does not count as equity, null while no
   * known price leads there.
   */
  public static @Nullable Money worth(
      TraderState state, AccountId account, Money flow, Currency wanted) {
    if (!counts(state, account, flow.currency())) {
      return wanted.zero();
    }
    if (flow.currency().code().equals(wanted.code())) {
      return flow;
    }
    return Route.of(flow.currency(), wanted, state.market.all())
        .filter(Route::isPriced)
        .map(route -> route.convert(flow).to())
        .orElse(null);
  }

  private static boolean counts(TraderState state, AccountId account, Currency currency) {
    Optional<Valuation> valuation = state.valuation(account);
    return valuation.isPresent()
        ? valuation.get().assets().stream()
            .anyMatch(asset -> asset.held().currency().code().equals(currency.code()))
        : state.market.listings().currencies().stream()
            .anyMatch(listed -> listed.code().equals(currency.code()));
  }
}
