package dev.bourse.venue.binance.trading;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.venue.binance.market.SymbolMarket;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns what the exchange reports into orders, trades and events of the protocol. */
final class Bookkeeper {
  private final MarketListener market;
  private final Map<Long, String> endings = new TreeMap<>();
  private final Map<Long, String> cancels = new TreeMap<>();
  private final Deque<FollowUp> followUps = new ArrayDeque<>();
  private long nextExecution = 1;
  private long nextPrevented = 1;
  private long nextMove = 1;
  private @Nullable Made made;

  Bookkeeper(MarketListener market) {
    this.market = market;
  }

  /** A resting order's part of a trade, whose other part comes next. */
  private record Made(Fill fill, long tradeId) {}

  /** What has to be done about other orders of a list. */
  record FollowUp(Desk desk, PlacedOrder order, Cause cause) {}

  /** Why something has to be done about the other orders of a list. */
  enum Cause {
    /** It filled whole. */
    FILLED,
    /** Its trigger was passed. */
    TRIGGERED,
    /** It ended without filling whole. */
    ENDED
  }

  /** The next thing to do about lists, or null. */
  @Nullable FollowUp nextFollowUp() {
    return followUps.poll();
  }

  /** How the cancel of an order, about to be sent, is to be called. */
  void expiring(PlacedOrder order, String expiry) {
    endings.put(order.id(), expiry);
  }

  /** What the cancel of an order, about to be sent, is called by its owner. */
  void canceling(PlacedOrder order, String name) {
    cancels.put(order.id(), name);
  }

  void take(Desk desk, VenueEvent report, long now) {
    if (report instanceof AccountEvent.CashFlow flow) {
      String coin = flow.amount().currency().code();
      desk.move(new Moved(nextMove++, coin, Amounts.of(flow.amount()), "", flow.eventTime()));
      desk.tell(Events.balanceUpdate(flow.amount(), flow.eventTime(), now));
      return;
    }
    @Nullable PlacedOrder order = report instanceof OrderReport about ? orderOf(desk, about) : null;
    if (order == null) {
      return;
    }
    if (report instanceof OrderReport.Accepted accepted) {
      accepted(desk, order, accepted.eventTime(), now);
    } else if (report instanceof OrderReport.Triggered triggered) {
      order.works(triggered.eventTime());
      tell(desk, order, "NEW", "", now);
      followUps.add(new FollowUp(desk, order, Cause.TRIGGERED));
    } else if (report instanceof OrderReport.Filled filled) {
      filled(desk, order, filled.fill(), now);
    } else if (report instanceof OrderReport.Canceled canceled) {
      canceled(desk, order, canceled.reason(), canceled.eventTime(), now);
    } else if (report instanceof OrderReport.Expired expired) {
      expired(desk, order, expired.reason(), expired.eventTime(), now);
    } else if (report instanceof OrderReport.Updated updated) {
      updated(order, updated.change());
    }
  }

  /** Ends an order that the exchange does not have. */
  void endHeld(
      Desk desk, PlacedOrder order, PlacedOrder.State state, @Nullable String expiry, long now) {
    order.end(state, expiry, now);
    ended(desk, order, state == PlacedOrder.State.CANCELED ? "CANCELED" : "EXPIRED", now);
  }

  /**
   * Tells of an order what happened to it; returns the number of the event.
   *
   * @param original what it was called before
   */
  long tell(Desk desk, PlacedOrder order, String what, String original, long now) {
    return tell(desk, order, what, new Events.Names(order.clientId(), original), now);
  }

  private long tell(Desk desk, PlacedOrder order, String what, Events.Names names, long now) {
    long execution = nextExecution++;
    desk.tell(Events.execution(order, what, names, execution, now));
    if (order.ticket().kind() != Kind.MARKET) {
      market.onBook(order.ticket().market());
    }
    return execution;
  }

  private static @Nullable PlacedOrder orderOf(Desk desk, OrderReport report) {
    String id = report.orderId().value();
    return id.startsWith("o") ? desk.order(Long.parseLong(id.substring(1))) : null;
  }

  private void accepted(Desk desk, PlacedOrder order, long time, long now) {
    order.accept();
    if (!order.ticket().kind().isConditional()) {
      order.works(time);
    }
    tell(desk, order, "NEW", "", now);
  }

  private void filled(Desk desk, PlacedOrder order, Fill fill, long now) {
    SymbolMarket where = order.ticket().market();
    if (order.workingAt() < 0) {
      order.works(fill.eventTime());
    }
    order.fill(new PlacedOrder.Execution(tradeId(where, fill), fill));
    tell(desk, order, "TRADE", "", now);
    if (!order.isOpen()) {
      desk.settle(order);
      followUps.add(new FollowUp(desk, order, Cause.FILLED));
    }
  }

  /** Whoever takes makes a public trade; if an order rested there, both have its number. */
  private long tradeId(SymbolMarket where, Fill fill) {
    Made other = made;
    made = null;
    if (fill.liquidity() == Liquidity.MAKER) {
      long id = where.nextTradeId();
      made = new Made(fill, id);
      return id;
    }
    boolean together =
        other != null
            && other.fill().side() != fill.side()
            && other.fill().price().equals(fill.price())
            && other.fill().quantity().equals(fill.quantity());
    if (!together) {
      where.take(fill.side(), Amounts.of(fill.price()), Amounts.of(fill.quantity()));
    }
    long id = together && other != null ? other.tradeId() : where.nextTradeId();
    market.onTrade(
        where,
        where.trade(
            id,
            Amounts.of(fill.price()),
            Amounts.of(fill.quantity()),
            fill.eventTime(),
            fill.side() == Side.SELL));
    return id;
  }

  private void canceled(Desk desk, PlacedOrder order, String reason, long time, long now) {
    @Nullable String expiry = endings.remove(order.id());
    boolean byOwner = expiry == null && Reasons.codeOf(reason).equals(Reasons.BY_TRADER);
    if (byOwner) {
      order.end(PlacedOrder.State.CANCELED, null, time);
    } else {
      String why = expiry == null ? Reasons.expiry(order, reason) : expiry;
      order.end(PlacedOrder.State.EXPIRED, why, time);
    }
    ended(desk, order, byOwner ? "CANCELED" : "EXPIRED", now);
  }

  private void expired(Desk desk, PlacedOrder order, String reason, long time, long now) {
    if (Reasons.codeOf(reason).equals(Reasons.PREVENTED)) {
      order.prevent(order.quantity().subtract(order.filled()), nextPrevented++, time);
      ended(desk, order, "TRADE_PREVENTION", now);
    } else {
      order.end(PlacedOrder.State.EXPIRED, Reasons.expiry(order, reason), time);
      ended(desk, order, "EXPIRED", now);
    }
  }

  private void ended(Desk desk, PlacedOrder order, String what, long now) {
    desk.settle(order);
    @Nullable String cancel = cancels.remove(order.id());
    if (cancel != null && what.equals("CANCELED")) {
      order.canceledAs(cancel);
    }
    tell(
        desk,
        order,
        what,
        cancel == null || !what.equals("CANCELED")
            ? new Events.Names(order.clientId(), "")
            : new Events.Names(cancel, order.clientId()),
        now);
    followUps.add(new FollowUp(desk, order, Cause.ENDED));
  }

  /** The exchange itself takes off an order what its sibling filled. */
  private static void updated(PlacedOrder order, OrderChange change) {
    Quantity quantity = change.quantity();
    if (quantity != null) {
      BigDecimal amount = Amounts.of(quantity);
      order.reduce(amount);
    }
  }
}
