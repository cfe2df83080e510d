package dev.bourse.backtest;

import dev.bourse.api.backtest.BacktestJob;
import dev.bourse.backtest.run.Doing;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Work on a thread of its own. A daemon: it keeps no JVM alive. */
class JobThread<T> implements BacktestJob<T> {
  private final Doing doing;
  private final Supplier<T> work;
  private final CompletableFuture<T> result = new CompletableFuture<>();

  JobThread(Doing doing, Supplier<T> work) {
    this.doing = doing;
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
  public final double progress() {
    return doing.share();
  }

  @Override
  public final long events() {
    return doing.events();
  }

  @Override
  public final void cancel() {
    doing.cancel();
  }

  @Override
  public final CompletableFuture<T> result() {
    return result;
  }
}
