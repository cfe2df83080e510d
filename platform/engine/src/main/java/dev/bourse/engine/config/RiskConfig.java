package dev.bourse.engine.config;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The keys of {@code dev.bourse.risk-<name>.cfg}; the module's own limits stand beside them. */
@ObjectClassDefinition(
    name = "Risk module",
    description = "One risk module of one trader. PID dev.bourse.risk-<name>")
public @interface RiskConfig {
  /** The PID. */
  String PID = "dev.bourse.risk";

  @AttributeDefinition(description = "the trader whose orders it checks")
  String trader();

  @AttributeDefinition(description = "the risk module's type, such as limits")
  String type();
}
