package dev.bourse.core.ledger;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Int128;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.core.portfolio.Quantities;
import java.math.RoundingMode;

/** Fills that only the difference shows between what a venue says and what was seen. */
public final class InferredFills {
  private InferredFills() {}

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
    Price price = price(instrument, notional, unseen);
    boolean inBase = spec.side() == Side.BUY && instrument.isSpot();
    Money received = inBase ? new Quantities(instrument).money(unseen) : notional;
    Money fee = received.times(instrument.takerFee(), RoundingMode.CEILING);
    return new Fill(
        "provisional-" + order.id() + "-" + report.filled(),
        order.id(),
        order.account(),
        instrument,
        spec.side(),
        price,
        unseen,
        fee.signum() > 0 ? fee : fee.currency().zero(),
        Liquidity.UNKNOWN,
        report.eventTime(),
        true);
  }

  private static Price price(Instrument instrument, Money notional, Quantity quantity) {
    int decimals = instrument.priceDecimals();
    if (!instrument.isSpot() && notional.signum() > 0) {
      return instrument.priceOf(notional, quantity, decimals);
    }
    Int128 scaled =
        notional
            .raw()
            .rescaled(
                notional.currency().decimals(),
                decimals + quantity.decimals(),
                RoundingMode.HALF_EVEN);
    long raw = scaled.dividedBy(quantity.raw(), RoundingMode.HALF_EVEN).longValueExact();
    return new Price(raw, decimals);
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
