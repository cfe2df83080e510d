package dev.bourse.venue.binance.calls;

import dev.bourse.venue.binance.protocol.Access;
import dev.bourse.venue.binance.protocol.Params;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** All calls, by the names that REST and the WebSocket API have for them. */
public final class CallTable {
  private final Map<String, Route> rest = new LinkedHashMap<>();
  private final Map<String, Route> socket = new LinkedHashMap<>();

  void open(String restName, String socketName, int weight, Call call) {
    add(new Route(restName, socketName, Access.NONE, params -> weight, 0, call));
  }

  void open(String restName, String socketName, ToIntFunction<Params> weight, Call call) {
    add(new Route(restName, socketName, Access.NONE, weight, 0, call));
  }

  void account(String restName, String socketName, int weight, Call call) {
    add(new Route(restName, socketName, Access.USER_DATA, params -> weight, 0, call));
  }

  void account(String restName, String socketName, ToIntFunction<Params> weight, Call call) {
    add(new Route(restName, socketName, Access.USER_DATA, weight, 0, call));
  }

  void trade(String restName, String socketName, int orders, Call call) {
    trade(restName, socketName, any -> 1, orders, call);
  }

  /** A call of a trader's that weighs more than one. */
  void trade(
      String restName, String socketName, ToIntFunction<Params> weight, int orders, Call call) {
    add(new Route(restName, socketName, Access.TRADE, weight, orders, call));
  }

  private void add(Route route) {
    if (!route.rest().isEmpty()) {
      rest.put(route.rest(), route);
    }
    if (!route.socket().isEmpty()) {
      socket.put(route.socket(), route);
    }
  }

  /** A call of REST by method and path, or null. */
  public @Nullable Route rest(String methodAndPath) {
    return rest.get(methodAndPath);
  }

  /** A call of the WebSocket API by its method, or null. */
  public @Nullable Route socket(String method) {
    return socket.get(method);
  }
}
