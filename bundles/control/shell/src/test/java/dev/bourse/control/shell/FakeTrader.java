package dev.bourse.control.shell;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.exchange.AccountFinding;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.CancelOutcome;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.trace.TraceQuery;
import dev.bourse.api.trace.TraceReader;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trader.Discrepancy;
import dev.bourse.api.trader.ReconcileMode;
import dev.bourse.api.trader.RefreshedOrder;
import dev.bourse.api.trader.Trader;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.api.trader.WatcherView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;

/** A trader that looks as it was told, remembers what was asked, and answers with a sentence. */
public final class FakeTrader implements Trader, TraceReader {
  private final TraderSnapshot snapshot;
  private final SortedMap<String, String> configuration = new TreeMap<>();
  private final List<WatcherView> watchers = new ArrayList<>();
  private final List<Turn> turns = new ArrayList<>();
  private final List<Object> asked = new ArrayList<>();
  private final List<Discrepancy> discrepancies = new ArrayList<>();
  private final List<AccountFinding> findings = new ArrayList<>();
  private CompletableFuture<String> answer = CompletableFuture.completedFuture("Done.");
  private Function<OrderSpec, OrderOutcome> outcome =
      spec -> new OrderOutcome.Sent(new ClientOrderId("demo-manual-3-1"));
  private Function<ClientOrderId, CancelOutcome> cancelled =
      id -> new CancelOutcome.Unknown(id, "no answer");
  private Function<ClientOrderId, RefreshedOrder> refreshed =
      id -> new RefreshedOrder(snapshot().order(id).orElseThrow(), "");
  private Runnable onRead = () -> {};

  public FakeTrader(TraderSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  public FakeTrader configuration(Map<String, String> keys) {
    configuration.putAll(keys);
    return this;
  }

  public FakeTrader watchedBy(WatcherView... some) {
    watchers.addAll(List.of(some));
    return this;
  }

  @Override
  public List<WatcherView> watchers() {
    return watchers;
  }

  public FakeTrader turns(Turn... newTurns) {
    turns.addAll(List.of(newTurns));
    return this;
  }

  public FakeTrader answering(CompletableFuture<String> newAnswer) {
    answer = newAnswer;
    return this;
  }

  public FakeTrader outcome(Function<OrderSpec, OrderOutcome> newOutcome) {
    outcome = newOutcome;
    return this;
  }

  @Override
  public CompletableFuture<OrderOutcome> submit(OrderList list, String by, Duration waitFor) {
    asked.add(list);
    return CompletableFuture.completedFuture(outcome.apply(list.orders().get(0)));
  }

  /** What a comparison of the books will find. */
  public FakeTrader differing(Discrepancy... found) {
    discrepancies.addAll(List.of(found));
    return this;
  }

  @Override
  public CompletableFuture<List<Discrepancy>> reconcile(ReconcileMode mode, String by) {
    asked.add(mode + " " + by);
    return CompletableFuture.completedFuture(discrepancies);
  }

  /** What a look at any account finds. */
  public FakeTrader finding(AccountFinding... newFindings) {
    findings.addAll(List.of(newFindings));
    return this;
  }

  @Override
  public CompletableFuture<List<AccountFinding>> check(AccountId account) {
    asked.add(account);
    return CompletableFuture.completedFuture(findings);
  }

  /** Runs something whenever the trace is read on. */
  public FakeTrader onRead(Runnable action) {
    onRead = action;
    return this;
  }

  /** What was asked of it, in order. */
  public List<Object> asked() {
    return asked;
  }

  @Override
  public TraderId id() {
    return snapshot.id();
  }

  @Override
  public TraderSnapshot snapshot() {
    return snapshot;
  }

  @Override
  public TraceReader trace() {
    return this;
  }

  @Override
  public SortedMap<String, String> configuration() {
    return configuration;
  }

  @Override
  public void start() {
    asked.add("start");
  }

  @Override
  public CompletableFuture<String> stop() {
    asked.add("stop");
    return answer;
  }

  @Override
  public CompletableFuture<String> control(ControlEvent event) {
    asked.add(event);
    return answer;
  }

  @Override
  public CompletableFuture<OrderOutcome> submit(
      OrderSpec spec, String by, Duration waitFor, boolean synced) {
    asked.add(List.of(spec, by, waitFor));
    return CompletableFuture.completedFuture(outcome.apply(spec));
  }

  /** What becomes of questions to the venue. */
  public FakeTrader refreshed(Function<ClientOrderId, RefreshedOrder> newOutcome) {
    refreshed = newOutcome;
    return this;
  }

  /** What becomes of cancels. */
  public FakeTrader cancelled(Function<ClientOrderId, CancelOutcome> newOutcome) {
    cancelled = newOutcome;
    return this;
  }

  @Override
  public CompletableFuture<CancelOutcome> cancel(
      ClientOrderId orderId, String by, Duration waitFor, boolean synced) {
    asked.add(List.of(orderId, by, waitFor));
    return CompletableFuture.completedFuture(cancelled.apply(orderId));
  }

  @Override
  public CompletableFuture<RefreshedOrder> refresh(
      ClientOrderId orderId, String by, Duration waitFor) {
    asked.add(List.of(orderId, by));
    return CompletableFuture.completedFuture(refreshed.apply(orderId));
  }

  @Override
  public void tail(int count, Predicate<Turn> wanted, Listener listener) {
    List<Turn> found = turns.stream().filter(wanted).toList();
    for (Turn turn : found.subList(Math.max(0, found.size() - count), found.size())) {
      if (!listener.take(turn)) {
        return;
      }
    }
  }

  @Override
  public List<Turn> read(TraceQuery query, int limit) {
    onRead.run();
    return turns.stream()
        .filter(turn -> turn.sequence() >= query.fromSequence())
        .filter(turn -> turn.time() >= query.fromTime() && turn.time() < query.toTime())
        .limit(limit)
        .toList();
  }

  @Override
  public List<Turn> explain(ClientOrderId orderId) {
    return turns.stream().filter(turn -> turn.toString().contains(orderId.value())).toList();
  }
}
