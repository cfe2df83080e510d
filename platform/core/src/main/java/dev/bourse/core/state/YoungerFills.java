package dev.bourse.core.state;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Side;
import dev.bourse.core.portfolio.Quantities;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What our balances were at the moment of a report: without the fills that we counted and that the
 * report does not tell, for its balances have those alone that it tells. So an account that trades
 * all the time can be compared. Spot accounts only: of contracts more moves than fills.
 */
final class YoungerFills {
  /** So far the clocks of a venue and of ours may be apart. */
  private static final long CLOCKS = Duration.ofSeconds(30).toNanos();

  private final Map<String, Money> effects = new TreeMap<>();

  private YoungerFills() {}

  /** The fills of an account that a report of it does not tell. */
  static YoungerFills than(TraderState state, AccountEvent.MassReport report) {
    YoungerFills younger = new YoungerFills();
    AccountId account = report.account();
    if (state.portfolio.terms(account).isPresent()) {
      return younger;
    }
    Set<String> told = report.fills().stream().map(YoungerFills::name).collect(Collectors.toSet());
    for (Fill fill : state.fills.all()) {
      boolean late = fill.eventTime() > report.requestedAt() - CLOCKS;
      if (late && fill.account().equals(account) && !told.contains(name(fill))) {
        younger.add(fill);
      }
    }
    return younger;
  }

  private static String name(Fill fill) {
    return fill.instrument().id() + " " + fill.fillId();
  }

  private void add(Fill fill) {
    Money base = new Quantities(fill.instrument()).money(fill.quantity());
    boolean buy = fill.side() == Side.BUY;
    add(buy ? base : base.negate());
    add(buy ? fill.notional().negate() : fill.notional());
    add(fill.fee().negate());
  }

  private void add(Money amount) {
    effects.merge(amount.currency().code(), amount, Money::plus);
  }

  /** Balances without them. */
  List<Balance> takenFrom(List<Balance> balances) {
    return changed(balances, -1);
  }

  /** Balances with them. */
  List<Balance> addedTo(List<Balance> balances) {
    return changed(balances, 1);
  }

  private List<Balance> changed(List<Balance> balances, int sign) {
    if (effects.isEmpty()) {
      return balances;
    }
    Map<String, Money> left = new TreeMap<>(effects);
    List<Balance> changed = new ArrayList<>();
    for (Balance each : balances) {
      Currency currency = each.currency();
      Money effect = left.remove(currency.code());
      Money total = effect == null ? each.total() : each.total().plus(signed(effect, sign));
      changed.add(new Balance(total, currency.zero()));
    }
    left.values()
        .forEach(
            effect -> changed.add(new Balance(signed(effect, sign), effect.currency().zero())));
    return changed;
  }

  private static Money signed(Money amount, int sign) {
    return sign < 0 ? amount.negate() : amount;
  }
}
