package dev.bourse.venue.binance.protocol;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How much clients may do. There is one address on loopback, so weight counts for all of them
 * together; orders count for each account.
 */
public final class Limits {
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
  private static final int PATIENCE = 20;
  private static final int CONNECTING = 2;

  private final Allowance allowance;
  private final Window weight;
  private final Window raw;
  private final Window streamConnections;
  private final Window apiConnections;
  private final Map<String, List<Window>> orders = new TreeMap<>();
  private int ignored;
  private int bans;
  private long bannedUntil;

  /** Limits as the venue announces them. */
  public Limits(Allowance allowance) {
    this.allowance = allowance;
    this.weight = new Window("REQUEST_WEIGHT", "MINUTE", 1, MINUTE, allowance.weight());
    this.raw = new Window("RAW_REQUESTS", "MINUTE", 5, 5 * MINUTE, allowance.rawRequests());
    this.streamConnections = connections(allowance);
    this.apiConnections = connections(allowance);
  }

  private static Window connections(Allowance allowance) {
    return new Window("CONNECTIONS", "MINUTE", 5, 5 * MINUTE, allowance.connections());
  }

  /**
   * Lets a request pass, or refuses it for what others did before: 429, and 418 for whoever does
   * not listen to that.
   */
  public void enter(int cost, long now) {
    if (now < bannedUntil) {
      throw banned();
    }
    boolean fits = raw.fits(1, now) && weight.fits(cost, now);
    raw.add(1, now);
    if (fits) {
      weight.add(cost, now);
      return;
    }
    ignored++;
    if (ignored > PATIENCE) {
      ban(now);
      throw banned();
    }
    throw ApiException.limited(
        429,
        -1003,
        "Too much request weight used; current limit is "
            + allowance.weight()
            + " request weight per 1 MINUTE. Please use WebSocket Streams for live updates to avoid"
            + " polling the API.",
        weight.end(now));
  }

  /**
   * Lets a client connect, or refuses it for how often others did: WebSockets of streams and of the
   * API are counted apart, and the latter have a weight (web-socket-api.md, "IP limits").
   */
  public void connect(boolean api, long now) {
    Window window = api ? apiConnections : streamConnections;
    if (!window.fits(1, now)) {
      throw ApiException.limited(
          429,
          -1034,
          "Too many connection attempts from IP; current limit is "
              + window.limit()
              + " per '5 MINUTE'.",
          window.end(now));
    }
    if (api) {
      enter(CONNECTING, now);
    }
    window.add(1, now);
  }

  /** How much a client of a stream may send on one connection. */
  public Window messages() {
    return new Window("MESSAGES", "SECOND", 1, TimeUnit.SECONDS.toNanos(1), allowance.messages());
  }

  /** What succeeded and costs nothing gives its weight back. */
  public void giveBack(int cost, long now) {
    weight.add(-cost, now);
  }

  /** Counts orders of an account, or refuses them. */
  public void countOrders(String account, int count, long now) {
    for (Window window : ordersOf(account)) {
      if (!window.fits(count, now)) {
        throw ApiException.limited(
            429,
            -1015,
            "Too many new orders; current limit is "
                + window.limit()
                + " orders per "
                + window.length()
                + " "
                + window.interval()
                + ".",
            window.end(now));
      }
    }
    ordersOf(account).forEach(window -> window.add(count, now));
  }

  /** The weight that was used up. */
  public Window weight() {
    return weight;
  }

  /** What is counted for all, in the order in which it is announced. */
  public List<Window> shared() {
    return List.of(weight, raw);
  }

  /** What is counted for an account; a new one's counts without a name. */
  public List<Window> ordersOf(@Nullable String account) {
    return orders.computeIfAbsent(
        account == null ? "" : account,
        name ->
            List.of(
                new Window(
                    "ORDERS",
                    "SECOND",
                    10,
                    TimeUnit.SECONDS.toNanos(10),
                    allowance.ordersPerTenSeconds()),
                new Window(
                    "ORDERS", "DAY", 1, TimeUnit.DAYS.toNanos(1), allowance.ordersPerDay())));
  }

  private void ban(long now) {
    ignored = 0;
    bannedUntil = now + (2L << Math.min(10, bans)) * MINUTE;
    bans++;
  }

  private ApiException banned() {
    return ApiException.limited(
        418,
        -1003,
        "Way too much request weight used; IP banned until "
            + bannedUntil / 1_000_000
            + ". Please use WebSocket Streams for live updates to avoid bans.",
        bannedUntil);
  }

  /**
   * What is allowed.
   *
   * @param weight weight of requests in a minute
   * @param rawRequests requests in five minutes
   * @param ordersPerTenSeconds new orders of an account in ten seconds
   * @param ordersPerDay new orders of an account in a day
   * @param connections WebSockets of each kind in five minutes, refused beyond that
   * @param messages what one client of streams may send in a second, pongs included; it is
   *     disconnected beyond that
   */
  public record Allowance(
      int weight,
      int rawRequests,
      int ordersPerTenSeconds,
      int ordersPerDay,
      int connections,
      int messages) {
    /** As Binance announces it. */
    public static final Allowance USUAL = new Allowance(6000, 300_000, 100, 200_000);

    /** Of requests and orders, with WebSockets as Binance has it (web-socket-streams.md). */
    public Allowance(int weight, int rawRequests, int ordersPerTenSeconds, int ordersPerDay) {
      this(weight, rawRequests, ordersPerTenSeconds, ordersPerDay, 300, 5);
    }

    /** The same with other limits of WebSockets. */
    public Allowance withSockets(int newConnections, int newMessages) {
      return new Allowance(
          weight, rawRequests, ordersPerTenSeconds, ordersPerDay, newConnections, newMessages);
    }
  }
}
