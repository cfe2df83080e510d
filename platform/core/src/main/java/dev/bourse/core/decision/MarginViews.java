package dev.bourse.core.decision;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Exposure;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Margin;
import dev.bourse.api.model.MarginMode;
import dev.bourse.api.model.MarginTerms;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Price;
import dev.bourse.api.trader.TraderSnapshot.LiquidationView;
import dev.bourse.api.trader.TraderSnapshot.MarginView;
import dev.bourse.core.state.TraderState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people see of margin accounts. */
final class MarginViews {
  private MarginViews() {}

  /** One view per currency of settlement whose positions all have a price. */
  static List<MarginView> of(TraderState state, AccountId account) {
    MarginTerms terms = state.portfolio().terms(account).orElse(null);
    List<MarginView> views = new ArrayList<>();
    if (terms == null) {
      return views;
    }
    for (Currency currency : state.portfolio().settlements(account)) {
      Money wallet =
          state.portfolio().balance(account, currency).map(Balance::free).orElse(currency.zero());
      state
          .portfolio()
          .exposures(account, currency, id -> state.market().valuationPrice(id))
          .ifPresent(
              exposures -> {
                Margin margin = Margin.of(terms, wallet, exposures);
                views.add(
                    new MarginView(terms, margin, held(state, account, terms, margin, exposures)));
              });
    }
    return List.copyOf(views);
  }

  private static List<LiquidationView> held(
      TraderState state,
      AccountId account,
      MarginTerms terms,
      Margin margin,
      List<Exposure> exposures) {
    List<LiquidationView> views = new ArrayList<>();
    for (Position position : state.portfolio().open()) {
      Instrument instrument = position.instrument();
      for (Exposure exposure : exposures) {
        if (exposure.counts(position) && position.account().equals(account)) {
          views.add(
              new LiquidationView(
                  position.strategy(),
                  instrument.id(),
                  terms.leverageOf(instrument.id()),
                  liquidation(position, terms, margin, exposure),
                  position.id()));
        }
      }
    }
    return List.copyOf(views);
  }

  /** Nobody's own where several positions are one at the venue. */
  private static Optional<Price> liquidation(
      Position position, MarginTerms terms, Margin margin, Exposure exposure) {
    Money cost = exposure.cost().signum() < 0 ? exposure.cost().negate() : exposure.cost();
    if (!cost.equals(position.cost())) {
      return Optional.empty();
    }
    if (terms.mode() == MarginMode.ISOLATED) {
      return Margin.liquidationPrice(position, terms.initial(position.instrument(), cost));
    }
    Money held = exposure.held().signum() < 0 ? exposure.held().negate() : exposure.held();
    Money others = margin.maintenance().minus(terms.maintenance(position.instrument(), held));
    Money cushion = margin.equity().minus(exposure.unrealized()).minus(others);
    return Margin.liquidationPrice(position, cushion);
  }
}
