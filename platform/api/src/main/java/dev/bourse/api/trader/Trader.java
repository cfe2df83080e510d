package dev.bourse.api.trader;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.exchange.AccountFinding;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.CancelOutcome;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.trace.TraceReader;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import org.osgi.annotation.versioning.ProviderType;

/** A handle on one trader; stays valid while it is configured. Any thread. */
@ProviderType
public interface Trader {
  /** Its name. */
  TraderId id();

  /** What it is doing, as of its last turn. Never blocks. */
  TraderSnapshot snapshot();

  /** Its trace; empty while its store is closed. */
  TraceReader trace();

  /**
   * The configuration that counts now, defaults included, secrets masked. The trader's own keys
   * stand as in its file, those of its parts behind {@code account.<name>.}, {@code
   * strategy.<name>.} and {@code risk.<name>.}; parts that are not there are left out. Never
   * blocks.
   */
  SortedMap<String, String> configuration();

  /**
   * What watches its accounts where their streams are silent, as it was a moment ago; none while it
   * does not run, and none in lockstep with a simulated venue. Never blocks.
   */
  List<WatcherView> watchers();

  /** Starts it after {@link #stop}; does nothing if it runs. */
  void start();

  /**
   * Stops it: entries are treated as configured, protective orders stay, the store is closed.
   * Completes with a sentence that says what stays at the venue.
   */
  CompletableFuture<String> stop();

  /**
   * Asks for something; completes with a sentence once it was applied and is durable. Completes
   * exceptionally with {@link IllegalStateException} if the trader is not able to take it now.
   */
  CompletableFuture<String> control(ControlEvent event);

  /**
   * Places an order by hand and is synced, see {@link #submit(OrderSpec, String, Duration,
   * boolean)}.
   */
  default CompletableFuture<OrderOutcome> submit(OrderSpec spec, String by, Duration waitFor) {
    return submit(spec, by, waitFor, true);
  }

  /**
   * Places an order by hand; it belongs to strategy {@code manual}. Completes within {@code
   * waitFor}, sending included; synced, up to five seconds later if nothing was seen until then.
   *
   * @param spec what is wanted
   * @param by who asks
   * @param waitFor how long to wait for an end, zero for not at all
   * @param synced whether the venue is asked for the order when the time is up and nothing was seen
   *     of it; without effect if nothing is waited for
   */
  CompletableFuture<OrderOutcome> submit(
      OrderSpec spec, String by, Duration waitFor, boolean synced);

  /**
   * Cancels an order. Completes within {@code waitFor}; synced, up to five seconds later if the
   * venue has not answered until then. Completes exceptionally with {@link IllegalStateException}
   * if the trader has no such order or cannot cancel it now.
   *
   * @param orderId the order
   * @param by who asks
   * @param waitFor how long to wait for an answer, zero for not at all
   * @param synced whether the venue is asked for the order when the time is up
   */
  CompletableFuture<CancelOutcome> cancel(
      ClientOrderId orderId, String by, Duration waitFor, boolean synced);

  /**
   * Asks the venue for an order and completes with what the books say then, within {@code waitFor}
   * in any case; an order that waits here was never sent and is answered by the books alone.
   * Completes exceptionally with {@link IllegalStateException} if the trader has no such order, has
   * it only in its trace, or does not run.
   *
   * @param orderId the order
   * @param by who asks
   * @param waitFor how long to wait for the venue's answer
   */
  CompletableFuture<RefreshedOrder> refresh(ClientOrderId orderId, String by, Duration waitFor);

  /**
   * Places a list of orders by hand; it belongs to strategy {@code manual}. Completes within {@code
   * waitFor} in any case, with what became of the first of its orders.
   *
   * @param list what is wanted
   * @param by who asks
   * @param waitFor how long to wait for an end, zero for not at all
   */
  CompletableFuture<OrderOutcome> submit(OrderList list, String by, Duration waitFor);

  /**
   * Compares the books with the venues now. Completes with what differs, nothing if they agree;
   * exceptionally with {@link IllegalStateException} and a sentence if a venue is not connected or
   * does not answer in time.
   *
   * @param mode how far it goes
   * @param by who asks
   */
  CompletableFuture<List<Discrepancy>> reconcile(ReconcileMode mode, String by);

  /**
   * Looks whether one of its accounts could be traded, without trading it; also while the trader
   * does not run. Completes exceptionally with {@link IllegalArgumentException} for an account that
   * it does not have, or whose adapter cannot look.
   */
  CompletableFuture<List<AccountFinding>> check(AccountId account);
}
