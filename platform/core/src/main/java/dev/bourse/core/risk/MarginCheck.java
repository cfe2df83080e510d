package dev.bourse.core.risk;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Exposure;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Margin;
import dev.bourse.api.model.MarginTerms;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.risk.DenialCode;
import dev.bourse.api.risk.RiskDecision;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether an account's margin covers an order of a contract. Pure; null means that it does. */
final class MarginCheck {
  private MarginCheck() {}

  /** Checks an order that may add exposure and is worth the given amount. */
  static RiskDecision.@Nullable Denied of(Order order, Money worth, GateFacts facts) {
    AccountId account = order.account();
    Instrument instrument = order.spec().instrument();
    Currency settlement = instrument.settlement();
    Optional<MarginTerms> terms = facts.terms(account);
    if (terms.isEmpty()) {
      return DenialCode.NO_MARGIN_ACCOUNT.because(
          "account=" + account + " instrument=" + instrument.id());
    }
    Optional<Balance> balance = facts.balance(account, settlement);
    if (balance.isEmpty()) {
      return DenialCode.NO_ACCOUNT.because("account=" + account + " currency=" + settlement);
    }
    Optional<List<Exposure>> exposures = facts.exposures(account, settlement);
    if (exposures.isEmpty()) {
      return DenialCode.NO_PRICE.because("a position of account=" + account + " has no price");
    }
    return covered(order, worth, terms.get(), balance.get().free(), exposures.get());
  }

  private static RiskDecision.@Nullable Denied covered(
      Order order, Money worth, MarginTerms terms, Money wallet, List<Exposure> exposures) {
    Instrument instrument = order.spec().instrument();
    Margin now = Margin.of(terms, wallet, exposures);
    Margin then = Margin.of(terms, wallet, with(order, worth, exposures, terms.hedged()));
    Money fee = worth.times(instrument.takerFee(), RoundingMode.UP);
    Money needed = then.initial().minus(now.initial());
    needed = fee.signum() > 0 ? needed.plus(fee) : needed;
    return needed.compareTo(now.available()) > 0
        ? DenialCode.INSUFFICIENT_MARGIN.because(
            "needed="
                + needed
                + " available="
                + now.available()
                + " leverage="
                + terms.leverageOf(instrument.id())
                + " mode="
                + terms.mode())
        : null;
  }

  private static List<Exposure> with(
      Order order, Money worth, List<Exposure> exposures, boolean hedged) {
    Instrument instrument = order.spec().instrument();
    List<Exposure> all = new ArrayList<>(exposures);
    int place = 0;
    while (place < all.size() && !all.get(place).counts(order)) {
      place++;
    }
    if (place == all.size()) {
      all.add(Exposure.none(instrument, hedged ? order.positionSide() : PositionSide.FLAT));
    }
    all.set(place, all.get(place).plus(order.spec().side(), worth));
    return all;
  }
}
