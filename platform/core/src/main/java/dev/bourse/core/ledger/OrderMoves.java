package dev.bourse.core.ledger;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Int128;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.core.portfolio.Quantities;
import java.math.RoundingMode;

/**
 * How an order moves. Pure functions; a move that the status machine does not know leaves the order
 * as it is, because reports repeat and overtake each other.
 *
 * <p>Source: NautilusTrader's order status machine, see {@link OrderStatus}.
 */
public final class OrderMoves {
  private OrderMoves() {}

  /** The command left. */
  public static Order sent(Order order, long time) {
    return order.status() == OrderStatus.INITIALIZED
        ? order.with(OrderStatus.SUBMITTED, order.reason(), time)
        : order;
  }

  /** The command never left. */
  public static Order dropped(Order order, String reason, long time) {
    boolean neverSeen = order.venueOrderId() == null && order.filled().isZero();
    boolean waiting =
        order.status() == OrderStatus.INITIALIZED || order.status() == OrderStatus.PENDING_CANCEL;
    return waiting && neverSeen
        ? order.with(OrderStatus.DENIED, reason, time).withUnknown(false, time)
        : order;
  }

  /** The venue works it. */
  public static Order accepted(Order order, OrderReport.Accepted report, long time) {
    if (order.status().isClosed()) {
      return order.withVenueOrderId(report.venueOrderId());
    }
    return switch (order.status()) {
      case INITIALIZED, SUBMITTED ->
          proven(order, report.venueOrderId(), OrderStatus.ACCEPTED, "", time);
      default -> proven(order, report.venueOrderId(), order.status(), order.reason(), time);
    };
  }

  /** Venue id, status and proof in one step: this is on every order's way. */
  private static Order proven(
      Order order, String venueOrderId, OrderStatus status, String reason, long time) {
    return new Order(
        order.id(),
        order.account(),
        order.strategy(),
        order.spec(),
        status,
        false,
        venueOrderId,
        order.filled(),
        order.filledNotional(),
        order.entry(),
        order.expectedPrice(),
        order.createdAt(),
        time,
        reason);
  }

  /** The venue refused it, with proof. */
  public static Order rejected(Order order, String reason, long time) {
    boolean possible = order.status().isLive() && order.filled().isZero();
    return possible
        ? order.with(OrderStatus.REJECTED, reason, time).withUnknown(false, time)
        : order;
  }

  /** The rest was cancelled. */
  public static Order canceled(Order order, String reason, long time) {
    return ended(order, OrderStatus.CANCELED, reason, time);
  }

  /** The rest expired. */
  public static Order expired(Order order, String reason, long time) {
    return ended(order, OrderStatus.EXPIRED, reason, time);
  }

  private static Order ended(Order order, OrderStatus status, String reason, long time) {
    return order.status().isLive()
        ? order.with(status, reason, time).withUnknown(false, time)
        : order;
  }

  /** A cancel is on its way. */
  public static Order cancelRequested(Order order, String reason, long time) {
    return order.status().isLive() ? order.with(OrderStatus.PENDING_CANCEL, reason, time) : order;
  }

  /** The cancel was refused or never left. */
  public static Order cancelFailed(Order order, String reason, long time) {
    if (order.status() != OrderStatus.PENDING_CANCEL) {
      return order;
    }
    return order.with(restored(order), reason, time);
  }

  /** A part was executed. */
  public static Order filled(Order order, Fill fill, long time) {
    return filled(order, fill, fill.notional(), time);
  }

  /**
   * A part of the given worth was executed. A fill after a cancel is possible at real venues and
   * counts.
   */
  public static Order filled(Order order, Fill fill, Money notional, long time) {
    Quantity total = order.filled().plus(fill.quantity());
    boolean whole = total.compareTo(order.spec().quantity()) >= 0;
    OrderStatus next = whole ? OrderStatus.FILLED : partly(order.status());
    Order filled = order.withFill(fill.quantity(), notional, next, time);
    return filled.unknown() ? filled.withUnknown(!whole, time) : filled;
  }

