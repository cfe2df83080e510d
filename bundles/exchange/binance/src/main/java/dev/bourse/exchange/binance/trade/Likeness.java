package dev.bourse.exchange.binance.trade;

import static dev.bourse.exchange.binance.trade.OrderReader.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.model.Decimals;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.exchange.binance.rest.RestException;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * Whether one of the venue's orders may be ours though it does not have our name: a cancel or a
 * change by another client takes that away (web-socket-api.md, "Cancel order": {@code
 * newClientOrderId} replaces {@code clientOrderId}). Pure functions.
 */
final class Likeness {
  private Likeness() {}

  /** Whether side, price and quantity are those of ours; one that was reduced is like it too. */
  static boolean isSame(Standing.Subject subject, JsonNode order) {
    OrderSpec spec = subject.spec();
    if (spec == null) {
      return true;
    }
    boolean side = text(order, "side").isEmpty() || text(order, "side").equals(spec.side().name());
    boolean priced =
        spec.price() == null
            || number(order, "price").compareTo(new BigDecimal(spec.price().toString())) == 0;
    boolean sized =
        spec.amount() != null
            || number(order, "origQty").compareTo(new BigDecimal(spec.quantity().toString())) <= 0;
    return side && priced && sized;
  }

  /**
   * Whether it may be ours and did or may still do something. What has a name of ours is another
   * order of ours.
   */
  static boolean mayBe(Standing.Subject subject, JsonNode order) {
    String status = text(order, "status");
    boolean matters =
        status.equals("NEW")
            || status.equals("PENDING_NEW")
            || status.equals("PARTIALLY_FILLED")
            || number(order, "executedQty").signum() > 0;
    return matters
        && subject.spec() != null
        && !OrderNames.isOurs(text(order, "clientOrderId"), subject.id())
        && isSame(subject, order);
  }

  /** Nothing is proven while there is an order that may be ours. */
  static RestException undecided(Standing.Subject subject, JsonNode order) {
    return new RestException(
        "Binance has no order "
            + subject.id()
            + ", but its order "
            + text(order, "orderId")
            + ", called "
            + text(order, "clientOrderId")
            + ", is like it, came at that time, and has filled "
            + text(order, "executedQty")
            + ": it may be ours, renamed by another client. Look at the venue; trader:reconcile"
            + " --accept ends ours",
        0,
        false,
        Duration.ZERO);
  }

  private static BigDecimal number(JsonNode order, String field) {
    String text = text(order, field);
    return text.isEmpty() ? BigDecimal.ZERO : Decimals.parse(text);
  }
}
