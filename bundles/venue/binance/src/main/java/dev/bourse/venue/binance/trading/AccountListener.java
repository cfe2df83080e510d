package dev.bourse.venue.binance.trading;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hears what happens to an account, as events of the protocol, on the venue's thread. */
@FunctionalInterface
public interface AccountListener {
  /** Something happened. */
  void onEvent(Map<String, @Nullable Object> event);
}
