package dev.bourse.venue.binance.calls;

import dev.bourse.venue.binance.calls.OrderAnswers.Detail;
import dev.bourse.venue.binance.protocol.ApiException;
import dev.bourse.venue.binance.protocol.Json;
import dev.bourse.venue.binance.protocol.Params;
import dev.bourse.venue.binance.protocol.Refusals;
import dev.bourse.venue.binance.trading.PlacedOrder;
import dev.bourse.venue.binance.trading.Ticket;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends one order and places another; filters are looked at before either (rest-api.md, "Cancel an
 * Existing Order and Send a New Order").
 */
final class CancelReplace {
  private final Parts parts;
  private final OrderCalls orders;

  CancelReplace(Parts parts, OrderCalls orders) {
    this.parts = parts;
    this.orders = orders;
  }

  Object answer(Asked asked) {
    Params params = asked.params();
    Ticket ticket = orders.ticket(params);
    Detail detail = OrderCalls.detail(params, ticket);
    boolean stops = mode(params.required("cancelReplaceMode"));
    OrderName name = OrderName.of(params, "cancelOrderId", "cancelOrigClientOrderId");
    String cancelId = orders.cancelId(params, "cancelNewClientOrderId");
    @Nullable String only = OrderCalls.restriction(params);
    params.text("orderRateLimitExceededMode");
    params.done();
    parts.floor().check(ticket);
    Part cancel =
        attempt(
            () -> orders.cancelOne(asked.desk(), ticket.market(), name, cancelId, only),
            order -> OrderAnswers.canceled(order, cancelId, asked.now()));
    Part place =
        stops && !cancel.done()
            ? new Part("NOT_ATTEMPTED", null, null)
            : attempt(
                () -> parts.floor().place(asked.desk(), ticket),
                order -> OrderAnswers.placed(order, detail, asked.now()));
    if (cancel.order() != null && place.order() != null) {
      place.order().replaces(cancel.order());
    }
    return outcome(cancel, place);
  }

  /** What became of one half. */
  private record Part(String result, @Nullable Object response, @Nullable PlacedOrder order) {
    boolean done() {
      return result.equals("SUCCESS");
    }
  }

  private static Part attempt(Supplier<PlacedOrder> half, Function<PlacedOrder, Object> answer) {
    try {
      PlacedOrder order = half.get();
      return new Part("SUCCESS", answer.apply(order), order);
    } catch (ApiException e) {
      return new Part("FAILURE", e.body(), null);
    }
  }

  private static Object outcome(Part cancel, Part place) {
    Map<String, @Nullable Object> both =
        Json.object(
            "cancelResult", cancel.result(),
            "newOrderResult", place.result(),
            "cancelResponse", cancel.response(),
            "newOrderResponse", place.response());
    if (cancel.done() && place.done()) {
      return both;
    }
    if (cancel.done() || place.done()) {
      throw ApiException.with(409, -2021, "Order cancel-replace partially failed.", both);
    }
    throw ApiException.with(400, -2022, "Order cancel-replace failed.", both);
  }

  /** Whether a failed cancel keeps the new order away. */
  private static boolean mode(String word) {
    return switch (word) {
      case "STOP_ON_FAILURE" -> true;
      case "ALLOW_FAILURE" -> false;
      default -> throw Refusals.invalid("cancelReplaceMode");
    };
  }
}