  private static OrderStatus partly(OrderStatus before) {
    return switch (before) {
      case CANCELED, EXPIRED, PENDING_CANCEL, PENDING_UPDATE -> before;
      default -> OrderStatus.PARTIALLY_FILLED;
    };
  }

  /** The answer was lost: nothing is proven any more. */
  public static Order doubted(Order order, String reason, long time) {
    return order.status().isLive()
        ? order.with(order.status(), reason, time).withUnknown(true, time)
        : order;
  }

  /** What a query proved, without the fills that it may imply. */
  public static Order proven(Order order, OrderReport.Status report, long time) {
    Order known =
        report.venueOrderId() == null ? order : order.withVenueOrderId(report.venueOrderId());
    if (known.status().isClosed()) {
      return known;
    }
    return switch (report.status()) {
      case CANCELED -> canceled(known, report.reason(), time);
      case EXPIRED -> expired(known, report.reason(), time);
      case REJECTED, DENIED -> rejected(known, report.reason(), time);
      case FILLED -> known;
      default -> {
        Order certain = known.withUnknown(false, time);
        boolean cancelling = certain.status() == OrderStatus.PENDING_CANCEL;
        yield cancelling ? certain : certain.with(restored(certain), "", time);
      }
    };
  }

  private static OrderStatus restored(Order order) {
    if (order.filled().isPositive()) {
      return OrderStatus.PARTIALLY_FILLED;
    }
    return order.venueOrderId() == null ? OrderStatus.SUBMITTED : OrderStatus.ACCEPTED;
  }

  /** What a report counts as filled beyond the fills seen: zero or more. */
  public static Quantity unseen(Order order, OrderReport.Status report) {
    return report.filled().compareTo(order.filled()) > 0
        ? report.filled().minus(order.filled())
        : Quantity.zero(order.filled().decimals());
  }

  /** The notional of what a report counts beyond the fills seen. */
  public static Money unseenNotional(Order order, OrderReport.Status report) {
    return report.filledNotional().minus(order.filledNotional());
  }

  /**
   * A fill that only the order's difference shows. It is reckoned with the taker's fee where that
   * hurts, on what is received, so that nobody sells what the venue may have kept.
   */
  public static Fill inferred(Order order, OrderReport.Status report, Quantity unseen) {
    OrderSpec spec = order.spec();
    Instrument instrument = spec.instrument();
    Money notional = believable(order, unseenNotional(order, report), unseen);
    int decimals = instrument.priceDecimals();
    Int128 scaled =
        notional
            .raw()
            .rescaled(
                notional.currency().decimals(),
                decimals + unseen.decimals(),
                RoundingMode.HALF_EVEN);
    long raw = scaled.dividedBy(unseen.raw(), RoundingMode.HALF_EVEN).longValueExact();
    Money received = spec.side() == Side.BUY ? new Quantities(instrument).money(unseen) : notional;
    Money fee = received.times(instrument.takerFee(), RoundingMode.CEILING);
    return new Fill(
        "provisional-" + order.id() + "-" + report.filled(),
        order.id(),
        order.account(),
        instrument,
        spec.side(),
        new Price(raw, decimals),
        unseen,
        fee.signum() > 0 ? fee : fee.currency().zero(),
        Liquidity.UNKNOWN,
        report.eventTime(),
        true);
  }

  /** A venue that does not tell what the filled part was worth is taken at the expected price. */
  private static Money believable(Order order, Money notional, Quantity unseen) {
    Price expected = order.expectedPrice();
    return notional.signum() > 0 || expected == null
        ? notional
        : order.spec().instrument().notional(expected, unseen);
  }

  /** The part of a real fill that was not counted yet. */
  public static Fill rest(Fill real, Quantity news, Money feeCounted) {
    return new Fill(
        real.fillId(),
        real.orderId(),
        real.account(),
        real.instrument(),
        real.side(),
        real.price(),
        news,
        real.fee().minus(feeCounted),
        real.liquidity(),
        real.eventTime(),
        false);
  }
}
