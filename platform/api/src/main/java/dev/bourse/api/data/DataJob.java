package dev.bourse.api.data;

import java.util.concurrent.CompletableFuture;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Work on recorded data that takes its time. Any thread.
 *
 * @param <T> what comes out of it
 */
@ProviderType
public interface DataJob<T> {
  /** What is being done now, a few words for people; may be empty. */
  String doing();

  /** The share done, 0 to 1, or -1 where unknown. */
  double progress();

  /** Events read so far. */
  long events();

  /**
   * Asks the work to end; the result then completes with {@link
   * java.util.concurrent.CancellationException}. What was stored whole by then stays.
   */
  void cancel();

  /** The result; completes exceptionally with a sentence if the work failed. */
  CompletableFuture<T> result();
}
