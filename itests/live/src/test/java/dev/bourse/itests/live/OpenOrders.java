package dev.bourse.itests.live;

import dev.bourse.api.model.Order;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.venue.binance.LocalVenue;
import java.util.List;
import java.util.stream.Stream;

/** What rests, as the trader and as the venue have it; lines, sorted. */
final class OpenOrders {
  private OpenOrders() {}

  /** {@code 0.49950 LIMIT ACCEPTED} for each live order of a trader. */
  static List<String> of(TraderSnapshot snapshot) {
    return snapshot.orders().stream()
        .filter(Order::isLive)
        .map(each -> each.spec().quantity() + " " + each.spec().type() + " " + each.status())
        .sorted()
        .toList();
  }

  /** Whether a trader runs, has so many orders, and none of them is live. */
  static boolean areOver(TraderSnapshot snapshot, int count) {
    return snapshot.status() == TraderStatus.RUNNING
        && snapshot.orders().size() == count
        && of(snapshot).isEmpty();
  }

  /** {@code 0.49950000 STOP_LOSS} for each open order at the venue. */
  static List<String> atVenue(LocalVenue venue) {
    return rows(venue)
        .map(each -> value(each, "origQty") + " " + value(each, "type"))
        .sorted()
        .toList();
  }

  /** {@code STOP_LOSS PENDING_NEW} for each open order at the venue. */
  static List<String> statuses(LocalVenue venue) {
    return rows(venue)
        .map(each -> value(each, "type") + " " + value(each, "status"))
        .sorted()
        .toList();
  }

  private static Stream<String> rows(LocalVenue venue) {
    String orders = venue.ask("alice", "GET /api/v3/openOrders", "symbol", "BTCUSDT");
    return Stream.of(orders.split("\\{", -1)).filter(each -> each.contains("origQty"));
  }

  private static String value(String json, String name) {
    String rest = json.substring(json.indexOf("\"" + name + "\":\"") + name.length() + 4);
    return rest.substring(0, rest.indexOf('"'));
  }
}
