package dev.bourse.core.state;

import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Int128;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.core.ledger.ClientOrderIds;
import dev.bourse.core.ledger.OrderLedger;
import dev.bourse.core.portfolio.FillCorrection;
import dev.bourse.core.portfolio.Portfolio;
import dev.bourse.core.portfolio.PositionKey;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Splits what a venue executed for an order of its own among the positions that it closed, by what
 * each held: whole steps, the largest remainders first, so that the parts are the whole.
 */
final class LiquidationShares {
  /**
   * What one position takes of an execution.
   *
   * @param strategy the holder
   * @param position which of its positions
   * @param fill its part; the id is that of the whole
   * @param notional the worth of the part
   */
  record Part(StrategyId strategy, PositionId position, Fill fill, Money notional) {}

  private final Fill fill;
  private final Money notional;
  private final List<Part> parts = new ArrayList<>();
  private long done;
  private Money notionalDone;
  private Money feeDone;

  private LiquidationShares(Fill fill, Money notional) {
    this.fill = fill;
    this.notional = notional;
    this.notionalDone = notional.currency().zero();
    this.feeDone = fill.fee().currency().zero();
  }

  /** Counts an execution: what the venue closed by itself was everybody's who held it. */
  static void book(TraderState state, Order order, Fill fill, Money notional) {
    boolean venue =
        !state.venueOrders.isEmpty()
            && state.venueOrders.contains(AccountFold.key(order.account(), order.id()));
    Portfolio portfolio = state.portfolio;
    if (isFormerSale(state, order)) {
      sell(state, order, fill, notional);
      return;
    }
    if (!venue) {
      PositionId position = order.spec().position();
      Money realized = portfolio.book(order.strategy(), position, fill, notional);
      portfolio.settle(fill, notional, order.positionSide(), realized);
      return;
    }
    Money realized = notional.currency().zero();
    for (Part part : of(portfolio, OrderLedger.key(order), fill, notional)) {
      realized =
          realized.plus(
              portfolio.book(part.strategy(), part.position(), part.fill(), part.notional()));
    }
    portfolio.settle(fill, notional, order.positionSide(), realized);
  }

  /**
   * An order that was found at the venue sells coins: those that its owner holds leave the
   * position, all others are the user's own, so that nobody is short of them. What a lost store was
   * to sell is in no position.
   */
  private static void sell(TraderState state, Order order, Fill fill, Money notional) {
    Portfolio portfolio = state.portfolio;
    boolean lost = isOfLostStore(state, order);
    long whole = fill.quantity().raw();
    long held = lost ? 0 : Math.min(whole, held(portfolio, OrderLedger.key(order), fill));
    LiquidationShares shares = new LiquidationShares(fill, notional);
    shares.add(order.strategy(), order.spec().position(), held);
    shares.add(order.strategy(), order.spec().position(), whole - held);
    Money realized = notional.currency().zero();
    for (int i = 0; i < shares.parts.size(); i++) {
      Part part = shares.parts.get(i);
      if (i == 0 && held > 0) {
        realized = portfolio.book(part.strategy(), part.position(), part.fill(), part.notional());
      } else {
        portfolio.charge(part.strategy(), part.fill());
      }
    }
    portfolio.settle(fill, notional, order.positionSide(), realized);
  }

  /** Puts the truth in the place of what was reckoned for an execution. */
  static void correct(TraderState state, Order order, FillCorrection correction) {
    if (isFormerSale(state, order) && isOfLostStore(state, order)) {
      state.portfolio.correctBalances(order, correction);
    } else {
      state.portfolio.correct(order, correction);
    }
  }

  private static boolean isFormerSale(TraderState state, Order order) {
    return !state.formerSales.isEmpty()
        && state.formerSales.contains(AccountFold.key(order.account(), order.id()));
  }

  private static boolean isOfLostStore(TraderState state, Order order) {
    return ClientOrderIds.read(state.settings.trader(), order.id()).isPresent();
  }

