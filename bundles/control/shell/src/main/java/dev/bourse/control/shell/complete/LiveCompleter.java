package dev.bourse.control.shell.complete;

import dev.bourse.api.trader.TraderRegistry;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.control.shell.service.Services;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;

/** Offers words that are looked up when TAB is pressed. */
public abstract class LiveCompleter implements Completer {
  @Reference private @Nullable BundleContext bundleContext;

  /** For Karaf, which fills the fields. */
  protected LiveCompleter() {}

  @Override
  public final int complete(Session session, CommandLine line, List<String> candidates) {
    StringsCompleter words = new StringsCompleter();
    try (Services services = new Services(Objects.requireNonNull(bundleContext))) {
      words(services).forEach(word -> words.getStrings().add(word));
    }
    return words.complete(session, line, candidates);
  }

  /** The words to offer. */
  protected abstract Stream<String> words(Services services);

  /** What all traders look like now; empty without an engine. */
  static Stream<TraderSnapshot> snapshots(Services services) {
    return services.find(TraderRegistry.class).stream()
        .flatMap(registry -> registry.traders().stream())
        .map(trader -> trader.snapshot());
  }

  /** The types of installed plug-ins of a kind; empty without an engine. */
  static Stream<String> types(Services services, String kind) {
    return services.find(TraderRegistry.class).stream()
        .flatMap(registry -> registry.plugins().stream())
        .filter(plugin -> plugin.kind().equals(kind))
        .map(plugin -> plugin.type());
  }
}
