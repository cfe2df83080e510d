package dev.bourse.engine.manager;

import dev.bourse.engine.config.ConfigFile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits until configuration was quiet for a moment, then hands all of it over at once. Any thread.
 */
final class Settling {
  private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

  private final Duration quiet;
  private final ScheduledExecutorService timer;
  private final Consumer<List<ConfigFile>> target;
  private final Map<String, ConfigFile> files = new TreeMap<>();
  private @Nullable Future<?> planned;
  private boolean closed;

  Settling(Duration quiet, ScheduledExecutorService timer, Consumer<List<ConfigFile>> target) {
    this.quiet = quiet;
    this.timer = timer;
    this.target = target;
  }

  synchronized void put(ConfigFile file) {
    ConfigFile former = files.put(key(file.kind(), file.name()), file);
    if (!file.equals(former)) {
      plan();
    }
  }

  synchronized void remove(ConfigFile.Kind kind, String name) {
    if (files.remove(key(kind, name)) != null) {
      plan();
    }
  }

  /** Everything known now, settled or not. */
  synchronized List<ConfigFile> present() {
    return List.copyOf(files.values());
  }

  synchronized void close() {
    closed = true;
    if (planned != null) {
      planned.cancel(false);
    }
  }

  private static String key(ConfigFile.Kind kind, String name) {
    return kind.name() + " " + name;
  }

  private void plan() {
    if (closed) {
      return;
    }
    if (planned != null) {
      planned.cancel(false);
    }
    try {
      planned = timer.schedule(this::apply, quiet.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("Configuration changed while the engine ends");
    }
  }

  private void apply() {
    try {
      target.accept(present());
    } catch (RuntimeException e) {
      LOG.error("Configuration could not be applied", e);
    }
  }
}
