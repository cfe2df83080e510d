package dev.bourse.venue.binance.server;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls under {@code /venue} that the real venue does not have. */
@FunctionalInterface
public interface ExtraCalls {
  /**
   * The answer as a tree; refusals are {@code ApiException}s.
   *
   * @param name method and path
   */
  @Nullable Object answer(String name, Map<String, String> parameters);
}
