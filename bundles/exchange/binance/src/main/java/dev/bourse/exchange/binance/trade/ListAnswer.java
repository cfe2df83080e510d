package dev.bourse.exchange.binance.trade;

import static dev.bourse.exchange.binance.trade.OrderReader.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.model.Order;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an answer about a whole list says of its orders. Pure functions. */
final class ListAnswer {
  private ListAnswer() {}

  /** What it says of one order; the answer itself if it is about no list. */
  static JsonNode own(JsonNode answer, Order order) {
    JsonNode own = find(answer, order);
    return own == null ? answer : own;
  }

  /** What it says of one order, or null. */
  static @Nullable JsonNode find(JsonNode answer, Order order) {
    String name = order.id().value();
    for (JsonNode each : answer.path("orderReports")) {
      boolean its =
          text(each, "clientOrderId").equals(name) || text(each, "origClientOrderId").equals(name);
      if (its || text(each, "orderId").equals(order.venueOrderId())) {
        return each;
      }
    }
    return null;
  }

  /**
   * The other orders of the list that ended with this one and of which nothing was executed, for
   * certain; those of which something was are told by their events.
   */
  static List<JsonNode> endedWith(JsonNode answer, JsonNode own) {
    List<JsonNode> ended = new ArrayList<>();
    for (JsonNode each : answer.path("orderReports")) {
      boolean unfilled = each.has("executedQty") && !Amounts.isSome(text(each, "executedQty"));
      if (!each.equals(own) && unfilled && text(each, "status").equals("CANCELED")) {
        ended.add(each);
      }
    }
    return ended;
  }
}
