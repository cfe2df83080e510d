package dev.bourse.venue.binance.streams;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hears streams. */
@FunctionalInterface
public interface StreamListener {
  /** Something came on a stream. */
  void onEvent(String stream, Map<String, @Nullable Object> event);
}
