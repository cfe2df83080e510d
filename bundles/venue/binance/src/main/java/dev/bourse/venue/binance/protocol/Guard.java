package dev.bourse.venue.binance.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Knows the keys, and lets only those pass who prove that a key is theirs. */
public final class Guard {
  private final Map<String, Holder> keys = new TreeMap<>();

  /** A key and the account that it opens. */
  public record Holder(ApiKey key, String account) {}

  /** Adds a key; throws {@link IllegalArgumentException} for one that is there already. */
  public void add(String account, ApiKey key) {
    if (keys.putIfAbsent(key.name(), new Holder(key, account)) != null) {
      throw new IllegalArgumentException(
          "the key " + key + " is given twice; every key belongs to one account");
    }
  }

  /** Whoever holds a key that may make the call. */
  public Holder holder(@Nullable String name, Access access) {
    if (name == null || !name.matches("[A-Za-z0-9]{1,128}")) {
      throw Refusals.keyFormat();
    }
    Holder holder = keys.get(name);
    if (holder == null || !holder.key().may(access.right())) {
      throw Refusals.key();
    }
    return holder;
  }

  /** Checks time and signature of a request. */
  public void check(Holder holder, Params params, String payload, long now) {
    Timing.check(params, now);
    String signature = params.required("signature");
    if (!holder.key().signer().verifies(payload, signature)) {
      throw Refusals.signature();
    }
  }

  /** Checks the time of a request of a session that is logged on. */
  public void checkTime(Params params, long now) {
    Timing.check(params, now);
  }

  /**
   * What is signed over a WebSocket: all parameters but the signature, sorted by name, not
   * percent-encoded.
   */
  public static String payloadOf(Map<String, String> params) {
    return new TreeMap<>(params)
        .entrySet().stream()
            .filter(entry -> !entry.getKey().equals("signature"))
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining("&"));
  }

  /** Parameters of a JSON object as texts. */
  public static Map<String, String> textsOf(@Nullable Object params) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (params instanceof Map<?, ?> object) {
      object.forEach(
          (name, value) ->
              texts.put(
                  String.valueOf(name),
                  value instanceof Iterable<?> || value instanceof Map<?, ?>
                      ? Json.write(value, false)
                      : String.valueOf(value)));
    }
    return texts;
  }
}
