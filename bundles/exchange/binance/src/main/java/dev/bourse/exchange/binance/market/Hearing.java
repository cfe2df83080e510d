package dev.bourse.exchange.binance.market;

import dev.bourse.api.event.Quote;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the streams of an instrument said when, held against what the venue says over REST. A quiet
 * market says nothing either, so silence alone proves nothing. Guarded by the feed.
 */
final class Hearing {
  /** Streams are not in step: one may tell of a change so much later than another. */
  private static final long APART = Duration.ofSeconds(10).toNanos();

  /** How often in a row the venue must have others than were told. */
  private static final int LOOKS = 2;

  private final Map<StreamName, Moment> heardAt = new EnumMap<>(StreamName.class);
  private final Set<StreamName> stale = EnumSet.noneOf(StreamName.class);

  /** When REST may be asked again, our time in nanoseconds. */
  long nextLook;

  /** How often in a row streams were found to be stale that said nothing since. */
  int proofs;

  private Set<StreamName> suspected = EnumSet.noneOf(StreamName.class);
  private @Nullable Quote told;
  private @Nullable Quote proven;
  private int differing;
  private long lookedAt;
  private long firstTrade = -1;
  private long seenTrade = -1;

  /** When a stream was heard last; nothing is made for each of its words. */
  private static final class Moment {
    private long at;
  }

  Hearing() {
    for (StreamName each : StreamName.values()) {
      heardAt.put(each, new Moment());
    }
  }

  private Moment of(StreamName name) {
    return Objects.requireNonNull(heardAt.get(name));
  }

  /** Streams were asked for: they are silent from now on. */
  void begin(Collection<StreamName> names, long now) {
    names.forEach(each -> of(each).at = now);
  }

  /** A stream said something. */
  void heard(StreamName name, long now) {
    of(name).at = now;
    if (stale.remove(name) && stale.isEmpty()) {
      proofs = 0;
      proven = null;
    }
  }

  /** The best bid and offer were told. */
  void quoted(Quote quote) {
    told = quote;
  }

  /** Whether a stream said nothing for so long, nanoseconds. */
  boolean isSilent(StreamName name, long now, long limit) {
    return now - of(name).at > limit;
  }

  /**
   * Streams beside which another spoke of changes that they would have had to tell as well, at this
   * look and at the one before: the first may come between the two.
   *
   * @param silent those that said nothing for long
   */
  Set<StreamName> leftBehind(Set<StreamName> silent) {
    Set<StreamName> now = EnumSet.noneOf(StreamName.class);
    if (silent.contains(StreamName.DEPTH)
        && isLeftBehind(StreamName.DEPTH, StreamName.BOOK_TICKER)) {
      now.add(StreamName.DEPTH);
    }
    if (silent.contains(StreamName.KLINE) && isLeftBehind(StreamName.KLINE, StreamName.TRADE)) {
      now.add(StreamName.KLINE);
    }
    Set<StreamName> twice = EnumSet.copyOf(now);
    twice.retainAll(suspected);
    suspected = now;
    return twice;
  }

  private boolean isLeftBehind(StreamName silent, StreamName by) {
    return of(by).at - of(silent).at > APART;
  }

  /**
   * Whether the venue has other prices than were told, at this look and at the one before, between
   * which nothing was told; the same other prices prove it once.
   */
  boolean isQuoteOld(Ticker ticker, long now) {
    Quote best = ticker.best();
    if (of(StreamName.BOOK_TICKER).at > lookedAt) {
      differing = 0;
    }
    lookedAt = now;
    Quote known = told == null ? best : told;
    told = known;
    if (!ticker.isWhole() || isSame(known, best)) {
      differing = 0;
      return false;
    }
    differing++;
    if (differing < LOOKS || (proven != null && isSame(proven, best))) {
      return false;
    }
    proven = best;
    return true;
  }

  private static boolean isSame(Quote one, Quote other) {
    return one.bid().compareTo(other.bid()) == 0 && one.ask().compareTo(other.ask()) == 0;
  }

  /**
   * The number of the first trade that was not told though the venue had it at the look before; -1
   * if there is none.
   *
   * @param lastTrade the number of the last that was told, -1 before the first
   */
  long missed(Ticker ticker, long lastTrade) {
    long before = seenTrade;
    seenTrade = ticker.lastTrade();
    if (firstTrade < 0) {
      firstTrade = seenTrade;
    }
    long known = lastTrade < 0 ? firstTrade : lastTrade;
    return known >= 0 && Math.min(before, seenTrade) > known ? known + 1 : -1;
  }

  /** Streams are proven to say nothing though there is news: they are asked for anew. */
  void proven(Set<StreamName> names, long now, Duration pause) {
    stale.addAll(names);
    proofs++;
    differing = 0;
    nextLook = now + (pause.toNanos() << Math.min(proofs, 5));
    begin(names, now);
  }
}
