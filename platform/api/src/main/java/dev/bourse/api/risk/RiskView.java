package dev.bourse.api.risk;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.StrategyId;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The account and the market as applied so far. Valid during the check only, on its thread. */
@ProviderType
public interface RiskView {
  /** Our time in nanoseconds. */
  long time();

  /**
   * The price that orders are judged by: last trade, else the middle of the quote, else the last
   * close.
   */
  Optional<Price> referencePrice(Instrument instrument);

  /** What a strategy holds in its position without a name. */
  Position position(AccountId account, StrategyId strategy, Instrument instrument);

  /**
   * How much a strategy holds of an instrument in all its positions, long and short added up, not
   * set off against each other.
   */
  default Quantity held(AccountId account, StrategyId strategy, Instrument instrument) {
    Quantity sum = position(account, strategy, instrument).quantity();
    for (Position each : positions()) {
      boolean counts =
          each.id().isNamed()
              && each.account().equals(account)
              && each.strategy().equals(strategy)
              && each.instrument().id().equals(instrument.id());
      sum = counts ? sum.plus(each.quantity()) : sum;
    }
    return sum;
  }

  /**
   * All positions of the trader that are not flat, in order of account, instrument, strategy and
   * name.
   */
  List<Position> positions();

  /** All orders of the trader that may still fill, oldest first. */
  List<Order> liveOrders();

  /** The balance of a currency; empty if the account is not known yet. */
  Optional<Balance> balance(AccountId account, Currency currency);

  /**
   * What a strategy uses of a currency of settlement on an account: the cost of its positions and
   * the reservations of its live entries.
   */
  Money used(AccountId account, StrategyId strategy, Currency quote);

  /** How many orders of the trader may still fill: {@link #liveOrders()} without the walk. */
  default int liveOrderCount() {
    return liveOrders().size();
  }

  /**
   * What a strategy's live entries on an instrument are worth, in its currency of settlement: those
   * with a limit at that price, those for an amount by what is left of it, the others together at
   * the given price.
   */
  default Money working(
      AccountId account, StrategyId strategy, Instrument instrument, Price reference) {
    Money worth = instrument.settlement().zero();
    Quantity unpriced = Quantity.zero(instrument.quantityDecimals());
    for (Order live : liveOrders()) {
      boolean counts =
          live.entry()
              && live.account().equals(account)
              && live.strategy().equals(strategy)
              && live.spec().instrument().id().equals(instrument.id());
      Price limit = live.dearestPrice();
      Money amount = live.unusedAmount();
      if (counts && amount != null) {
        worth = worth.plus(amount);
      } else if (counts && limit != null) {
        worth = worth.plus(instrument.notional(limit, live.unfilled()));
      } else if (counts) {
        unpriced = unpriced.plus(live.unfilled());
      }
    }
    return worth.plus(instrument.notional(reference, unpriced));
  }
}
