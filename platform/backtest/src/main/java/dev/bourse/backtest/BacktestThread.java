package dev.bourse.backtest;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestRun;
import dev.bourse.backtest.run.Progress;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A run on a thread of its own. A daemon: it keeps no JVM alive. */
final class BacktestThread implements BacktestRun {
  private final Progress progress;
  private final Supplier<BacktestResult> work;
  private final CompletableFuture<BacktestResult> result = new CompletableFuture<>();

  BacktestThread(Progress progress, Supplier<BacktestResult> work) {
    this.progress = progress;
    this.work = work;
  }

  void start(String name) {
    Thread thread = new Thread(this::run, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      result.complete(work.get());
    } catch (Throwable e) {
      result.completeExceptionally(e);
    }
  }

  @Override
  public double progress() {
    return progress.share();
  }

  @Override
  public long events() {
    return progress.events();
  }

  @Override
  public void cancel() {
    progress.cancel();
  }

  @Override
  public CompletableFuture<BacktestResult> result() {
    return result;
  }
}
