package dev.bourse.exchange.binance.trade;

import dev.bourse.api.model.ClientOrderId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names of orders here and at the venue. Ours are the same there. The venue may give an order the
 * name of its cancel, so cancels have names that follow from the order's: it is found by them even
 * after a restart. Pure functions.
 */
final class OrderNames {
  private static final Pattern ALLOWED = Pattern.compile("[a-zA-Z0-9_-]{1,36}");

  /** Trader, strategy, start and number. */
  private static final Pattern OURS = Pattern.compile("([^-]+-)(?:.+-)?[^-]+-[^-]+-[^-]+");

  private static final int DIGITS = 32;

  private OrderNames() {}

  /** Why the venue would not take our name, or null. */
  static @Nullable String problem(ClientOrderId id) {
    return ALLOWED.matcher(id.value()).matches()
        ? null
        : "CLIENT_ID: id=" + id + " allowed=1 to 36 letters, digits, '-' and '_'";
  }

  /** Our name for an order that has a name there; one that is no name here is not ours. */
  static ClientOrderId read(String name, String venueOrderId) {
    try {
      return new ClientOrderId(name);
    } catch (IllegalArgumentException e) {
      return new ClientOrderId("venue." + venueOrderId);
    }
  }

  /** What the cancel of an order is called. */
  static String cancel(ClientOrderId id) {
    return "x_" + digest(id.value());
  }

  /** What the cancel of an order that another takes the place of is called. */
  static String replaced(ClientOrderId id, String venueOrderId) {
    return "r_" + digest(id.value() + " " + venueOrderId);
  }

  /** What the list that an order is placed with is called. */
  static String list(ClientOrderId id) {
    return "l_" + digest(id.value());
  }

  /** Whether a name there was given by the trader that gave this one, to an order or a cancel. */
  static boolean isOurs(String name, ClientOrderId id) {
    int trader = id.value().indexOf('-');
    boolean same = trader > 0 && name.startsWith(id.value().substring(0, trader + 1));
    return same || name.startsWith("x_") || name.startsWith("r_");
  }

  /** Whether these are the names of two orders of one trader: nobody else gives such names. */
  static boolean isAnother(ClientOrderId one, ClientOrderId other) {
    Matcher parts = OURS.matcher(other.value());
    return !one.equals(other)
        && parts.matches()
        && one.value().startsWith(parts.group(1))
        && OURS.matcher(one.value()).matches();
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
