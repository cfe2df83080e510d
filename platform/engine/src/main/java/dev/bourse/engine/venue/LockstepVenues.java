package dev.bourse.engine.venue;

import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.EventSink;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.LockstepExchange;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.persistence.PersistenceBackend;
import dev.bourse.api.persistence.Store;
import dev.bourse.core.Lockstep;
import dev.bourse.engine.plan.AccountPlan;
import dev.bourse.engine.plugin.Plugin;
import dev.bourse.engine.watch.Gatekeeper;
import dev.bourse.engine.watch.GuardedCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The simulated venues of a trader, each with a memory of its own. Opened, driven and closed on the
 * loop's thread.
 */
public final class LockstepVenues {
  private final List<AccountPlan> accounts;
  private final Plugin<PersistenceBackend> persistence;
  private final Gatekeeper gate;
  private final VenueFolders folders;
  private final Map<AccountId, GuardedVenue> open = new TreeMap<>();
  private final List<Store> stores = new ArrayList<>();
  private final List<VenueEvent> early = new ArrayList<>();
  private @Nullable EventSink target;
  private boolean holding = true;

  /** Venues that are closed. */
  public LockstepVenues(
      List<AccountPlan> accounts,
      Plugin<PersistenceBackend> persistence,
      Gatekeeper gate,
      VenueFolders folders) {
    this.accounts = accounts;
    this.persistence = persistence;
    this.gate = gate;
    this.folders = folders;
  }

  /**
   * Opens all accounts and attaches them; throws a sentence if one cannot be opened or driven.
   *
   * @param instruments what comes with the data
   */
  public void open(Lockstep lockstep, List<Instrument> instruments) {
    target = lockstep;
    for (AccountPlan account : accounts) {
      Store store =
          GuardedCode.call(
              persistence.loader(), () -> persistence.service().open(folders.venue(account.id())));
      stores.add(store);
      OpenContext context =
          new OpenContext(account.id(), this::report, instruments, Optional.of(store));
      String who = "exchange " + account.id();
      Exchange exchange =
          GuardedCode.call(gate, who, account.plugin().loader(), () -> account.open(context));
      if (!(exchange instanceof LockstepExchange driven)) {
        exchange.close();
        throw new IllegalArgumentException(
            "account "
                + account.id()
                + ": "
                + account.plugin()
                + " places real orders and cannot be used in this mode: use type=simulated, or"
                + " mode=live");
      }
      GuardedVenue guarded = new GuardedVenue(driven, who, account.plugin().loader(), gate);
      open.put(account.id(), guarded);
      lockstep.attach(account.id(), guarded);
    }
  }

  /** What a venue says while it is opened waits until the trader's start is recorded. */
  private boolean report(VenueEvent event) {
    EventSink sink = target;
    if (sink == null || holding) {
      return early.add(event);
    }
    return sink.accept(event);
  }

  /** The trader's start is recorded: venues may speak. */
  public void release() {
    holding = false;
    early.forEach(this::report);
    early.clear();
  }

  /**
   * How many events of the feed came before the trader's own count began. A trader without a memory
   * goes on where its venues are; from then on the difference is kept beside its store.
   */
  public long offset(long counted) {
    long remembered = open.values().stream().mapToLong(GuardedVenue::position).max().orElse(0);
    return folders.feedOffset(counted, remembered);
  }

  /** What the venues list. */
  public List<Instrument> instruments() {
    return open.values().stream().flatMap(each -> each.instruments().stream()).toList();
  }

  /** Closes all venues, then their stores. */
  public void close() {
    open.values().forEach(GuardedVenue::close);
    open.clear();
    stores.forEach(Store::close);
    stores.clear();
  }

  /**
   * Closes all from another thread: the loop was shut out of a plug-in and can never enter a venue
   * again.
   */
  public void abandon() {
    open.values().forEach(GuardedVenue::abandon);
    open.clear();
    stores.forEach(Store::close);
    stores.clear();
  }
}
