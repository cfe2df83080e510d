package dev.bourse.engine.manager;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.alert.AlertChannel;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.trader.PluginInfo;
import dev.bourse.api.trader.Trader;
import dev.bourse.api.trader.TraderRegistry;
import dev.bourse.engine.alert.AlertDispatcher;
import dev.bourse.engine.clock.Clocks;
import dev.bourse.engine.config.ConfigFile;
import dev.bourse.engine.config.Configuration;
import dev.bourse.engine.files.Folders;
import dev.bourse.engine.loop.RunServices;
import dev.bourse.engine.loop.Threads;
import dev.bourse.engine.plugin.Plugin;
import dev.bourse.engine.plugin.PluginKind;
import dev.bourse.engine.plugin.Plugins;
import dev.bourse.engine.watch.Watchdog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All traders. Configuration settles before it is applied, as one set; plug-ins count at once. Any
 * thread.
 */
public final class TraderManager implements TraderRegistry, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TraderManager.class);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
  private static final Duration DISK = Duration.ofSeconds(5);

  /** Whom an alert is about that is about no single trader. */
  private static final TraderId EVERYBODY = new TraderId("bourse");

  /**
   * Traders let go at the same time, so that the slowest decides how long it takes, not their
   * number.
   */
  private static final Executor RELEASES =
      task -> Threads.named("bourse-release").newThread(task).start();

  private final Path conf;
  private final Plugins plugins = new Plugins();
  private final Watchdog watchdog = new Watchdog();
  private final AlertDispatcher alerts;
  private final ExecutorService announcer =
      Executors.newSingleThreadExecutor(Threads.named("bourse-announcer"));
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Threads.named("bourse-manager"));
  private final RunServices services;
  private final Settling settling;
  private final Map<TraderId, TraderHost> hosts = new ConcurrentSkipListMap<>();
  private final Supplier<List<String>> outside;
  private final AtomicLong told = new AtomicLong();
  private volatile Configuration configuration = new Configuration(Map.of(), Map.of(), List.of());

  /**
   * A manager without traders.
   *
   * @param var where state lives
   * @param conf where the user's configuration files are
   * @param settle how long configuration must be quiet before it counts
   * @param outside problems that others found, such as files that are no bundle
   */
  public TraderManager(Path var, Path conf, Duration settle, Supplier<List<String>> outside) {
    this(var, conf, settle, outside, Clocks.REAL);
  }

  /** The same whose traders have other clocks. */
  public TraderManager(
      Path var, Path conf, Duration settle, Supplier<List<String>> outside, Clocks clocks) {
    this.conf = conf;
    this.outside = outside;
    Folders folders = new Folders(var);
    this.alerts = new AlertDispatcher(folders.alerts());
    this.services = new RunServices(folders, watchdog, announcer, timer, alerts, clocks, plugins);
    this.settling = new Settling(settle, timer, this::apply);
    watchdog.start();
  }

  /** A configuration came or changed. */
  public void configured(ConfigFile file) {
    settling.put(file);
  }

  /** A configuration went. */
  public void unconfigured(ConfigFile.Kind kind, String name) {
    settling.remove(kind, name);
  }

  /** Something about the whole installation that people should know: told to every channel. */
  public void alert(String sentence) {
    Instant now = Instant.now();
    long time = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    String id = EVERYBODY + "-at-" + now.toEpochMilli() + "-" + told.incrementAndGet();
    alerts.accept(new Alert(id, time, Alert.Level.WARNING, EVERYBODY, sentence));
  }

  private void apply(List<ConfigFile> files) {
    Configuration next = Configuration.of(files);
    configuration = next;
    next.problems().forEach(problem -> LOG.warn("Configuration: {}", problem));
    next.refused().forEach((id, problems) -> LOG.warn("Trader {} is refused: {}", id, problems));
    for (TraderId id : List.copyOf(hosts.keySet())) {
      if (!next.traders().containsKey(id) && !next.refused().containsKey(id)) {
        remove(id);
      }
    }
    next.traders().forEach((id, definition) -> host(id).configure(definition, List.of()));
    next.refused().forEach((id, problems) -> host(id).configure(null, problems));
  }

  private TraderHost host(TraderId id) {
    return hosts.computeIfAbsent(id, each -> new TraderHost(each, plugins, services));
  }

  private void remove(TraderId id) {
    TraderHost host = hosts.remove(id);
    if (host != null) {
      LOG.info("Trader {} is not configured any more and stops", id);
      CompletableFuture<String> unused =
          host.shutDown("its configuration was removed")
              .orTimeout(patience(List.of(host)).toSeconds(), TimeUnit.SECONDS)
              .whenComplete((sentence, problem) -> host.close());
    }
  }

  /** A plug-in came. */
  public void add(Plugin<?> plugin) {
    plugins.add(plugin);
    if (plugin.kind() == PluginKind.ALERT && plugin.service() instanceof AlertChannel channel) {
      alerts.add(
          new Plugin<>(plugin.kind(), plugin.type(), channel, plugin.bundle(), plugin.version()));
    } else {
      hosts.values().forEach(TraderHost::reconsiderSoon);
    }
  }

  /**
   * A plug-in leaves. Returns when no trader refers to it any more, for each at most two seconds
   * after it was told.
   */
  public void remove(Plugin<?> plugin) {
    plugins.remove(plugin);
    if (plugin.kind() == PluginKind.ALERT) {
      alerts.remove(plugin);
      return;
    }
    hosts.values().stream()
        .map(host -> CompletableFuture.runAsync(() -> host.release(plugin), RELEASES))
        .toList()
        .forEach(CompletableFuture::join);
    hosts.values().forEach(TraderHost::reconsiderSoon);
  }

  @Override
  public List<Trader> traders() {
    return List.copyOf(hosts.values());
  }

  @Override
  public Optional<Trader> find(TraderId id) {
    return Optional.ofNullable(hosts.get(id));
  }

  @Override
  public void create(TraderId id, Map<String, String> settings) {
    if (hosts.containsKey(id)) {
      throw new IllegalArgumentException(
          "there is a trader " + id + " already: choose another name");
    }
    new NewTrader(conf, plugins, settling.present()).write(id, settings);
  }

  @Override
  public List<String> problems() {
    List<String> all = new ArrayList<>(configuration.problems());
    configuration
        .refused()
        .forEach((id, problems) -> problems.forEach(each -> all.add("trader " + id + ": " + each)));
    all.addAll(outside.get());
    return all;
  }

  @Override
  public List<PluginInfo> plugins() {
    return plugins.describe();
  }

  /** Stops all traders in order, all at once, and says what stays at the venues. */
  @Override
  public void close() {
    settling.close();
    Duration patience = patience(hosts.values());
    List<CompletableFuture<String>> farewells =
        hosts.values().stream().map(host -> host.shutDown("Bourse shuts down")).toList();
    CompletableFuture<Void> all =
        CompletableFuture.allOf(farewells.toArray(CompletableFuture[]::new));
    try {
      all.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("Not every trader stopped within {}", patience);
    }
    farewell(
        farewells.stream()
            .filter(each -> each.isDone() && !each.isCompletedExceptionally())
            .map(CompletableFuture::join)
            .toList());
    hosts.values().forEach(TraderHost::close);
    hosts.clear();
    alerts.close();
    watchdog.close();
    timer.shutdown();
    announcer.shutdown();
  }

  /** What an orderly stop may take by the traders' own keys, and never less than is usual. */
  private static Duration patience(Collection<TraderHost> stopping) {
    return stopping.stream()
        .map(host -> host.stopPatience().plus(DISK))
        .reduce(STOP_PATIENCE, (one, other) -> one.compareTo(other) > 0 ? one : other);
  }

  private void farewell(List<String> sentences) {
    sentences.forEach(LOG::info);
    try {
      Folders.replace(
          services.folders().farewell(),
          sentences.stream().map(each -> each + "\n").collect(Collectors.joining()));
    } catch (IOException e) {
      LOG.warn("What stays at the venues could not be written down", e);
    }
  }
}
