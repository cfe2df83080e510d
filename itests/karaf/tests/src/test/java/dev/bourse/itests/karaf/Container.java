package dev.bourse.itests.karaf;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.features.BootFinished;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** The running distribution, seen from inside. */
final class Container {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final BundleContext context;

  private Container(BundleContext context) {
    this.context = context;
  }

  /** The container once every boot feature is installed. */
  static Container booted() {
    Bundle probe = requireNonNull(FrameworkUtil.getBundle(Container.class));
    Container container = new Container(probe.getBundleContext());
    container.service(BootFinished.class);
    return container;
  }

  /** A service; waits until there is one. */
  <T> T service(Class<T> type) {
    ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
    tracker.open();
    try {
      return Optional.ofNullable(tracker.waitForService(PATIENCE.toMillis()))
          .orElseThrow(
              () -> new AssertionError("No %s within %s".formatted(type.getName(), PATIENCE)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while waiting for " + type.getName(), e);
    }
  }

  /** All bundles. */
  Stream<Bundle> bundles() {
    return Stream.of(context.getBundles());
  }

  /** The bundle with a symbolic name. */
  Bundle bundle(String symbolicName) {
    return bundles()
        .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no bundle " + symbolicName));
  }

  /** A file or folder of the distribution. */
  Path home(String path) {
    return Path.of(System.getProperty("karaf.home")).resolve(path);
  }
}
