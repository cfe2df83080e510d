package dev.bourse.core.state;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.Event;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.ServiceChanged;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.core.market.InstrumentMarket;
import dev.bourse.core.reconciliation.Reconciliation;
import dev.bourse.core.reconciliation.StoreBegin;
import dev.bourse.core.status.TraderFlags;
import dev.bourse.core.strategy.StrategyEntry;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How an event changes the state, whoever is asked about it afterwards. The same in every mode and
 * in recovery.
 */
public final class EventFold {
  /** The engine's timer that looks at commands without an answer. */
  public static final String IN_FLIGHT = "in-flight";

  /** The engine's timer that ends bars. */
  public static final String BARS = "bars";

  /** The engine's timers that end orders whose venue does not, followed by the order's id. */
  public static final String EXPIRY = "expiry ";

  /** The engine's timer that ends the doubt whether another instance trades. */
  static final String ALONE = "alone";

  /** The engine's timer that lets a demand be tried again. */
  public static final String RETRY = "retry";

  private final TraderState state;
  private final Effects effects;
  private final OrderFold orders;
  private final AccountFold accounts;
  private final ReconciliationFold reconciliation;

  /** A fold into the given state that leaves its effects in the given object. */
  public EventFold(TraderState state, Effects effects) {
    this.state = state;
    this.effects = effects;
    this.orders = new OrderFold(state, effects);
    this.accounts = new AccountFold(state, effects);
    this.reconciliation = new ReconciliationFold(state, effects, orders, accounts);
  }

  /** Applies market data; the number is that of its instrument. */
  public void market(MarketEvent event, int number) {
    List<Bar> closed = state.market.apply(event, number, state.time);
    if (event instanceof DataGap gap) {
      state.joins.torn(gap.instrument().id());
    }
    if (!closed.isEmpty()) {
      effects.bars().addAll(closed);
    }
    if (!state.held.isEmpty()) {
      MarketEvent shown = state.market.at(number).shown(event);
      if (shown != null) {
        state.held.watch(shown).forEach(effects::due);
      }
    }
  }

  /** Applies any other event. */
  public void apply(Event event) {
    if (event instanceof OrderReport.Made made) {
      accounts.made(made);
    } else if (event instanceof OrderReport report) {
      orders.report(report);
    } else if (event instanceof CommandEvent command) {
      orders.command(command);
    } else if (event instanceof TimerEvent timer) {
      timer(timer);
    } else if (event instanceof AccountEvent account) {
      account(account);
    } else if (event instanceof ConnectionChanged changed) {
      connection(changed);
    } else if (event instanceof ServiceChanged changed) {
      service(changed);
    } else if (event instanceof InstrumentListed listed) {
      state.market.list(listed.instrument());
    } else if (event instanceof ControlEvent control) {
      control(control);
    } else if (event instanceof LifecycleEvent lifecycle) {
      lifecycle(lifecycle);
    }
  }

  private void timer(TimerEvent timer) {
    if (!timer.owner().equals(TimerEvent.ENGINE)) {
      state.strategyTimers.cancel(timer.owner(), timer.name());
    } else if (timer.name().equals(BARS)) {
      effects.bars().addAll(state.market.closeBars(timer.deadline() - state.settings.barGrace()));
    } else if (timer.name().equals(IN_FLIGHT)) {
      orders.inFlight();
    } else if (timer.name().equals(ALONE)) {
      state.engineTimers.cancel(timer.owner(), timer.name());
      state.flags.doubted("");
    } else if (timer.name().startsWith(EXPIRY)) {
      state.engineTimers.cancel(timer.owner(), timer.name());
      effects.due(new ClientOrderId(timer.name().substring(EXPIRY.length())));
    } else {
      state.engineTimers.cancel(timer.owner(), timer.name());
    }
  }

  /** A balance alone is neither a baseline nor a proof: it counts with its report. */
  private void account(AccountEvent event) {
    if (event instanceof AccountEvent.MassReport report) {
      reconciliation.apply(report);
    } else if (event instanceof AccountEvent.BalancesCompared compared) {
      reconciliation.compared(compared);
    } else if (event instanceof AccountEvent.CashFlow flow) {
      accounts.flow(flow);
    } else if (event instanceof AccountEvent.Terms terms) {
      accounts.terms(terms);
    } else if (event instanceof AccountEvent.Rights told) {
      accounts.rights(told);
    }
  }

