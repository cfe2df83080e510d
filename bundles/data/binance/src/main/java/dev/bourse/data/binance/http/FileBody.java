package dev.bourse.data.binance.http;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A body that goes into a file as it comes: behind what is there if the server goes on from there
 * (206), over it if it begins anew (200). What came before a connection was cut stays in the file.
 * The client's thread writes; the thread that waits looks whether anything still comes.
 */
final class FileBody implements HttpResponse.BodyHandler<Void>, AutoCloseable {
  private static final long LOOK_MILLIS = 100;
  private static final int WHOLE = 200;
  private static final int PARTIAL = 206;

  private final Path target;
  private final LongConsumer progress;
  private volatile long size;
  private volatile @Nullable FileChannel channel;

  FileBody(Path target, long there, LongConsumer progress) {
    this.target = target;
    this.size = there;
    this.progress = progress;
  }

  @Override
  public BodySubscriber<Void> apply(HttpResponse.ResponseInfo info) {
    int status = info.statusCode();
    if (status != WHOLE && status != PARTIAL) {
      return HttpResponse.BodySubscribers.discarding();
    }
    return new Subscriber(status == PARTIAL);
  }

  /** The answer, once all of it is in the file. */
  HttpResponse<Void> awaited(CompletableFuture<HttpResponse<Void>> answer, Duration silence)
      throws IOException, InterruptedException {
    long seen = size;
    long since = System.nanoTime();
    try {
      while (true) {
        try {
          return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          progress.accept(size);
          if (size != seen) {
            seen = size;
            since = System.nanoTime();
          } else if (System.nanoTime() - since > silence.toNanos()) {
            throw new IOException("nothing came for " + silence.toSeconds() + " s", e);
          }
        }
      }
    } catch (ExecutionException e) {
      throw new IOException(Web.reason(e), e);
    } finally {
      answer.cancel(true);
    }
  }

  @Override
  public void close() throws IOException {
    FileChannel open = channel;
    if (open != null) {
      open.close();
    }
  }

  /** Writes what comes. */
  private final class Subscriber implements BodySubscriber<Void> {
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final boolean appends;
    private @Nullable Subscription subscription;

    Subscriber(boolean appends) {
      this.appends = appends;
    }

    @Override
    public CompletionStage<Void> getBody() {
      return done;
    }

    @Override
    public void onSubscribe(Subscription given) {
      subscription = given;
      try {
        channel =
            appends
                ? FileChannel.open(target, StandardOpenOption.WRITE, StandardOpenOption.APPEND)
                : FileChannel.open(
                    target,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING);
        size = appends ? size : 0;
        given.request(1);
      } catch (IOException e) {
        fail(given, e);
      }
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread at a time writes
    public void onNext(List<ByteBuffer> buffers) {
      Subscription from = subscription;
      FileChannel to = channel;
      if (from == null || to == null) {
        return;
      }
      try {
        for (ByteBuffer each : buffers) {
          while (each.hasRemaining()) {
            size += to.write(each);
          }
        }
        from.request(1);
      } catch (IOException e) {
        fail(from, e);
      }
    }

    @Override
    public void onError(Throwable failure) {
      done.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      done.complete(null);
    }

    private void fail(Subscription from, IOException failure) {
      from.cancel();
      done.completeExceptionally(failure);
    }
  }
}
