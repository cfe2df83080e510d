package dev.bourse.venue.binance.protocol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one request. Every parameter that is asked for counts as read; what nobody read
 * is an error, like at the venue.
 */
public final class Params {
  private static final Pattern DECIMAL = Pattern.compile("^([0-9]{1,20})(\\.[0-9]{1,20})?$");
  private static final Pattern WHOLE = Pattern.compile("^[0-9]{1,20}$");
  private static final Pattern SYMBOL =
      Pattern.compile("^[\\w\\-._&&[^a-z]]{1,50}$", Pattern.UNICODE_CHARACTER_CLASS);

  /** What every signed request may have. */
  private static final Set<String> COMMON =
      Set.of("timestamp", "recvWindow", "signature", "apiKey", "returnRateLimits");

  private final Map<String, String> values;
  private final Set<String> read = new TreeSet<>();

  /** Parameters by name. */
  public Params(Map<String, String> values) {
    this.values = new LinkedHashMap<>(values);
  }

  /** Whether a parameter was sent, empty or not; does not read it. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** A text, or null. */
  public @Nullable String text(String name) {
    read.add(name);
    String value = values.get(name);
    if (value != null && value.isEmpty()) {
      throw Refusals.empty(name);
    }
    return value;
  }

  /** A text that must be there. */
  public String required(String name) {
    read.add(name);
    String value = values.get(name);
    if (value == null || value.isEmpty()) {
      throw Refusals.missing(name);
    }
    return value;
  }

  /** A market's name. */
  public String symbol() {
    return checkedSymbol(required("symbol"));
  }

  /** Checks what a market's name is made of. */
  public static String checkedSymbol(String symbol) {
    if (!SYMBOL.matcher(symbol).matches()) {
      throw Refusals.illegal("symbol", "^[\\w\\-._&&[^a-z]]{1,50}$");
    }
    return symbol;
  }

  /** A plain decimal number, or null. */
  public @Nullable BigDecimal decimal(String name) {
    String value = text(name);
    if (value == null) {
      return null;
    }
    if (!DECIMAL.matcher(value).matches()) {
      throw Refusals.illegal(name, DECIMAL.pattern());
    }
    return new BigDecimal(value);
  }

  /** A whole number, or null. */
  public @Nullable Long whole(String name) {
    String value = text(name);
    if (value == null) {
      return null;
    }
    if (!WHOLE.matcher(value).matches()) {
      throw Refusals.illegal(name, WHOLE.pattern());
    }
    try {
      return Long.valueOf(value);
    } catch (NumberFormatException e) {
      throw ApiException.of(-1108, "Parameter '" + name + "' overflowed.");
    }
  }

  /** A whole number, a default without one, at most the given one. */
  public int limit(int normal, int most) {
    Long limit = whole("limit");
    if (limit != null && limit < 1) {
      throw Refusals.invalid("limit");
    }
    return limit == null ? normal : (int) Math.min(limit, most);
  }

  /** A time in nanoseconds, or null. */
  public @Nullable Long time(String name) {
    Long value = whole(name);
    return value == null ? null : Stamp.nanosOf(value);
  }

  /** True or false, false without it. */
  public boolean flag(String name) {
    String value = text(name);
    if (value == null || value.equalsIgnoreCase("false")) {
      return false;
    }
    if (!value.equalsIgnoreCase("true")) {
      throw Refusals.invalid(name);
    }
    return true;
  }

  /** A list as the protocol has it, {@code ["A","B"]}, or null. */
  public @Nullable List<String> list(String name) {
    String value = text(name);
    if (value == null) {
      return null;
    }
    try {
      if (Json.read(value) instanceof List<?> list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(String.valueOf(each)));
        return texts;
      }
    } catch (IllegalArgumentException e) {
      throw ApiException.of(-1135, "JSON sent for parameter '" + name + "' is not valid");
    }
    throw Refusals.illegal(
        name, "^\\[(\"[\\w\\-._&&[^a-z]]{1,50}\"(,\"[\\w\\-._&&[^a-z]]{1,50}\"){0,}){0,1}\\]$");
  }

  /** Refuses what nobody read. Called once everything is read and before anything is done. */
  public void done() {
    Set<String> unread = new TreeSet<>(values.keySet());
    unread.removeAll(read);
    unread.removeAll(COMMON);
    if (!unread.isEmpty()) {
      throw ApiException.of(
          -1104,
          "Not all sent parameters were read; read '"
              + (values.size() - unread.size())
              + "' parameter(s) but was sent '"
              + values.size()
              + "'.");
    }
  }
}