  /** Who accepts what a venue says means what it says now, not what it will after an outage. */
  private void connection(ConnectionChanged event) {
    boolean was = state.flags.account(event.account()).connected();
    if (was != event.connected()) {
      state.accepting.remove(event.account());
    }
    state.flags.account(
        event.account(),
        new TraderFlags.AccountFlags(
            event.connected(), false, event.connected() ? "" : event.detail()));
    if (!event.connected()) {
      state.strategies.values().stream()
          .filter(each -> each.account().equals(event.account()))
          .forEach(each -> state.joins.cutOff(each.id()));
    }
    if (was && !event.connected()) {
      effects.note(
          Alert.Level.WARNING,
          "account "
              + event.account()
              + " lost its connection: "
              + event.detail()
              + "; entries stop until it is back and reconciled");
    }
  }

  /** Orders go on; what follows is for people to decide. */
  private void service(ServiceChanged event) {
    String which = "account " + event.account() + ": " + event.service().words();
    effects.note(
        event.works() ? Alert.Level.INFO : Alert.Level.WARNING,
        event.works()
            ? which + " are there again"
            : which + " stopped: " + event.detail() + "; what is at the venue stays as it is");
  }

  private void control(ControlEvent event) {
    if (event instanceof ControlEvent.Pause) {
      state.flags.paused(true);
    } else if (event instanceof ControlEvent.Resume) {
      state.flags.flattening(false);
      state.flags.paused(false);
      state.flags.liquidated("");
    } else if (event instanceof ControlEvent.Reduce) {
      state.flags.reducing();
    } else if (event instanceof ControlEvent.Halt halt && !state.flags.isHalted()) {
      state.flags.halted("halted by " + halt.by() + ": " + halt.reason());
      effects.note(Alert.Level.CRITICAL, "halted by " + halt.by() + ": " + halt.reason());
    } else if (event instanceof ControlEvent.Reset) {
      state.flags.halted("");
      state.flags.paused(true);
      state.breakers.reset();
    } else if (event instanceof ControlEvent.Flatten) {
      state.flags.flattening(true);
    } else if (event instanceof ControlEvent.Emergency emergency) {
      emergency(emergency);
    } else if (event instanceof ControlEvent.Reconcile wish && wish.accept()) {
      state.settings.accounts().forEach(account -> state.accepting.put(account, state.time));
    } else if (event instanceof ControlEvent.Query query
        && state.ledger.find(query.orderId()) != null) {
      effects.query(query.orderId());
    }
  }

  /** What a report would do to the books now; changes nothing. */
  public Reconciliation reconciliation(AccountEvent.MassReport report, boolean accept) {
    return reconciliation.found(report, accept);
  }

  /** Once in a process; a second wish only makes sure that everything is being closed. */
  private void emergency(ControlEvent.Emergency event) {
    if (state.emergency == 0) {
      state.emergency = TimeUnit.NANOSECONDS.toSeconds(state.time);
      effects.note(
          Alert.Level.CRITICAL,
          "emergency by "
              + event.by()
              + ": cancels and closing orders go out although the journal failed");
    }
    state.flags.flattening(true);
  }

  private void lifecycle(LifecycleEvent event) {
    if (event instanceof LifecycleEvent.Started started) {
      if (state.epoch == 0) {
        state.begin = new StoreBegin(started.epoch(), state.time);
      }
      state.epoch = started.epoch();
      state.startedAt = state.time;
      state.nextOrder = 1;
      state.begun.clear();
      state.compared.clear();
      state.accepting.clear();
      state.rights.clear();
      state.flags.begin(state.settings.accounts());
    } else if (event instanceof LifecycleEvent.EmergencyOrder order) {
      new EmergencyFold(state, effects).adopt(order);
    } else if (event instanceof LifecycleEvent.Recovered) {
      recovered();
    } else if (event instanceof LifecycleEvent.Stopping) {
      state.flags.stopping();
    } else if (event instanceof LifecycleEvent.StrategyBound bound) {
      bound(bound);
    } else if (event instanceof LifecycleEvent.StrategyUnbound unbound) {
      unbound(unbound);
    } else if (event instanceof LifecycleEvent.StrategyFailed failed) {
      failed(failed);
    } else if (event instanceof LifecycleEvent.RiskModuleChanged changed) {
      String reason = changed.bound() ? "" : changed.reason();
      state.flags.missing("risk " + changed.module(), reason);
    } else {
      trouble(event);
    }
  }

