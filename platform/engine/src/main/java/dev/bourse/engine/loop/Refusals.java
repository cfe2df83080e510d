package dev.bourse.engine.loop;

import dev.bourse.api.event.Event;
import dev.bourse.core.TraderCore;
import dev.bourse.engine.inbox.Post;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the core did not take. An event that left the core half-changed ends the loop: the store
 * knows better. Loop only.
 */
final class Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
  private static final int MAX_REASONS = 100;

  private final TraderCore core;
  private final Set<String> reasons = new TreeSet<>();
  private long refused;

  Refusals(TraderCore core) {
    this.core = core;
  }

  /**
   * The core threw.
   *
   * @param before the last turn before the event
   */
  void refused(
      Event event, Post.@Nullable Answer answer, IllegalArgumentException cause, long before) {
    if (core.sequence() != before) {
      throw new IllegalStateException(
          "turn " + core.sequence() + " broke off at " + event.getClass().getSimpleName(), cause);
    }
    refused++;
    String reason = String.valueOf(cause.getMessage());
    if (answer != null) {
      answer.fail(new IllegalStateException(reason, cause));
    } else if (reasons.size() < MAX_REASONS && reasons.add(reason)) {
      LOG.warn(
          "Trader {} refused an event ({} so far): {}",
          core.state().settings().trader(),
          refused,
          reason);
    }
  }

  long refused() {
    return refused;
  }
}
