package dev.bourse.api.exchange;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes exchange connections. A DS service with the property {@code exchange.type}, the word that
 * an account's file names.
 *
 * @param <C> the annotation type that declares the adapter's parameters
 */
@ConsumerType
public interface ExchangeFactory<C> {
  /** The service property that names the adapter. */
  String TYPE = "exchange.type";

  /** The annotation type of the parameters. */
  Class<C> configType();

  /**
   * Opens an account. Must return quickly: connecting happens on the adapter's own threads and is
   * reported by {@code ConnectionChanged}. Throws {@link IllegalArgumentException} with a sentence
   * for parameters that cannot work.
   */
  Exchange open(C config, ExchangeContext context);
}