  private void trouble(LifecycleEvent event) {
    if (event instanceof LifecycleEvent.StorageChanged changed) {
      state.flags.storage(changed.healthy() ? "" : changed.reason());
      if (!changed.healthy()) {
        effects.note(Alert.Level.CRITICAL, "storage: " + changed.reason());
      }
    } else if (event instanceof LifecycleEvent.StorageLow storage) {
      effects.note(
          storage.low() ? Alert.Level.WARNING : Alert.Level.INFO, "storage: " + storage.reason());
    } else if (event instanceof LifecycleEvent.Overdue overdue) {
      overdue(overdue);
    } else if (event instanceof LifecycleEvent.HistoryTold told) {
      effects.past().addAll(state.joins.told(told));
      told(told.bars(), told.sentence());
    }
  }

  private void told(List<Bar> bars, String sentence) {
    if (!sentence.isEmpty()) {
      effects.note(bars.isEmpty() ? Alert.Level.WARNING : Alert.Level.INFO, sentence);
    }
  }

  /** What takes long is told, and is the account's state while that waits for it. */
  private void overdue(LifecycleEvent.Overdue event) {
    AccountId account = event.account();
    TraderFlags.AccountFlags now = state.flags.account(account);
    boolean waits = false;
    String consequence = "";
    switch (event.phase()) {
      case CONNECTION -> {
        waits = !now.connected();
        consequence = "; entries stop, protective orders at the venue rest";
      }
      case RECONCILIATION -> {
        waits = now.connected() && !now.reconciled();
        consequence = "; no strategy is asked and no entry goes out before";
      }
      case PORTFOLIO -> consequence = "; entries that need it are denied before";
      case DISCONNECTION, CHECK -> {}
    }
    effects.note(Alert.Level.WARNING, "account " + account + ": " + event.reason() + consequence);
    if (waits) {
      state.flags.account(
          account, new TraderFlags.AccountFlags(now.connected(), false, event.reason()));
    }
  }

  /** Every intent without proof of its fate was perhaps sent: it is queried, never sent again. */
  private void recovered() {
    state.flags.recovered();
    for (Order order : state.ledger.live()) {
      boolean unanswered =
          order.status() == OrderStatus.INITIALIZED
              || order.status() == OrderStatus.RELEASED
              || order.status() == OrderStatus.SUBMITTED
              || order.status() == OrderStatus.PENDING_UPDATE
              || order.status() == OrderStatus.PENDING_CANCEL;
      if (unanswered || order.unknown()) {
        orders.doubt(order, "found at recovery without an answer");
      }
    }
  }

  private void bound(LifecycleEvent.StrategyBound event) {
    StrategyEntry before = state.strategies.put(event.strategy(), StrategyEntry.of(event));
    boolean same = before == null || before.parametersHash().equals(event.parametersHash());
    if (!same) {
      state.kept.forget(event.strategy());
    }
    boolean joined = state.joins.all().containsKey(event.strategy());
    state.joins.bound(event, same, state.time);
    if (before != null && same && !joined) {
      state.joins.upgraded(event.strategy(), this::lastTime);
    }
    effects.past().addAll(event.history());
    state.begun.remove(event.strategy());
    state.flags.missing("strategy " + event.strategy(), "");
    state.flags.faulted(event.strategy(), "");
    told(event.history(), event.warmUp());
    for (InstrumentId id : event.instruments()) {
      InstrumentMarket market = state.market.find(id);
      if (market != null) {
        BarInterval.all(event.bar()).forEach(market::build);
      }
    }
  }

  /** Our time of the newest data of an instrument, {@link Long#MIN_VALUE} for none. */
  private long lastTime(InstrumentId id) {
    InstrumentMarket market = state.market.find(id);
    return market == null ? Long.MIN_VALUE : market.lastTime();
  }

  private void unbound(LifecycleEvent.StrategyUnbound event) {
    StrategyEntry entry = state.strategies.get(event.strategy());
    if (entry != null) {
      state.strategies.put(event.strategy(), entry.bound(false));
      state.flags.missing("strategy " + event.strategy(), event.reason());
    }
  }

  private void failed(LifecycleEvent.StrategyFailed event) {
    state.flags.faulted(event.strategy(), event.reason());
    effects.note(
        Alert.Level.CRITICAL,
        "strategy "
            + event.strategy()
            + " failed: "
            + event.reason()
            + "; its orders and positions stay, it is not asked any more");
  }
}
