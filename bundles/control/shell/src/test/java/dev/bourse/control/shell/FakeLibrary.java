package dev.bourse.control.shell;

import dev.bourse.api.data.CheckReport;
import dev.bourse.api.data.DataException;
import dev.bourse.api.data.DataJob;
import dev.bourse.api.data.DataLibrary;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.data.DownloadRequest;
import dev.bourse.api.data.ImportRequest;
import dev.bourse.api.data.StoredData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A store that notes what it is asked for and answers what was laid out. */
final class FakeLibrary implements DataLibrary {
  final List<Object> asked = new ArrayList<>();
  boolean cancelled;
  private @Nullable Object outcome;
  private @Nullable RuntimeException failure;
  private boolean refuses;
  private boolean never;

  FakeLibrary answering(Object result) {
    outcome = result;
    return this;
  }

  /** The job fails. */
  FakeLibrary failing(RuntimeException reason) {
    failure = reason;
    return this;
  }

  /** Not even a job begins. */
  FakeLibrary refusing(String sentence) {
    failure = new DataException(sentence);
    refuses = true;
    return this;
  }

  /** The job does not end before it is cancelled. */
  FakeLibrary busy() {
    never = true;
    return this;
  }

  @Override
  public DataJob<StoredData> add(ImportRequest request) {
    return job(request, StoredData.class);
  }

  @Override
  public DataJob<StoredData> download(DownloadRequest request) {
    return job(request, StoredData.class);
  }

  @Override
  public DataJob<CheckReport> check(DataRange range) {
    return job(range, CheckReport.class);
  }

  @Override
  @SuppressWarnings("unchecked") // whoever lays out an answer to an export lays out a list of files
  public DataJob<List<Path>> export(DataRange range, Path folder) {
    return (DataJob<List<Path>>) (DataJob<?>) job(List.of(range, folder), List.class);
  }

  @Override
  public List<String> formats() {
    return List.of("binance-klines", "dataset");
  }

  @Override
  public List<String> archives() {
    return List.of("binance");
  }

  private <T> DataJob<T> job(Object request, Class<T> type) {
    asked.add(request);
    if (refuses && failure != null) {
      throw failure;
    }
    CompletableFuture<T> result = new CompletableFuture<>();
    if (failure != null) {
      result.completeExceptionally(failure);
    } else if (!never) {
      result.complete(type.cast(outcome));
    }
    return new Job<>(result);
  }

  /** A job that is a third done. */
  private final class Job<T> implements DataJob<T> {
    private final CompletableFuture<T> result;

    Job(CompletableFuture<T> result) {
      this.result = result;
    }

    @Override
    public String doing() {
      return "BTCUSDT-1m-2024-01.zip";
    }

    @Override
    public double progress() {
      return 0.33;
    }

    @Override
    public long events() {
      return 1234;
    }

    @Override
    public void cancel() {
      cancelled = true;
      result.cancel(false);
    }

    @Override
    public CompletableFuture<T> result() {
      return result;
    }
  }
}
