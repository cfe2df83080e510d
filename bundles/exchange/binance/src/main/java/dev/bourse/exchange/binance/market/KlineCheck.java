package dev.bourse.exchange.binance.market;

import dev.bourse.exchange.binance.net.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds every whole minute of trades against what the venue says of it. A hole in the numbers of
 * trades shows only with the next one: a stream that brings none any more is noticed by this. What
 * is missing is fetched; what differs all the same is marked as a gap. Guarded by the feed.
 */
final class KlineCheck {
  private static final Logger LOG = LoggerFactory.getLogger(KlineCheck.class);

  /** Streams are not in step: the last trades of a minute may come after it is told. */
  private static final Duration SETTLED = Duration.ofSeconds(5);

  private final MissedTrades missed;
  private final Worker worker;
  private final Gaps gaps;

  KlineCheck(MissedTrades missed, Worker worker, Gaps gaps) {
    this.missed = missed;
    this.worker = worker;
    this.gaps = gaps;
  }

  /**
   * A minute was told.
   *
   * @param check judges it, with the feed in hand, if the instrument is followed still
   */
  void told(Followed one, Kline kline, Runnable check) {
    if (one.minutesFrom < 0) {
      one.minutesFrom = kline.start();
    } else if (kline.over() && kline.start() > one.minutesFrom) {
      worker.later(SETTLED, check);
    }
  }

  /**
   * Judges a minute that is over.
   *
   * @param again does so once more, later
   * @return whether the trades of it were not heard, so that their stream is to be asked for anew
   */
  boolean judge(Followed one, Kline kline, Runnable again) {
    if (one.filling) {
      worker.later(SETTLED, again);
      return false;
    }
    if (kline.count() > 0 && kline.last() > one.lastTrade) {
      long from = one.lastTrade < 0 ? kline.first() : one.lastTrade + 1;
      LOG.warn(
          "trades {} to {} of {} were not heard, and the venue told the minute that has them: they"
              + " are fetched, and asked for again",
          from,
          kline.last(),
          one.id);
      missed.fetch(one, from, kline.last() + 1);
      worker.later(SETTLED, again);
      return true;
    }
    compare(one, kline);
    return false;
  }

  private void compare(Followed one, Kline kline) {
    List<String> differences = kline.count() == 0 ? List.of() : one.minutes.differences(kline);
    if (!differences.isEmpty()) {
      String sentence =
          "the trades of the minute "
              + Instant.ofEpochSecond(TimeUnit.NANOSECONDS.toSeconds(kline.start()))
              + " are not those of the venue's kline, ours/its: "
              + String.join(", ", differences);
      LOG.warn("{}: {}", one.id, sentence);
      long lost = Math.max(0, kline.count() - one.minutes.count(kline.start()));
      gaps.tell(one, kline.instrument(), lost, sentence);
    }
  }
}
