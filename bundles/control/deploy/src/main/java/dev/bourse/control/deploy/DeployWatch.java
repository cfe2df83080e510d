package dev.bourse.control.deploy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the deploy folder and at what came out of it every two seconds. */
@Component
public final class DeployWatch {
  private static final Logger LOG = LoggerFactory.getLogger(DeployWatch.class);
  private static final int SECONDS = 2;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread created = new Thread(task, "bourse-deploy-watch");
            created.setDaemon(true);
            return created;
          });
  private final BundleContext context;
  private final Path path;
  private final DeployFolder folder;
  private final MissingParts missing;
  private final ScheduledFuture<?> looking;
  private Set<String> waiting = Set.of();

  /** Starts to look. */
  @Activate
  public DeployWatch(BundleContext context) {
    this.context = context;
    this.path = Path.of(folderName(context));
    this.folder = new DeployFolder(path);
    this.missing =
        new MissingParts(
            context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class));
    this.looking = thread.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  /** Looks no more. */
  @Deactivate
  void close() {
    looking.cancel(true);
    thread.shutdownNow();
  }

  private static String folderName(BundleContext context) {
    return Optional.ofNullable(context.getProperty("bourse.deploy")).orElse("deploy");
  }

  private void look() {
    try {
      folder.look().forEach(LOG::warn);
    } catch (IOException e) {
      LOG.warn("The deploy folder {} cannot be read: {}", path, e.getMessage());
    }
    Set<String> now = new TreeSet<>();
    for (Bundle bundle : context.getBundles()) {
      missing.of(bundle).ifPresent(now::add);
    }
    now.stream().filter(sentence -> !waiting.contains(sentence)).forEach(LOG::warn);
    waiting = now;
  }
}
