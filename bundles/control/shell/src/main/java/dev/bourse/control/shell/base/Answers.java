package dev.bourse.control.shell.base;

import dev.bourse.control.shell.service.Refusal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Waits for what a trader says to a request. */
public final class Answers {
  /** How long a person waits for an answer, seconds. */
  public static final int PATIENCE = 30;

  private Answers() {}

  /** The answer; a refusal with its reason, or after {@link #PATIENCE} with what to do. */
  public static <T> T of(CompletableFuture<T> answer, String lookAt) throws InterruptedException {
    try {
      return answer.get(PATIENCE, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new Refusal(
          "No answer within "
              + PATIENCE
              + " s; the request stands. See what became of it with: "
              + lookAt);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  private static RuntimeException failure(@Nullable Throwable cause) {
    return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
  }
}
