package dev.bourse.exchange.binance.net;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Works when a test lets time pass, on the test's thread. */
public final class FakeWorker implements Worker {
  private record Piece(long at, Runnable work) {}

  private final List<Piece> waiting = new ArrayList<>();
  private long now = Duration.ofDays(20_000).toNanos();

  /** Nothing waits. */
  public FakeWorker() {}

  @Override
  public long now() {
    return now;
  }

  @Override
  public void later(Duration delay, Runnable work) {
    waiting.add(new Piece(now + delay.toNanos(), work));
  }

  /** Lets time pass and does what becomes due, in order. */
  public void passes(Duration time) {
    long end = now + time.toNanos();
    for (Optional<Piece> due = next(end); due.isPresent(); due = next(end)) {
      waiting.remove(due.get());
      now = Math.max(now, due.get().at());
      due.get().work().run();
    }
    now = end;
  }

  private Optional<Piece> next(long end) {
    return waiting.stream().filter(each -> each.at() <= end).min(Comparator.comparing(Piece::at));
  }

  @Override
  public void end() {
    waiting.clear();
  }
}
