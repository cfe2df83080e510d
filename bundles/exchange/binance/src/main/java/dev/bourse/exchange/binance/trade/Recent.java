package dev.bourse.exchange.binance.trade;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers the last 10,000 of something. Any thread. */
final class Recent<V> {
  private static final int MOST = 10_000;

  private final Map<String, V> values =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
          return size() > MOST;
        }
      };

  synchronized void put(String key, V value) {
    values.remove(key);
    values.put(key, value);
  }

  synchronized @Nullable V get(String key) {
    return values.get(key);
  }

  synchronized void remove(String key) {
    values.remove(key);
  }
}
