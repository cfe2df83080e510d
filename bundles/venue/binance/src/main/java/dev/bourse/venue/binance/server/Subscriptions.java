package dev.bourse.venue.binance.server;

import dev.bourse.venue.binance.protocol.ApiException;
import dev.bourse.venue.binance.protocol.Json;
import dev.bourse.venue.binance.protocol.Stamp;
import dev.bourse.venue.binance.trading.AccountListener;
import dev.bourse.venue.binance.trading.Desk;
import dev.bourse.venue.binance.trading.Floor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The accounts of which a session hears. */
final class Subscriptions {
  private static final int MOST = 1000;
  private static final int MOST_EVER = 65_535;

  private final Floor floor;
  private final BiConsumer<String, Map<String, @Nullable Object>> wire;
  private final Map<Long, Entry> entries = new TreeMap<>();
  private long next;

  Subscriptions(Floor floor, BiConsumer<String, Map<String, @Nullable Object>> wire) {
    this.floor = floor;
    this.wire = wire;
  }

  private record Entry(long id, Desk desk, boolean loggedOn, AccountListener listener) {}

  /** Hears of an account from now on. */
  Object add(String account, boolean loggedOn) {
    Desk desk = floor.desk(account);
    if (entries.values().stream().anyMatch(entry -> entry.desk() == desk)) {
      throw ApiException.of(-2035, "User Data Stream subscription already active.");
    }
    if (entries.size() >= MOST || next >= MOST_EVER) {
      throw ApiException.of(-2042, "Maximum subscription ID reached for this connection.");
    }
    long id = next++;
    AccountListener listener =
        event ->
            wire.accept(
                String.valueOf(event.get("e")), Json.object("subscriptionId", id, "event", event));
    desk.listen(listener);
    entries.put(id, new Entry(id, desk, loggedOn, listener));
    return Json.object("subscriptionId", id);
  }

  /** Hears nothing of it any more; of nobody, if no number is given. */
  void remove(@Nullable Long id) {
    if (id != null && !entries.containsKey(id)) {
      throw ApiException.of(-2036, "User Data Stream subscription not active.");
    }
    for (Entry entry : List.copyOf(entries.values())) {
      if (id == null || entry.id() == id) {
        end(entry);
      }
    }
  }

  /** Ends what was begun by a session that is logged on. */
  void endLoggedOn() {
    List.copyOf(entries.values()).stream().filter(Entry::loggedOn).forEach(this::end);
  }

  private void end(Entry entry) {
    entry.desk().forget(entry.listener());
    entries.remove(entry.id());
    wire.accept(
        "eventStreamTerminated",
        Json.object(
            "subscriptionId",
            entry.id(),
            "event",
            Json.object("e", "eventStreamTerminated", "E", new Stamp(floor.now()))));
  }

  /** The client is gone. */
  void end() {
    entries.values().forEach(entry -> entry.desk().forget(entry.listener()));
    entries.clear();
  }

  boolean isAny() {
    return !entries.isEmpty();
  }

  Object list() {
    return entries.keySet().stream().map(id -> Json.object("subscriptionId", id)).toList();
  }
}
