package dev.bourse.engine.plugin;

/**
 * One installed plug-in. Two are equal only if they are the same service object.
 *
 * @param kind what it is
 * @param type the word that configuration uses
 * @param service the plug-in itself
 * @param bundle symbolic name of its bundle
 * @param version version of its bundle
 * @param <T> the plug-in's interface
 */
public record Plugin<T>(PluginKind kind, String type, T service, String bundle, String version) {
  /** The class loader that is the context class loader while its code runs. */
  public ClassLoader loader() {
    ClassLoader loader = service.getClass().getClassLoader();
    return loader == null ? ClassLoader.getSystemClassLoader() : loader;
  }

  /** Whether both are the same service object. */
  @SuppressWarnings("ReferenceEquality") // a service is an identity, whatever its equals says
  public boolean isSame(Plugin<?> other) {
    return service == other.service();
  }

  /** {@code strategy type emacross}. */
  @Override
  public String toString() {
    return kind.say(type);
  }
}
