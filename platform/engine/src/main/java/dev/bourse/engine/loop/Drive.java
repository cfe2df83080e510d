package dev.bourse.engine.loop;

import dev.bourse.api.event.Event;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.trader.Discrepancy;
import dev.bourse.api.trader.ReconcileMode;
import dev.bourse.api.trader.WatcherView;
import dev.bourse.engine.inbox.Post;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * How events become turns: with venues that have threads of their own, or in lockstep. Loop only.
 */
interface Drive {
  /**
   * Opens the accounts and the feed, and sets the clock; takes no turn. Throws a sentence if that
   * cannot work.
   */
  void open();

  /** Tells the core of what the venues list. */
  void introduce();

  /** Takes an event at the present time. */
  void input(Event event, Post.@Nullable Answer answer);

  /**
   * Does what is due: timers, market data, venues; a bounded part of it. Returns how many steps
   * that were.
   */
  int work();

  /** How long there is nothing to do but what arrives in the inbox, real nanoseconds. */
  long patience();

  /** Whether market data in the inbox should wake the loop. */
  boolean wantsMarket();

  /** Starts the data of instruments that are traded on an account. */
  void subscribe(AccountId account, List<InstrumentId> instruments);

  /**
   * Asks all venues what they have and compares; completes the answer with what differs, or with a
   * sentence if a venue is not there. What is to be applied is applied as any other report.
   */
  void compare(ReconcileMode mode, CompletableFuture<List<Discrepancy>> answer);

  /**
   * The trader had no room for an answer of this account's adapter: its connection counts as lost,
   * is closed and opened anew.
   */
  void lost(AccountId account);

  /** The present time. */
  long now();

  /** A sentence about the feed for people, or empty. */
  String note();

  /** Counts about the accounts, by name. */
  default Map<String, Long> depths() {
    return Map.of();
  }

  /** What watches the accounts, as it was a moment ago; none in lockstep. Any thread. */
  default List<WatcherView> watchers() {
    return List.of();
  }

  /** Closes the accounts; orders at the venues stay. Says what did not close in time. */
  List<String> close();

  /**
   * Closes the accounts from another thread: the loop was shut out of a plug-in and never comes
   * back.
   */
  void abandon();
}
