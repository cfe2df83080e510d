package dev.bourse.backtest.plan;

/**
 * One plug-in.
 *
 * @param type the word that a specification uses
 * @param version the version of what it came from; part of a result's id
 * @param service the plug-in itself
 * @param <T> its interface
 */
public record Plugin<T>(String type, String version, T service) {
  /** The class loader that is the context class loader while its code runs. */
  public ClassLoader loader() {
    ClassLoader loader = service.getClass().getClassLoader();
    return loader == null ? ClassLoader.getSystemClassLoader() : loader;
  }
}
