package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Fill;
import dev.bourse.api.persistence.EntryKind;
import dev.bourse.api.persistence.Journal;
import dev.bourse.api.persistence.JournalCursor;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.JournalHealth;
import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreException;
import dev.bourse.api.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The venue's memory: one journal entry per step, with the new value of every row that the step
 * changed, and a snapshot of all rows now and then.
 *
 * <p>What the venue acknowledges is forced first. Market data without consequence is only written:
 * it survives the end of the process, and after a power cut the feed brings it again.
 */
final class JournalKeeper implements Keeper {
  /** How many entries may have to be read at a start, beside the newest snapshot. */
  static final int SNAPSHOT_EVERY = 20_000;

  private static final Logger LOG = LoggerFactory.getLogger(JournalKeeper.class);

  private final Store store;
  private final Journal journal;
  private final StateWriter rows = new StateWriter();
  private long sequence;
  private int sinceSnapshot;

  private JournalKeeper(Store store, long sequence, int sinceSnapshot) {
    this.store = store;
    this.journal = store.journal();
    this.sequence = sequence;
    this.sinceSnapshot = sinceSnapshot;
  }

  /** Fills the tables from a store and goes on writing there. */
  static JournalKeeper recover(Store store, VenueState state, long history) {
    long sequence = -1;
    int read = 0;
    try {
      Snapshot snapshot = store.snapshots().newest().orElse(null);
      if (snapshot != null) {
        requireSchema(snapshot.schema(), snapshot.sequence());
        SnapshotRows.read(snapshot, state);
        sequence = snapshot.sequence();
      }
      long start = sequence;
      sequence = replay(store.journal(), sequence, state, history);
      read = (int) Math.min(sequence - start, SNAPSHOT_EVERY);
    } catch (IllegalArgumentException e) {
      throw new StoreException("the simulated venue's store cannot be read: " + e.getMessage(), e);
    }
    state.wallets.values().forEach(Wallet::endStep);
    return new JournalKeeper(store, Math.max(sequence, store.journal().lastAppended()), read);
  }

  private static long replay(Journal journal, long after, VenueState state, long history) {
    long sequence = after;
    try (JournalCursor cursor = journal.read(after + 1)) {
      for (JournalEntry entry = cursor.next(); entry != null; entry = cursor.next()) {
        requireNext(sequence, entry);
        Rows.read(entry.payload(), state);
        if (entry.kind() != EntryKind.MARKET) {
          state.forgetBefore(state.time - history);
        }
        sequence = entry.sequence();
      }
    }
    return sequence;
  }

  @Override
  public void keep(VenueState state, Step step) {
    boolean durable = step.mustBeDurable();
    if (!durable && journal.health().state() != JournalHealth.State.GOOD) {
      return;
    }
    write(state, step);
    journal.append(
        new JournalEntry(
            sequence + 1,
            Math.max(0, state.time),
            kindOf(step),
            Rows.SCHEMA,
            keysOf(step),
            rows.toBytes()));
    sequence++;
    journal.write();
    if (durable) {
      journal.force();
    }
    if (++sinceSnapshot >= SNAPSHOT_EVERY) {
      finish(state);
    }
  }

  @Override
  public boolean takes(Pending.Kind kind) {
    return switch (journal.health().state()) {
      case GOOD -> true;
      case RESERVE -> kind != Pending.Kind.SUBMIT;
      case FAILED -> false;
    };
  }

  @Override
  public boolean keepsMarket() {
    return true;
  }

  @Override
  public void finish(VenueState state) {
    if (sinceSnapshot == 0 || journal.health().state() != JournalHealth.State.GOOD) {
      return;
    }
    sinceSnapshot = 0;
    try {
      journal.force();
      store.snapshots().write(SnapshotRows.of(state, sequence));
    } catch (StoreException e) {
      LOG.warn(
          "The simulated venue's snapshot at {} was not written; the journal has it all",
          sequence,
          e);
      return;
    }
    List<Long> kept = store.snapshots().sequences();
    if (kept.size() > 1) {
      journal.release(kept.get(kept.size() - 2));
    }
  }

  private void write(VenueState state, Step step) {
    rows.clear();
    Rows.header(rows, state);
    step.listed.forEach(book -> Rows.listed(rows, book));
    step.markets.forEach(book -> Rows.market(rows, book));
    DepthRows.put(rows, step);
    TradedRows.put(rows, step);
    step.taken.forEach(pending -> Rows.pending(rows, pending));
    if (step.arrivedThrough >= 0) {
      Rows.arrived(rows, step.arrivedThrough);
    }
    step.orders.forEach(order -> Rows.order(rows, order));
    for (Fill fill : step.fills) {
      Rows.fill(rows, fill);
      AccountId account = fill.account();
      long day = Volumes.day(fill.eventTime());
      Rows.volume(
          rows, account, day, state.volumes.of(account, fill.instrument().settlement(), day));
    }
    ContractRows.put(rows, state, step);
    for (Map.Entry<AccountId, Wallet> entry : state.wallets.entrySet()) {
      for (Balance balance : entry.getValue().touched()) {
        Rows.balance(rows, entry.getKey(), balance);
      }
    }
  }

  private static EntryKind kindOf(Step step) {
    if (step.isMarketOnly()) {
      return EntryKind.MARKET;
    }
    boolean entry = step.taken.stream().anyMatch(pending -> pending.kind() == Pending.Kind.SUBMIT);
    return entry ? EntryKind.TRADE : EntryKind.RESERVE;
  }

  private static List<String> keysOf(Step step) {
    List<String> keys = new ArrayList<>();
    step.orders.forEach(order -> keys.add(order.id.value()));
    step.taken.forEach(pending -> keys.add(pending.id().value()));
    return keys;
  }

  private static void requireNext(long sequence, JournalEntry entry) {
    requireSchema(entry.schema(), entry.sequence());
    if (sequence >= 0 && entry.sequence() != sequence + 1) {
      throw new StoreException(
          "the simulated venue's journal goes on at sequence "
              + entry.sequence()
              + " after "
              + sequence
              + ": what is between is lost; restore the store, or delete it to begin with new balances");
    }
  }

  private static void requireSchema(int schema, long sequence) {
    if (schema > Rows.SCHEMA) {
      throw new StoreException(
          "the simulated venue's store holds schema "
              + schema
              + " at sequence "
              + sequence
              + ", this version reads up to "
              + Rows.SCHEMA
              + ": install the newer version again");
    }
  }
}
