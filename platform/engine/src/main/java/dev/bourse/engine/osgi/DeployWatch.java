package dev.bourse.engine.osgi;

import dev.bourse.engine.loop.Threads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every few seconds at the folder for plug-ins and at all bundles, and says by name what
 * cannot work: the container itself passes over a truncated file in silence, and leaves an
 * unresolved bundle where few people look.
 */
final class DeployWatch {
  private static final Logger LOG = LoggerFactory.getLogger(DeployWatch.class);
  private static final long LOOK_SECONDS = 2;

  private final BundleContext context;
  private final Path folder;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Threads.named("bourse-deploy-watch"));
  private Map<String, String> suspects = Map.of();
  private volatile List<String> problems = List.of();

  DeployWatch(BundleContext context, Path folder) {
    this.context = context;
    this.folder = folder;
  }

  /**
   * Looks from now on.
   *
   * @param alarm takes each new sentence once
   */
  void start(Consumer<String> alarm) {
    Future<?> unused =
        timer.scheduleWithFixedDelay(
            () -> look(alarm), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  void close() {
    timer.shutdown();
  }

  /** One sentence per file or bundle. Any thread. */
  List<String> problems() {
    return problems;
  }

  /**
   * A file may be half copied and a bundle half installed: only what is wrong twice in a row, and
   * the same, is told.
   */
  private void look(Consumer<String> alarm) {
    try {
      Map<String, String> found = find();
      List<String> certain = new ArrayList<>();
      Map<String, String> before = suspects;
      found.forEach(
          (name, sentence) -> {
            if (sentence.equals(before.get(name))) {
              certain.add(sentence);
            }
          });
      List<String> news = new ArrayList<>(certain);
      news.removeAll(problems);
      suspects = found;
      problems = List.copyOf(certain);
      for (String sentence : news) {
        LOG.warn("{}", sentence);
        alarm.accept(sentence);
      }
    } catch (RuntimeException e) {
      LOG.warn("The folder for plug-ins could not be looked at: {}", e.toString());
    }
  }

  private Map<String, String> find() {
    Map<String, String> found = new TreeMap<>();
    Map<String, Bundle> installed = new TreeMap<>();
    FrameworkWiring wiring =
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    for (Bundle bundle : context.getBundles()) {
      installed.put(String.valueOf(bundle.getLocation()), bundle);
      Unresolved.of(bundle, wiring)
          .ifPresent(sentence -> found.put("bundle " + bundle.getBundleId(), sentence));
    }
    for (Path file : jars()) {
      boolean known = installed.containsKey(file.toUri().toString());
      if (!known) {
        DroppedFile.problem(file).ifPresent(sentence -> found.put(file.toString(), sentence));
      }
    }
    return found;
  }

  private List<Path> jars() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(file -> file.getFileName().toString().endsWith(".jar"))
          .toList();
    } catch (IOException e) {
      LOG.warn("{} cannot be listed: {}", folder, e.getMessage());
      return List.of();
    }
  }
}
