package dev.bourse.engine.alert;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.alert.AlertChannel;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.trace.TraceReader;
import dev.bourse.engine.plugin.Plugin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Gives every alert to every channel. Any thread. */
public final class AlertDispatcher implements AlertTap, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** A trader whose trace can be read. */
  private record Opened(TraceReader trace, long through) {}

  private final Path folder;
  private final Retries retries;
  private final List<ChannelWorker> workers = new CopyOnWriteArrayList<>();
  private final Map<TraderId, Opened> traders = new ConcurrentHashMap<>();

  /** A dispatcher that keeps its cursors below the given folder. */
  public AlertDispatcher(Path folder) {
    this(folder, Retries.DEFAULT);
  }

  AlertDispatcher(Path folder, Retries retries) {
    this.folder = folder;
    this.retries = retries;
  }

  /** A channel came. */
  public void add(Plugin<AlertChannel> channel) {
    Cursors cursors = new Cursors(folder.resolve(channel.type()));
    ChannelWorker worker = new ChannelWorker(channel, cursors, retries);
    workers.add(worker);
    traders.forEach((trader, opened) -> worker.opened(trader, opened.trace(), opened.through()));
    worker.start();
  }

  /** A channel left; its thread is gone when this returns, or after two seconds forgotten. */
  public void remove(Plugin<?> channel) {
    List<ChannelWorker> leaving = workers.stream().filter(worker -> worker.tells(channel)).toList();
    workers.removeAll(leaving);
    leaving.forEach(AlertDispatcher::close);
  }

  @Override
  public void opened(TraderId trader, TraceReader trace, long through) {
    traders.put(trader, new Opened(trace, through));
    workers.forEach(worker -> worker.opened(trader, trace, through));
  }

  @Override
  public void closed(TraderId trader) {
    traders.remove(trader);
    workers.forEach(worker -> worker.closed(trader));
  }

  @Override
  public void accept(Alert alert) {
    workers.forEach(worker -> worker.put(alert));
  }

  @Override
  public void close() {
    workers.forEach(AlertDispatcher::close);
    workers.clear();
  }

  private static void close(ChannelWorker worker) {
    try {
      worker.close(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
