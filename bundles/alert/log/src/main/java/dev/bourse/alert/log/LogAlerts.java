package dev.bourse.alert.log;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.alert.AlertChannel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes every alert to the log {@code dev.bourse.alert}, so that it is found even if all other
 * channels failed.
 */
@Component(service = AlertChannel.class)
public final class LogAlerts implements AlertChannel {
  private final Logger log;

  /** Writes to the log {@code dev.bourse.alert}. */
  @Activate
  public LogAlerts() {
    this(LoggerFactory.getLogger("dev.bourse.alert"));
  }

  LogAlerts(Logger log) {
    this.log = log;
  }

  @Override
  public String name() {
    return "log";
  }

  @Override
  public void deliver(Alert alert) {
    switch (alert.level()) {
      case INFO -> log.info("{} [{}] {}", alert.trader(), alert.id(), alert.text());
      case WARNING -> log.warn("{} [{}] {}", alert.trader(), alert.id(), alert.text());
      case CRITICAL -> log.error("{} [{}] {}", alert.trader(), alert.id(), alert.text());
    }
  }
}
