package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Int128;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Moves money. A notional is rounded half even, a fee up, both to the currency's decimals; a
 * balance never goes below zero: what an account cannot pay for is not filled. Contracts move only
 * profit, loss and fees.
 */
final class Settlement {
  private final Fees fees;
  private final Margins margins;
  private final VenueState state;
  private final Step step;

  Settlement(Fees fees, Margins margins, VenueState state, Step step) {
    this.fees = fees;
    this.margins = margins;
    this.state = state;
    this.step = step;
  }

  /** Why an account cannot have an order that needs the given amount, or null. */
  @Nullable String refusal(VenueOrder order, Money needed) {
    if (!order.instrument.isSpot()) {
      return order.onlyReduces() && margins.reducible(order) == 0
          ? "NOTHING_TO_REDUCE: " + order.progress()
          : margins.refusal(order, needed);
    }
    Money free = available(order);
    return needed.compareTo(free) > 0
        ? "INSUFFICIENT_BALANCE: required=" + needed + " free=" + free
        : null;
  }

  /**
   * What an order has to have free: the notional and the highest fee of a buy, the base of a sell.
   * An order of a contract counts with its notional, from which the margin follows.
   */
  Money needed(VenueOrder order, long priceRaw, long quantityRaw) {
    if (!order.instrument.isSpot()) {
      Instrument contract = order.instrument;
      return priceRaw == 0
          ? contract.settlement().zero()
          : contract.notional(contract.price(priceRaw), contract.quantity(quantityRaw));
    }
    if (order.isForAmount()) {
      return forAmount(order, priceRaw);
    }
    if (!order.isBuy()) {
      return base(order.instrument, order.instrument.quantity(quantityRaw));
    }
    return cost(order, priceRaw, quantityRaw, fees.highest(order));
  }

  /** What is left of the amount and the fee on top; of a sell the base that it takes now. */
  private Money forAmount(VenueOrder order, long priceRaw) {
    Instrument instrument = order.instrument;
    Quantity quantity = instrument.quantity(priceRaw == 0 ? 0 : order.wanted(priceRaw));
    if (!order.isBuy()) {
      return base(instrument, quantity);
    }
    Money left = order.unused();
    return left.plus(fees.onTop(order, left, quantity, fees.highest(order)));
  }

  Money free(VenueOrder order) {
    return state.wallet(order.account).balance(order.paysWith()).free();
  }

  /** What an order can use: what is free, and what is reserved for it and its siblings. */
  Money available(VenueOrder order) {
    return free(order).plus(reserved(order));
  }

  /** Sets what an order holds; of a group, the greatest part is what the account reserves. */
  void reserve(VenueOrder order, Money amount) {
    if (!order.instrument.isSpot()) {
      order.reserved = amount;
      step.touch(order);
      return;
    }
    Money before = reserved(order);
    order.reserved = amount;
    state.wallet(order.account).reserve(reserved(order).minus(before));
    step.touch(order);
  }

  private Money reserved(VenueOrder order) {
    Money most = order.reserved;
    for (VenueOrder sibling : state.siblings(order)) {
      most = sibling.reserved.compareTo(most) > 0 ? sibling.reserved : most;
    }
    return most;
  }

  /** Takes a part off an order that was executed for its sibling. */
  void shrink(VenueOrder order, long quantityRaw) {
    Money left =
        order.reserved.raw().signum() == 0
            ? order.reserved
            : new Money(
                order
                    .reserved
                    .raw()
                    .scaledBy(
                        Int128.of(order.remainingRaw() - quantityRaw),
                        Int128.of(order.remainingRaw()),
                        RoundingMode.DOWN),
                order.reserved.currency());
    order.quantityRaw -= quantityRaw;
    reserve(order, left);
  }

  /** How much of a wanted quantity the account can pay for at the given price, on the step. */
  long affordable(VenueOrder order, long priceRaw, long wantedRaw, Liquidity liquidity) {
    if (!order.instrument.isSpot()) {
      return order.onlyReduces() ? Math.min(wantedRaw, margins.reducible(order)) : wantedRaw;
    }
    Money available = available(order);
    if (!order.isBuy()) {
      return order.isForAmount() ? Math.min(wantedRaw, there(order, available)) : wantedRaw;
    }
    Rate rate = fees.rate(order, liquidity);
    Money cost = cost(order, priceRaw, wantedRaw, rate);
    if (cost.compareTo(available) <= 0) {
      return wantedRaw;
    }
    long stepRaw = order.instrument.stepSize().raw();
    Money fixed = fees.fixed(order);
    Money variable = available.minus(fixed);
    if (variable.signum() <= 0) {
      return 0;
    }
    long fits =
        Int128.of(wantedRaw)
            .scaledBy(variable.raw(), cost.minus(fixed).raw(), RoundingMode.DOWN)
            .longValueExact();
    fits -= fits % stepRaw;
    while (fits > 0 && cost(order, priceRaw, fits, rate).compareTo(available) > 0) {
      fits -= stepRaw;
    }
    return fits;
  }

  /** Whether an order opens a position or adds to it, be it by a part of its quantity. */
  boolean enters(VenueOrder order) {
    return order.instrument.isSpot()
        ? order.isBuy()
        : order.remainingRaw() > margins.reducible(order);
  }

  /** How many steps of base an account has. */
  private static long there(VenueOrder order, Money base) {
    int decimals = order.instrument.quantityDecimals();
    Int128 raw = base.raw().rescaled(base.currency().decimals(), decimals, RoundingMode.DOWN);
    long most = raw.fitsLong() ? raw.longValueExact() : Long.MAX_VALUE;
    return most - most % order.instrument.stepSize().raw();
  }

