package dev.bourse.engine.loop;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a run owes an answer. Nobody waits longer than the run lives. Any thread. */
final class Promises {
  private final Set<CompletableFuture<?>> open = ConcurrentHashMap.newKeySet();
  private volatile @Nullable String over;

  /** Keeps this very promise in mind until it is answered; fails it at once if the run is over. */
  @SuppressWarnings("CollectionUndefinedEquality") // futures are equal to themselves alone
  void add(CompletableFuture<?> promise) {
    open.add(promise);
    CompletableFuture<?> unused = promise.whenComplete((value, cause) -> open.remove(promise));
    String reason = over;
    if (reason != null) {
      promise.completeExceptionally(new IllegalStateException(reason));
    }
  }

  /** Nobody will answer any more. The first reason stays. */
  void end(String reason) {
    if (over == null) {
      over = reason;
    }
    open.forEach(each -> each.completeExceptionally(new IllegalStateException(reason)));
  }
}
