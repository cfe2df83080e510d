package dev.bourse.data.binance.http;

import dev.bourse.api.data.DataException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;

/** A client that tries again. Calls block and can be interrupted. Any thread. */
public final class Web {
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int NOT_FOUND = 404;
  private static final int UNSATISFIABLE = 416;
  private static final int TEAPOT = 418;
  private static final int TOO_MANY = 429;
  private static final int SERVER = 500;
  private static final int SHOWN = 200;

  private final HttpClient client;
  private final Limits limits;
  private final Pause pause;

  /** A client with these limits. */
  public Web(Limits limits, Pause pause) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(limits.silence())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    this.limits = limits;
    this.pause = pause;
  }

  /** The text at an address, empty if there is none (404). */
  public Optional<String> text(URI address) throws InterruptedException {
    return trying(address, () -> textOnce(address));
  }

  /**
   * Brings a file, going on behind what is there already.
   *
   * @param progress told how many bytes are there
   * @return false if there is no such file (404)
   */
  public boolean file(URI address, Path target, LongConsumer progress) throws InterruptedException {
    return trying(address, () -> fileOnce(address, target, progress));
  }

  private Optional<String> textOnce(URI address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).GET().build();
    HttpResponse<byte[]> response =
        awaited(client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()));
    if (response.statusCode() == NOT_FOUND) {
      return Optional.empty();
    }
    String text = new String(response.body(), StandardCharsets.UTF_8);
    require(address, response.statusCode(), response.headers(), text);
    return Optional.of(text);
  }

  private boolean fileOnce(URI address, Path target, LongConsumer progress)
      throws IOException, InterruptedException {
    long there = Files.exists(target) ? Files.size(target) : 0;
    HttpRequest.Builder request = HttpRequest.newBuilder(address).GET();
    if (there > 0) {
      request.header("Range", "bytes=" + there + "-");
    }
    try (FileBody body = new FileBody(target, there, progress)) {
      CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(request.build(), body);
      HttpResponse<Void> response = body.awaited(answer, limits.silence());
      int status = response.statusCode();
      if (status == UNSATISFIABLE) {
        Files.deleteIfExists(target);
        throw new Again(address + " is shorter than what was there", Duration.ZERO);
      }
      if (status != NOT_FOUND) {
        require(address, status, response.headers(), "");
      }
      return status != NOT_FOUND;
    }
  }

  private <T> T awaited(CompletableFuture<T> answer) throws IOException, InterruptedException {
    try {
      return answer.get(limits.silence().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException("nothing came for " + limits.silence().toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new IOException(reason(e), e);
    } finally {
      answer.cancel(true);
    }
  }

  static String reason(ExecutionException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  /** What is right passes, what may be right later is an {@link Again}, the rest is final. */
  private static void require(URI address, int status, HttpHeaders headers, String body)
      throws Again {
    if (status == OK || status == PARTIAL) {
      return;
    }
    if (status == TOO_MANY || status == TEAPOT || status >= SERVER) {
      throw new Again("it answered " + status, RetryAfter.of(headers));
    }
    String shown = body.length() > SHOWN ? body.substring(0, SHOWN) + "..." : body;
    throw new DataException(
        address + " answered " + status + (shown.isBlank() ? "" : ": " + shown.strip()));
  }

  private <T> T trying(URI address, Attempt<T> attempt) throws InterruptedException {
    for (int i = 0; ; i++) {
      try {
        return attempt.run();
      } catch (IOException e) {
        Duration wish = e instanceof Again again ? again.wish() : null;
        if (i + 1 >= limits.attempts()) {
          throw new DataException(
              address
                  + " cannot be had: "
                  + e.getMessage()
                  + ", after "
                  + limits.attempts()
                  + " attempts; call again later, it goes on from here",
              e);
        }
        if (wish != null && wish.compareTo(Limits.LONGEST) > 0) {
          throw new DataException(
              address
                  + " asks for "
                  + wish.toSeconds()
                  + " s of patience; call again then, it goes on from here",
              e);
        }
        pause.of(wish == null ? Limits.backOff(i) : wish);
      }
    }
  }

  /** Something that may fail. */
  private interface Attempt<T> {
    T run() throws IOException, InterruptedException;
  }
}
