package dev.bourse.itests.karaf;

import static java.util.Objects.requireNonNull;

import dev.bourse.api.model.TraderId;
import dev.bourse.api.trader.Trader;
import dev.bourse.api.trader.TraderRegistry;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.karaf.features.BootFinished;
import org.apache.karaf.features.Dependency;
import org.apache.karaf.features.FeaturesService;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.wiring.FrameworkWiring;
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

  /** Offers a service with one property until the container ends. */
  <T> void offer(Class<T> type, String key, String value, T service) {
    context.registerService(type, service, FrameworkUtil.asDictionary(Map.of(key, value)));
  }

  /** A trader; waits until it is configured. */
  Trader trader(String name) throws Exception {
    TraderRegistry registry = service(TraderRegistry.class);
    TraderId id = new TraderId(name);
    Patience.until("there is a trader " + name, () -> registry.find(id).isPresent());
    return registry.find(id).orElseThrow();
  }

  /** The parts of the default set but for some. */
  List<String> parts(String... without) throws Exception {
    return service(FeaturesService.class).getFeature("bourse").getDependencies().stream()
        .map(Dependency::getName)
        .filter(name -> !List.of(without).contains(name))
        .toList();
  }

  /** Tells everything that happens to a bundle from now on, before it goes on. */
  Listening listen(String symbolicName, Consumer<BundleEvent> listener) {
    long id = bundle(symbolicName).getBundleId();
    SynchronousBundleListener listening =
        event -> {
          if (event.getBundle().getBundleId() == id) {
            listener.accept(event);
          }
        };
    context.addBundleListener(listening);
    return () -> context.removeBundleListener(listening);
  }

  /** Until it is closed. */
  @FunctionalInterface
  interface Listening extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Gives a bundle its new classes and takes the old ones from everybody; returns when it is done.
   */
  void refresh(Bundle bundle) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    context
        .getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
        .adapt(FrameworkWiring.class)
        .refreshBundles(List.of(bundle), event -> done.countDown());
    if (!done.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError(bundle + " was not refreshed within " + PATIENCE);
    }
  }

  /**
   * Updates a bundle. Felix gives up the start of one for which a refresh waits at the same moment;
   * whoever starts it once more, as the deploy folder does at its next look, gets it.
   */
  void update(Bundle bundle, Path jar) throws Exception {
    try (InputStream content = Files.newInputStream(jar)) {
      bundle.update(content);
    } catch (BundleException e) {
      if (!String.valueOf(e.getMessage()).contains("global lock")) {
        throw e;
      }
      bundle.start();
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
