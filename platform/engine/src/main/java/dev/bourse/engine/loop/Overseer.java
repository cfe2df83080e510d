package dev.bourse.engine.loop;

import dev.bourse.engine.watch.Watchdog;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears that plug-in code keeps a run's loop. The watchdog's thread.
 *
 * @param run the run
 * @param deadline what a call may take
 * @param shutOut takes the loop's right
 * @param listener told that it hangs
 */
record Overseer(TraderRun run, Duration deadline, Runnable shutOut, RunListener listener)
    implements Watchdog.Owner {
  private static final Logger LOG = LoggerFactory.getLogger(Overseer.class);

  @Override
  public void slow(String visitor, Duration since) {
    LOG.warn(
        "Trader {}: {} has not returned for {} ms and delays this trader",
        run.id(),
        visitor,
        since.toMillis());
  }

  @Override
  public void hung(String visitor, Duration since) {
    String sentence = visitor + " did not return within " + deadline.toMillis() + " ms";
    LOG.error("Trader {}: {}; the trader goes on without it", run.id(), sentence);
    shutOut.run();
    listener.hung(run, visitor, sentence);
  }
}
