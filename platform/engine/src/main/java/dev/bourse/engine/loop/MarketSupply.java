package dev.bourse.engine.loop;

import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.persistence.JournalHealth;
import dev.bourse.core.TraderCore;
import dev.bourse.engine.inbox.Inbox;
import dev.bourse.engine.journal.JournalWriter;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The market data that a loop may take now. A healthy journal takes all of it. While the disk is
 * full, what is held or ordered still has prices, because exits need them: as many as half of the
 * reserve affords, the instruments in turn. All that is shown is journaled, so a restart knows as
 * much as the moment before; what is left out becomes a gap. A failed journal takes nothing. Loop
 * only.
 */
final class MarketSupply {
  private static final int DRAINED_AT_ONCE = 256;

  private final TraderCore core;
  private final Inbox inbox;
  private final JournalWriter writer;
  private final Recorder recorder;
  private final long reserve;
  private final Map<InstrumentId, ThinnedMarket> thinned = new LinkedHashMap<>();
  private final ArrayDeque<MarketEvent> ready = new ArrayDeque<>();
  private @Nullable ReserveShare share;
  private long counted;
  private long leftOut;

  /**
   * The supply of a loop.
   *
   * @param reserve how many bytes a full disk still takes, at least
   */
  MarketSupply(LoopParts parts, long reserve) {
    this.core = parts.core();
    this.inbox = parts.inbox();
    this.writer = parts.writer();
    this.recorder = parts.recorder();
    this.reserve = reserve;
  }

  /** The next event to be taken, or null for none now. */
  @Nullable MarketEvent next() {
    JournalHealth.State health = writer.health().state();
    if (health == JournalHealth.State.GOOD) {
      return plenty();
    }
    if (health == JournalHealth.State.RESERVE) {
      return scarce();
    }
    ready.clear();
    for (int i = 0; i < DRAINED_AT_ONCE && inbox.pollMarket() != null; i++) {
      leftOut++;
    }
    return null;
  }

  private @Nullable MarketEvent plenty() {
    share = null;
    if (!thinned.isEmpty()) {
      thinned.values().forEach(each -> ready.addAll(each.take()));
      thinned.clear();
    }
    MarketEvent waiting = ready.poll();
    return waiting == null ? inbox.pollMarket() : waiting;
  }

  private @Nullable MarketEvent scarce() {
    drain();
    if (!isAllowed(System.nanoTime())) {
      return null;
    }
    if (ready.isEmpty() && !thinned.isEmpty()) {
      refill();
    }
    return ready.poll();
  }

  private void drain() {
    for (int i = 0; i < DRAINED_AT_ONCE; i++) {
      MarketEvent event = inbox.pollMarket();
      if (event == null) {
        return;
      }
      InstrumentId id = event.instrument().id();
      leftOut += thinned.computeIfAbsent(id, each -> new ThinnedMarket()).add(event);
    }
  }

  private boolean isAllowed(long now) {
    ReserveShare paid = share;
    long written = recorder.marketBytes();
    if (paid == null) {
      paid = new ReserveShare(reserve / 2, now);
      share = paid;
    } else {
      paid.used(written - counted);
    }
    counted = written;
    return paid.allows(now);
  }

  /** The instrument that waits longest comes first; it goes to the end with its next event. */
  private void refill() {
    Set<InstrumentId> wanted = new TreeSet<>();
    core.state().portfolio().open().forEach(each -> wanted.add(each.instrument().id()));
    core.state().ledger().live().forEach(each -> wanted.add(each.spec().instrument().id()));
    Iterator<Map.Entry<InstrumentId, ThinnedMarket>> all = thinned.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<InstrumentId, ThinnedMarket> each = all.next();
      if (wanted.contains(each.getKey())) {
        all.remove();
        ready.addAll(each.getValue().take());
        return;
      }
    }
  }

  /** What people must know of a full disk beside that it is full; null if it is not. */
  LifecycleEvent.@Nullable StorageLow explained(LifecycleEvent.StorageChanged event) {
    if (event.healthy() || writer.health().state() != JournalHealth.State.RESERVE) {
      return null;
    }
    return new LifecycleEvent.StorageLow(
        true,
        (reserve >> 20)
            + " MiB are kept: half of them for prices of what is held or ordered, at first about "
            + ReserveShare.turnsPerSecond(reserve / 2)
            + " a second for all of it and half as many with each hour; the rest of the market data"
            + " is left out, so bars are incomplete and strategies see less; the other half takes"
            + " what reduces, cancels and answers of venues, and when it is used up the journal"
            + " fails: make room");
  }

  /** How many events were not shown, ever; nothing if none was left out. */
  Map<String, Long> depths() {
    return leftOut == 0 ? Map.of() : Map.of("market.left-out", leftOut);
  }
}
