package dev.bourse.engine.osgi;

import dev.bourse.engine.manager.TraderManager;
import dev.bourse.engine.plugin.Plugin;
import dev.bourse.engine.plugin.PluginKind;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns services into plug-ins and back. Called on the container's threads. */
final class Services {
  private static final Logger LOG = LoggerFactory.getLogger(Services.class);

  private final TraderManager manager;
  private final Map<Object, Plugin<?>> plugins =
      Collections.synchronizedMap(new IdentityHashMap<>());

  Services(TraderManager manager) {
    this.manager = manager;
  }

  /** A service came; its type is the given property, else its bundle's name. */
  void addBy(PluginKind kind, String property, Object service, ServiceReference<?> reference) {
    Object type = reference.getProperty(property);
    add(kind, type == null ? name(reference.getBundle()) : type.toString(), service, reference);
  }

  /** A service of a known type came. */
  void add(PluginKind kind, String type, Object service, ServiceReference<?> reference) {
    Bundle bundle = reference.getBundle();
    Plugin<?> plugin =
        new Plugin<>(
            kind,
            type,
            service,
            name(bundle),
            bundle == null ? "" : bundle.getVersion().toString());
    plugins.put(service, plugin);
    LOG.info("{} is here: {} {}", plugin, plugin.bundle(), plugin.version());
    manager.add(plugin);
  }

  /** A service leaves; returns when nobody refers to it. */
  void remove(Object service) {
    Plugin<?> plugin = plugins.remove(service);
    if (plugin != null) {
      LOG.info("{} leaves: {} {}", plugin, plugin.bundle(), plugin.version());
      manager.remove(plugin);
    }
  }

  private static String name(@Nullable Bundle bundle) {
    return bundle == null ? "unknown" : bundle.getSymbolicName();
  }
}
