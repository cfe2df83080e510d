package dev.bourse.core.reconciliation;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The orders that nobody placed, so that the books hold what the venue holds. */
final class Generated {
  private final LocalBooks local;
  private final AccountEvent.MassReport report;
  private final Owners owners;
  private final Set<ClientOrderId> ids = new HashSet<>();
  private final Set<InstrumentId> opened = new HashSet<>();

  Generated(LocalBooks local, AccountEvent.MassReport report, Owners owners) {
    this.local = local;
    this.report = report;
    this.owners = owners;
  }

  /** Through zero in two: what was held is closed, then the venue's side is opened. */
  List<Step> orders(Leg leg, Instrument instrument, Held mine, Held target) {
    List<Step> steps = new ArrayList<>();
    boolean through = mine.signed().signum() * target.signed().signum() < 0;
    if (through) {
      order(leg, instrument, mine, Held.NOTHING, steps);
      order(leg, instrument, Held.NOTHING, target, steps);
    } else {
      order(leg, instrument, mine, target, steps);
    }
    return steps;
  }

  private void order(Leg leg, Instrument instrument, Held from, Held to, List<Step> steps) {
    BigDecimal difference = to.signed().subtract(from.signed());
    Quantity size = Held.size(instrument, difference);
    Side side = difference.signum() > 0 ? Side.BUY : Side.SELL;
    Price price = price(instrument, side, from, to);
    if (size.isZero() || price == null) {
      return;
    }
    boolean reduces = difference.signum() * from.signed().signum() < 0;
    ClientOrderId id = id(leg, from, to);
    Fill fill =
        new Fill(
            id.value(),
            id,
            report.account(),
            instrument,
            side,
            price,
            size,
            instrument.settlement().zero(),
            Liquidity.UNKNOWN,
            report.eventTime(),
            false);
    StrategyId owner = owners.of(instrument.id());
    Order order =
        leg.isSide()
            ? Adoption.generated(local, fill, owner, position(leg, owner), !reduces)
            : Adoption.executedOrder(local, fill, owner);
    steps.add(
        new Step.Adopt(
            order.with(order.status(), "RECONCILIATION: " + from + " became " + to, local.time()),
            reduces));
    steps.add(new Step.Count(fill));
  }

  /**
   * Which of the owner's positions one side of a contract is: the one that it holds there, else its
   * only one, else one by the name of the side.
   */
  private PositionId position(Leg leg, StrategyId owner) {
    Position most = null;
    boolean holds = !opened.add(leg.instrument());
    for (Position each : local.positions()) {
      boolean own =
          each.strategy().equals(owner) && each.instrument().id().equals(leg.instrument());
      holds |= own;
      boolean more = most == null || each.quantity().compareTo(most.quantity()) > 0;
      most = own && more && each.side() == leg.side() ? each : most;
    }
    if (most != null) {
      return most.id();
    }
    return holds ? new PositionId(leg.side().name()) : PositionId.NETTED;
  }

  /**
   * What makes the average right, else what somebody who comes to the side gets at once, else the
   * last price of the market, else what it was opened at.
   */
  private @Nullable Price price(Instrument instrument, Side side, Held from, Held to) {
    Price exact = ReconcilePrice.of(instrument, from, to);
    if (exact != null) {
      return exact;
    }
    Price market =
        local
            .quoted()
            .apply(instrument.id(), side)
            .or(() -> local.reference().apply(instrument.id()))
            .orElse(null);
    BigDecimal average = from.average();
    return market != null || average == null
        ? market
        : ReconcilePrice.of(instrument, Held.NOTHING, new Held(BigDecimal.ONE, average));
  }

  /** Made of what it stands for; one that stands for the same again is told apart. */
  private ClientOrderId id(Leg leg, Held from, Held to) {
    for (int turn = 1; ; turn++) {
      ClientOrderId id =
          new ClientOrderId(
              GeneratedId.of("R-", local.trader(), report.account(), leg, from, to, turn));
      if (local.find().apply(id).isEmpty() && ids.add(id)) {
        return id;
      }
    }
  }
}
