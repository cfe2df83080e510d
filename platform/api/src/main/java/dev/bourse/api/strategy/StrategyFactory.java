package dev.bourse.api.strategy;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes strategies of one type. A DS service with the property {@code strategy.type}, the word that
 * a strategy's file names.
 *
 * @param <C> the annotation type that declares the parameters, with {@code @ObjectClassDefinition}
 */
@ConsumerType
public interface StrategyFactory<C> {
  /** The service property that names the type. */
  String TYPE = "strategy.type";

  /** The annotation type of the parameters. */
  Class<C> configType();

  /**
   * Makes a strategy for one instrument, a {@link Strategy} or a {@link SignalStrategy} (an
   * implementation declares the one that it makes); throws {@link IllegalArgumentException} with a
   * sentence for parameters that do not fit together.
   */
  TradingStrategy create(C config, StrategyContext context);
}