  /** Executes a part of an order and everything that follows from it for the account. */
  void fill(VenueOrder order, long priceRaw, long quantityRaw, Liquidity liquidity, long time) {
    Instrument instrument = order.instrument;
    Quantity quantity = instrument.quantity(quantityRaw);
    Money notional = instrument.notional(instrument.price(priceRaw), quantity);
    Money fee = fees.of(order, notional, quantity, liquidity);
    execute(order, fillOf(order, priceRaw, quantity, fee, liquidity, time), notional);
  }

  /** Executes the whole of an order that the venue made. */
  void liquidate(VenueOrder order, long priceRaw, Rate rate, long time) {
    Instrument instrument = order.instrument;
    Quantity quantity = instrument.quantity(order.quantityRaw);
    Money notional = instrument.notional(instrument.price(priceRaw), quantity);
    Money fee = notional.times(rate, RoundingMode.CEILING);
    execute(order, fillOf(order, priceRaw, quantity, fee, Liquidity.TAKER, time), notional);
  }

  private Fill fillOf(
      VenueOrder order,
      long priceRaw,
      Quantity quantity,
      Money fee,
      Liquidity liquidity,
      long time) {
    return new Fill(
        order.account + "-" + state.nextFill++,
        order.id,
        order.account,
        order.instrument,
        order.spec.side(),
        order.instrument.price(priceRaw),
        quantity,
        fee,
        liquidity,
        time,
        false);
  }

  private void execute(VenueOrder order, Fill fill, Money notional) {
    Quantity quantity = fill.quantity();
    order.filledRaw += quantity.raw();
    order.filledNotional = order.filledNotional.plus(notional);
    boolean whole = order.wanted(fill.price().raw()) == 0;
    order.status = whole ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
    release(order, notional, fill);
    if (order.instrument.isSpot()) {
      settle(order, notional, base(order.instrument, quantity), fill.fee());
    } else {
      hold(order, fill, notional);
    }
    state.add(fill);
    state.volumes.add(order.account, notional, fill.eventTime());
    step.fill(fill);
  }

  /** Of a contract only what it realized and the fee change hands. */
  private void hold(VenueOrder order, Fill fill, Money notional) {
    Position before =
        state.contracts.position(fill.account(), fill.instrument(), order.spec.position());
    Position after = before.after(fill, notional);
    state.contracts.put(after);
    step.touch(after);
    Wallet wallet = state.wallet(fill.account());
    wallet.add(after.realized().minus(before.realized()));
    wallet.add(fill.fee().negate());
  }

  /** Moves money without a trade. */
  void flow(AccountId account, String kind, Money amount, long time) {
    if (amount.signum() == 0) {
      return;
    }
    state.wallet(account).add(amount);
    String id = account + "-" + kind + "-" + state.contracts.nextFlow++;
    AccountEvent.CashFlow flow = new AccountEvent.CashFlow(account, id, amount, kind, time);
    state.contracts.flows.add(flow);
    step.flow(flow);
  }

  private void release(VenueOrder order, Money notional, Fill fill) {
    Money fee = fill.fee();
    Money left;
    if (order.status == OrderStatus.FILLED) {
      left = order.paysWith().zero();
    } else if (order.isForAmount() && !order.isBuy()) {
      left = needed(order, fill.price().raw(), 0);
    } else if (!order.isMarket() || (order.instrument.isSpot() && !order.isBuy())) {
      left = needed(order, order.priceRaw, order.remainingRaw());
    } else {
      boolean charged = fee.currency().equals(notional.currency());
      left = order.reserved.minus(charged ? notional.plus(fee) : notional);
    }
    reserve(order, left.signum() < 0 ? order.paysWith().zero() : left);
  }

  private void settle(VenueOrder order, Money notional, Money base, Money fee) {
    Wallet wallet = state.wallet(order.account);
    wallet.add(order.isBuy() ? notional.negate() : notional);
    wallet.add(order.isBuy() ? base : base.negate());
    wallet.add(fee.negate());
    limitReservation(order, wallet);
  }

  /**
   * A later rounding may leave a balance a unit below what is reserved; the order then holds that
   * much less.
   */
  private void limitReservation(VenueOrder order, Wallet wallet) {
    Balance balance = wallet.balance(order.paysWith());
    if (balance.free().signum() >= 0) {
      return;
    }
    Money zero = order.paysWith().zero();
    Money less = reserved(order).plus(balance.free());
    Money most = less.signum() < 0 ? zero : less;
    limit(order, most);
    state.siblings(order).forEach(sibling -> limit(sibling, most));
  }

  private void limit(VenueOrder order, Money most) {
    if (order.reserved.compareTo(most) > 0) {
      reserve(order, most);
    }
  }

  private Money cost(VenueOrder order, long priceRaw, long quantityRaw, Rate rate) {
    Quantity quantity = order.instrument.quantity(quantityRaw);
    Money notional = order.instrument.notional(order.instrument.price(priceRaw), quantity);
    return notional.plus(fees.onTop(order, notional, quantity, rate));
  }

  /**
   * A quantity as an amount of the base currency; exact, because a step has no more decimals than
   * its currency.
   */
  static Money base(Instrument instrument, Quantity quantity) {
    Currency currency = instrument.base();
    Int128 raw = Int128.of(quantity.raw());
    return new Money(
        raw.rescaled(quantity.decimals(), currency.decimals(), RoundingMode.UNNECESSARY), currency);
  }
}
