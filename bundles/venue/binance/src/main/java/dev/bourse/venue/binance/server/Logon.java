package dev.bourse.venue.binance.server;

import dev.bourse.venue.binance.protocol.Access;
import dev.bourse.venue.binance.protocol.ApiException;
import dev.bourse.venue.binance.protocol.Guard;
import dev.bourse.venue.binance.protocol.Json;
import dev.bourse.venue.binance.protocol.Params;
import dev.bourse.venue.binance.protocol.Refusals;
import dev.bourse.venue.binance.protocol.Stamp;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who a session belongs to, and what it hears of accounts. */
final class Logon {
  private static final List<String> METHODS =
      List.of(
          "session.logon",
          "session.status",
          "session.logout",
          "session.subscriptions",
          "userDataStream.subscribe",
          "userDataStream.subscribe.signature",
          "userDataStream.unsubscribe");

  private final House house;
  private final Subscriptions subscriptions;
  private final ApiSession.Options options;
  private final long connectedSince;
  private Guard.@Nullable Holder holder;
  private long authorizedSince;

  Logon(House house, Subscriptions subscriptions, ApiSession.Options options) {
    this.house = house;
    this.subscriptions = subscriptions;
    this.options = options;
    this.connectedSince = house.now();
  }

  boolean knows(String method) {
    return METHODS.contains(method);
  }

  /** Who is logged on, or null. */
  Guard.@Nullable Holder holder() {
    return holder;
  }

  @Nullable Object answer(String method, Map<String, String> values, Params params, long now) {
    return switch (method) {
      case "session.logon" -> logOn(values, params, now);
      case "session.status" -> status(now);
      case "session.logout" -> logOut(now);
      case "session.subscriptions" -> subscriptions.list();
      case "userDataStream.subscribe" -> subscribe();
      case "userDataStream.subscribe.signature" -> subscribeSigned(values, params, now);
      default -> unsubscribe(params);
    };
  }

  private Object logOn(Map<String, String> values, Params params, long now) {
    Guard.Holder asked = house.guard().holder(params.text("apiKey"), Access.USER_STREAM);
    house.guard().check(asked, params, Guard.payloadOf(values), now);
    if (!asked.key().signer().opensSessions()) {
      throw ApiException.of(
          -1020, "This operation is not supported: sessions log on with Ed25519 keys only.");
    }
    holder = asked;
    authorizedSince = now;
    return status(now);
  }

  private Object logOut(long now) {
    holder = null;
    subscriptions.endLoggedOn();
    return status(now);
  }

  private Object status(long now) {
    boolean known = holder != null;
    return Json.object(
        "apiKey",
        holder == null ? null : holder.key().name(),
        "authorizedSince",
        known ? new Stamp(authorizedSince) : null,
        "connectedSince",
        new Stamp(connectedSince),
        "returnRateLimits",
        options.showsLimits(),
        "serverTime",
        new Stamp(now),
        "userDataStream",
        subscriptions.isAny());
  }

  private Object subscribe() {
    if (holder == null) {
      throw Refusals.key();
    }
    return subscriptions.add(holder.account(), true);
  }

  private Object subscribeSigned(Map<String, String> values, Params params, long now) {
    Guard.Holder asked = house.guard().holder(params.text("apiKey"), Access.USER_STREAM);
    house.guard().check(asked, params, Guard.payloadOf(values), now);
    return subscriptions.add(asked.account(), false);
  }

  private Object unsubscribe(Params params) {
    subscriptions.remove(params.whole("subscriptionId"));
    return Json.object();
  }
}
