package dev.bourse.data.binance.http;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why an attempt failed that may succeed later. */
final class Again extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Duration wish;

  /**
   * A failure.
   *
   * @param wish how long the server asks us to wait, null if it does not say
   */
  Again(String message, @Nullable Duration wish) {
    super(message);
    this.wish = wish;
  }

  @Nullable Duration wish() {
    return wish;
  }
}
