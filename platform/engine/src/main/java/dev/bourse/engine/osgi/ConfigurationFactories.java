package dev.bourse.engine.osgi;

import dev.bourse.engine.config.ConfigFile;
import dev.bourse.engine.manager.TraderManager;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ManagedServiceFactory;

/**
 * Listens for the configurations of each factory PID. Called on the configuration admin's threads.
 */
final class ConfigurationFactories {
  private final BundleContext context;
  private final TraderManager manager;
  private final List<ServiceRegistration<ManagedServiceFactory>> registrations = new ArrayList<>();

  ConfigurationFactories(BundleContext context, TraderManager manager) {
    this.context = context;
    this.manager = manager;
  }

  void register() {
    for (ConfigFile.Kind kind : ConfigFile.Kind.values()) {
      Dictionary<String, Object> properties =
          FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_PID, kind.pid()));
      registrations.add(
          context.registerService(
              ManagedServiceFactory.class, new Listener(kind, manager), properties));
    }
  }

  void unregister() {
    registrations.forEach(ServiceRegistration::unregister);
    registrations.clear();
  }

  /** One kind of configuration. */
  private static final class Listener implements ManagedServiceFactory {
    private final ConfigFile.Kind kind;
    private final TraderManager manager;
    private final Map<String, String> names = new ConcurrentHashMap<>();

    Listener(ConfigFile.Kind kind, TraderManager manager) {
      this.kind = kind;
      this.manager = manager;
    }

    @Override
    public String getName() {
      return "Bourse " + kind;
    }

    @Override
    public void updated(String pid, Dictionary<String, ?> properties) {
      Map<String, String> values = FrameworkKeys.without(properties);
      String name = FrameworkKeys.name(pid, properties);
      String former = names.put(pid, name);
      if (former != null && !former.equals(name)) {
        manager.unconfigured(kind, former);
      }
      manager.configured(new ConfigFile(kind, name, values));
    }

    @Override
    public void deleted(String pid) {
      @Nullable String name = names.remove(pid);
      if (name != null) {
        manager.unconfigured(kind, name);
      }
    }
  }
}
