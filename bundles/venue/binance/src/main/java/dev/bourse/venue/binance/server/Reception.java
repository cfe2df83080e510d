package dev.bourse.venue.binance.server;

import dev.bourse.venue.binance.calls.Asked;
import dev.bourse.venue.binance.calls.CallTable;
import dev.bourse.venue.binance.calls.Parts;
import dev.bourse.venue.binance.calls.Route;
import dev.bourse.venue.binance.protocol.Access;
import dev.bourse.venue.binance.protocol.ApiException;
import dev.bourse.venue.binance.protocol.Guard;
import dev.bourse.venue.binance.protocol.Json;
import dev.bourse.venue.binance.protocol.Params;
import dev.bourse.venue.binance.protocol.Right;
import dev.bourse.venue.binance.protocol.Window;
import dev.bourse.venue.binance.trading.Desk;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers calls that came over REST. */
final class Reception {
  private static final Logger log = LoggerFactory.getLogger(Reception.class);

  private final Parts parts;
  private final CallTable calls;
  private final Guard guard;

  Reception(Parts parts, CallTable calls, Guard guard) {
    this.parts = parts;
    this.calls = calls;
    this.guard = guard;
  }

  /**
   * The answer to a request.
   *
   * @param now the venue's time as the request is judged by, nanoseconds
   */
  Answer answer(RestRequest request, long now) {
    parts.floor().work();
    Map<String, String> headers = new LinkedHashMap<>();
    try {
      Object result = result(request, headers, now);
      return new Answer(200, headers, Json.write(result, request.micros()));
    } catch (ApiException e) {
      return refusal(e, headers, request.micros(), now);
    } catch (RuntimeException e) {
      log.error("The call {} failed.", request.name(), e);
      return refusal(unknown(), headers, request.micros(), now);
    }
  }

  private @Nullable Object result(RestRequest request, Map<String, String> headers, long now) {
    Route route = calls.rest(request.name());
    if (route == null) {
      throw ApiException.of(
          404, -1000, "This local venue has no " + request.name() + "; see its README.");
    }
    Params params = new Params(request.data().values());
    int weight = route.weight().applyAsInt(params);
    parts.limits().enter(weight, now);
    addWeight(headers, now);
    @Nullable Desk desk = sender(route, request, params, now);
    if (desk != null && route.orders() > 0) {
      parts.limits().countOrders(desk.account().value(), route.orders(), now);
      addOrders(headers, desk, now);
    }
    Object result = route.call().answer(new Asked(params, desk, now, rights(route, request)));
    if (route.isFreeOfWeight()) {
      parts.limits().giveBack(weight, now);
    }
    addWeight(headers, now);
    return result;
  }

  private Set<Right> rights(Route route, RestRequest request) {
    return route.access() == Access.NONE
        ? Set.of()
        : guard.holder(request.key(), route.access()).key().rights();
  }

  private @Nullable Desk sender(Route route, RestRequest request, Params params, long now) {
    if (route.access() == Access.NONE) {
      return null;
    }
    Guard.Holder holder = guard.holder(request.key(), route.access());
    guard.check(holder, params, request.data().payload(), now);
    return parts.floor().desk(holder.account());
  }

  /** The answer to a request that is refused, with how long to wait if it says so. */
  static Answer refusal(
      ApiException refusal, Map<String, String> headers, boolean micros, long now) {
    if (refusal.retryAfter() > 0) {
      long wait = TimeUnit.NANOSECONDS.toSeconds(refusal.retryAfter() - now) + 1;
      headers.put("Retry-After", Long.toString(wait));
    }
    return new Answer(refusal.status(), headers, Json.write(refusal.body(), micros));
  }

  static ApiException unknown() {
    return ApiException.of(500, -1000, "An unknown error occurred while processing the request.");
  }

  private void addWeight(Map<String, String> headers, long now) {
    Window weight = parts.limits().weight();
    String count = Integer.toString(weight.count(now));
    headers.put("x-mbx-used-weight", count);
    headers.put("x-mbx-used-weight-" + weight.suffix().toLowerCase(Locale.ROOT), count);
  }

  private void addOrders(Map<String, String> headers, Desk desk, long now) {
    for (Window window : parts.limits().ordersOf(desk.account().value())) {
      headers.put(
          "x-mbx-order-count-" + window.suffix().toLowerCase(Locale.ROOT),
          Integer.toString(window.count(now)));
    }
  }
}
