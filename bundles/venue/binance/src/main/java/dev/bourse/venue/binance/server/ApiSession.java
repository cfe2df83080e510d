package dev.bourse.venue.binance.server;

import dev.bourse.venue.binance.calls.Asked;
import dev.bourse.venue.binance.calls.Route;
import dev.bourse.venue.binance.faults.Fault;
import dev.bourse.venue.binance.protocol.Access;
import dev.bourse.venue.binance.protocol.ApiException;
import dev.bourse.venue.binance.protocol.Guard;
import dev.bourse.venue.binance.protocol.Json;
import dev.bourse.venue.binance.protocol.Params;
import dev.bourse.venue.binance.protocol.Stamp;
import dev.bourse.venue.binance.trading.Desk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client of the WebSocket API. */
final class ApiSession implements Session {
  private static final Logger log = LoggerFactory.getLogger(ApiSession.class);

  private final House house;
  private final Wire wire;
  private final Options options;
  private final Logon logon;
  private final Subscriptions subscriptions;

  /**
   * How a client opened the session.
   *
   * @param micros whether times are wanted in microseconds
   * @param showsLimits whether every answer says how much was used up
   */
  record Options(boolean micros, boolean showsLimits) {}

  ApiSession(House house, Wire wire, Options options) {
    this.house = house;
    this.wire = wire;
    this.options = options;
    this.subscriptions =
        new Subscriptions(
            house.parts().floor(),
            (name, event) -> wire.event(name, Json.write(event, options.micros())));
    this.logon = new Logon(house, subscriptions, options);
  }

  @Override
  public void onText(String text) {
    house.parts().floor().work();
    try {
      Map<?, ?> request = request(text);
      Fault fault = house.faults().next(nameOf(request));
      if (fault == null) {
        send(request.get("id"), answer(request, house.now()));
      } else {
        spoil(request, fault);
      }
    } catch (ApiException e) {
      send(null, Reply.refused(e, null, house.now()));
    }
  }

  private static String nameOf(Map<?, ?> request) {
    return String.valueOf(request.get("method"));
  }

  private void spoil(Map<?, ?> request, Fault fault) {
    Object id = request.get("id");
    switch (fault.kind()) {
      case DELAY -> {
        Reply reply = answer(request, house.now());
        wire.later(fault.millis(), () -> send(id, reply));
      }
      case CUT -> wire.cut();
      case LOSE -> {
        Reply lost = answer(request, house.now());
        log.debug("Nobody hears the answer {} to {}.", lost.status(), nameOf(request));
        wire.cut();
      }
      case FAIL -> send(id, Reply.spoiled(fault.status(), house.now()));
      case FAIL_AFTER -> {
        Reply lost = answer(request, house.now());
        log.debug("Nobody hears the answer {} to {}.", lost.status(), nameOf(request));
        send(id, Reply.spoiled(fault.status(), house.now()));
      }
      default -> log.debug("Nobody hears {}.", nameOf(request));
    }
  }

  /**
   * What is sent back.
   *
   * @param account whose orders are counted, or null
   */
  private record Reply(
      int status,
      @Nullable Object result,
      @Nullable Object error,
      @Nullable String account,
      boolean showsLimits) {
    static Reply refused(ApiException refusal, @Nullable String account, long now) {
      return new Reply(refusal.status(), null, refusal.body(now), account, true);
    }

    static Reply spoiled(int status, long now) {
      return new Reply(status, null, Spoiled.error(status, now), null, true);
    }
  }

  private static Map<?, ?> request(String text) {
    try {
      if (Json.read(text) instanceof Map<?, ?> request) {
        return request;
      }
    } catch (IllegalArgumentException e) {
      log.debug("A client sent no JSON: {}", e.getMessage());
    }
    throw ApiException.of(-1135, "Invalid JSON Request");
  }

  private Reply answer(Map<?, ?> request, long now) {
    Map<String, String> values = Guard.textsOf(request.get("params"));
    Params params = new Params(values);
    @Nullable String account = null;
    try {
      String method = method(request);
      boolean shows = showsLimits(params);
      if (logon.knows(method)) {
        house.parts().limits().enter(2, now);
        return new Reply(200, logon.answer(method, values, params, now), null, null, shows);
      }
      Route route = house.calls().socket(method);
      if (route == null) {
        throw ApiException.of(-1130, "Data sent for parameter 'method' is not valid.");
      }
      int weight = route.weight().applyAsInt(params);
      house.parts().limits().enter(weight, now);
      @Nullable Desk desk = sender(route, values, params, now);
      if (desk != null && route.orders() > 0) {
        account = desk.account().value();
        house.parts().limits().countOrders(account, route.orders(), now);
      }
      Object result = route.call().answer(new Asked(params, desk, now));
      if (route.isFreeOfWeight()) {
        house.parts().limits().giveBack(weight, now);
      }
      return new Reply(200, result, null, account, shows);
    } catch (ApiException e) {
      return Reply.refused(e, account, now);
    } catch (RuntimeException e) {
      log.error("A call over the WebSocket API failed.", e);
      return Reply.refused(Reception.unknown(), account, now);
    }
  }

  private static String method(Map<?, ?> request) {
    if (!(request.get("method") instanceof String method)) {
      throw ApiException.of(
          -1102, "Mandatory parameter 'method' was not sent, was empty/null, or malformed.");
    }
    return method.startsWith("v3/") ? method.substring(3) : method;
  }

  private boolean showsLimits(Params params) {
    return params.has("returnRateLimits") ? params.flag("returnRateLimits") : options.showsLimits();
  }

  private @Nullable Desk sender(Route route, Map<String, String> values, Params params, long now) {
    if (route.access() == Access.NONE) {
      return null;
    }
    Guard.@Nullable Holder known = logon.holder();
    if (known != null && !params.has("apiKey")) {
      Guard.Holder holder = house.guard().holder(known.key().name(), route.access());
      house.guard().checkTime(params, now);
      return house.parts().floor().desk(holder.account());
    }
    Guard.Holder holder = house.guard().holder(params.text("apiKey"), route.access());
    house.guard().check(holder, params, Guard.payloadOf(values), now);
    return house.parts().floor().desk(holder.account());
  }

  private void send(@Nullable Object id, Reply reply) {
    long now = house.now();
    Map<String, @Nullable Object> message = Json.object("id", id, "status", reply.status());
    if (reply.error() == null) {
      message.put("result", reply.result());
    } else {
      message.put("error", reply.error());
    }
    if (reply.showsLimits()) {
      List<Object> limits = new ArrayList<>();
      if (reply.account() != null) {
        house
            .parts()
            .limits()
            .ordersOf(reply.account())
            .forEach(each -> limits.add(each.state(now)));
      }
      limits.add(house.parts().limits().weight().state(now));
      message.put("rateLimits", limits);
    }
    wire.answer(Json.write(message, options.micros()));
  }

  @Override
  public void onGone() {
    subscriptions.end();
  }

  @Override
  public String farewell() {
    return Json.write(
        Json.object("event", Json.object("e", "serverShutdown", "E", new Stamp(house.now()))),
        options.micros());
  }
}
