package dev.bourse.alert.log;

import dev.bourse.api.alert.AlertChannel;
import dev.bourse.testkit.kit.AlertChannelKit;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.slf4j.event.EventRecodingLogger;
import org.slf4j.event.SubstituteLoggingEvent;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.SubstituteLogger;

class LogAlertsKitTest extends AlertChannelKit {
  private final Queue<SubstituteLoggingEvent> events = new ArrayDeque<>();
  private final AlertChannel channel =
      new LogAlerts(new EventRecodingLogger(new SubstituteLogger("test", events, false), events));

  @Override
  protected AlertChannel channel() {
    return channel;
  }

  @Override
  protected List<String> received() {
    return events.stream()
        .map(event -> MessageFormatter.arrayFormat(event.getMessage(), event.getArgumentArray()))
        .map(line -> line.getMessage())
        .toList();
  }
}