  private static long held(Portfolio portfolio, PositionKey owner, Fill fill) {
    Position position = portfolio.position(owner, fill.instrument());
    return position.side() == PositionSide.LONG
        ? position.quantity().withDecimals(fill.quantity().decimals(), RoundingMode.DOWN).raw()
        : 0;
  }

  /**
   * The parts of an execution, in order of strategy and name; what nobody held is the owner's.
   *
   * @param owner whose order it is in the books
   */
  static List<Part> of(Portfolio portfolio, PositionKey owner, Fill fill, Money notional) {
    List<Position> holders = holders(portfolio, fill);
    LiquidationShares shares = new LiquidationShares(fill, notional);
    long whole = fill.quantity().raw();
    long[] quantities = quantities(holders, fill, step(fill, holders));
    for (int i = 0; i < quantities.length; i++) {
      shares.add(holders.get(i).strategy(), holders.get(i).id(), quantities[i]);
    }
    shares.add(owner.strategy(), owner.position(), whole - Arrays.stream(quantities).sum());
    return shares.parts;
  }

  private static List<Position> holders(Portfolio portfolio, Fill fill) {
    PositionSide closes = fill.side() == Side.SELL ? PositionSide.LONG : PositionSide.SHORT;
    return portfolio.open().stream()
        .filter(each -> each.account().equals(fill.account()))
        .filter(each -> each.instrument().id().equals(fill.instrument().id()))
        .filter(each -> each.side() == closes)
        .toList();
  }

  private static long held(Position position, Fill fill) {
    return position.quantity().withDecimals(fill.quantity().decimals()).raw();
  }

  /** The venue's step, or the smallest unit where something held is no multiple of it. */
  private static long step(Fill fill, List<Position> holders) {
    long step = fill.instrument().stepSize().withDecimals(fill.quantity().decimals()).raw();
    boolean fits =
        fill.quantity().raw() % step == 0
            && holders.stream().allMatch(each -> held(each, fill) % step == 0);
    return fits ? step : 1;
  }

  private static long[] quantities(List<Position> holders, Fill fill, long step) {
    long whole = fill.quantity().raw();
    long[] held = holders.stream().mapToLong(each -> held(each, fill)).toArray();
    long sum = Arrays.stream(held).sum();
    if (sum <= whole) {
      return held;
    }
    long[] shares = new long[held.length];
    Int128[] remainders = new Int128[held.length];
    Int128 units = Int128.of(whole / step);
    for (int i = 0; i < held.length; i++) {
      long share =
          units.scaledBy(Int128.of(held[i]), Int128.of(sum), RoundingMode.DOWN).longValueExact();
      shares[i] = share * step;
      remainders[i] = Int128.product(whole / step, held[i]).minus(Int128.product(share, sum));
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < held.length; i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing((Integer i) -> remainders[i]).reversed());
    long left = whole - Arrays.stream(shares).sum();
    for (int i = 0; left > 0; i++) {
      shares[order.get(i)] += step;
      left -= step;
    }
    return shares;
  }

  private void add(StrategyId strategy, PositionId position, long quantityRaw) {
    if (quantityRaw == 0) {
      return;
    }
    done += quantityRaw;
    Quantity soFar = new Quantity(done, fill.quantity().decimals());
    Money worth = notional.share(soFar, fill.quantity(), RoundingMode.HALF_EVEN);
    Money fees = fill.fee().share(soFar, fill.quantity(), RoundingMode.HALF_EVEN);
    Fill part =
        new Fill(
            fill.fillId(),
            fill.orderId(),
            fill.account(),
            fill.instrument(),
            fill.side(),
            fill.price(),
            new Quantity(quantityRaw, fill.quantity().decimals()),
            fees.minus(feeDone),
            fill.liquidity(),
            fill.eventTime(),
            fill.provisional());
    parts.add(new Part(strategy, position, part, worth.minus(notionalDone)));
    notionalDone = worth;
    feeDone = fees;
  }
}
