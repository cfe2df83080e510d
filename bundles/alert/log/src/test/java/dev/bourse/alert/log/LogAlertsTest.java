package dev.bourse.alert.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.model.TraderId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.event.EventRecodingLogger;
import org.slf4j.event.SubstituteLoggingEvent;
import org.slf4j.helpers.SubstituteLogger;

@Tag("J5")
class LogAlertsTest {
  private final java.util.ArrayDeque<SubstituteLoggingEvent> events = new java.util.ArrayDeque<>();
  private final LogAlerts channel =
      new LogAlerts(new EventRecodingLogger(new SubstituteLogger("test", events, false), events));

  @Test
  void everyLevelOfAlertHasItsLevelInTheLogAndKeepsItsId() {
    for (Alert.Level level : Alert.Level.values()) {
      channel.deliver(new Alert("demo-7", 1, level, new TraderId("demo"), "disk is full"));
    }

    List<String> lines = new ArrayList<>();
    events.forEach(event -> lines.add(event.getLevel() + " " + List.of(event.getArgumentArray())));
    assertThat(lines)
        .containsExactly(
            "INFO [demo, demo-7, disk is full]",
            "WARN [demo, demo-7, disk is full]",
            "ERROR [demo, demo-7, disk is full]");
  }
}
