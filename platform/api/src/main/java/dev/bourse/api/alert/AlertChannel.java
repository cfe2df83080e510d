package dev.bourse.api.alert;

import org.osgi.annotation.versioning.ConsumerType;

/** Delivers alerts. A DS service. A slow or failing channel delays nobody else. */
@ConsumerType
public interface AlertChannel {
  /** A word for tables and logs. */
  String name();

  /**
   * Delivers one alert; returns when the receiver has it. May be called again with the same id
   * after a crash. Throws any exception if it could not; the engine then retries with growing
   * pauses.
   */
  void deliver(Alert alert) throws Exception;
}
