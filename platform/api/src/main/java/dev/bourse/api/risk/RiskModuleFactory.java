package dev.bourse.api.risk;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes risk modules of one type. A DS service with the property {@code risk.type}.
 *
 * @param <C> the annotation type that declares the limits
 */
@ConsumerType
public interface RiskModuleFactory<C> {
  /** The service property that names the type. */
  String TYPE = "risk.type";

  /** The annotation type of the limits. */
  Class<C> configType();

  /**
   * Makes a module; throws {@link IllegalArgumentException} with a sentence for limits that cannot
   * work.
   */
  RiskModule create(C config);
}
