package dev.bourse.core.decision;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.Event;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.risk.RiskModule;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.api.trader.Safeguards;
import dev.bourse.core.market.Instruments;
import dev.bourse.core.reconciliation.Reconciliation;
import dev.bourse.core.state.Effects;
import dev.bourse.core.state.EventFold;
import dev.bourse.core.state.TraderState;
import dev.bourse.core.status.StatusTable;
import dev.bourse.core.strategy.KeptStates;
import dev.bourse.core.strategy.StrategyEntry;
import dev.bourse.core.strategy.StrategyMaker;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes turns, live or from the record. Both ways fold the event first and call strategies after
 * it, in the same order; they differ only in who answers the strategies' wishes.
 */
public final class TurnTaker {
  private final TraderState state;
  private final TurnRecord record = new TurnRecord();
  private final Effects effects = new Effects();
  private final Counters counters = new Counters();
  private final EventFold fold;
  private final Deadlines deadlines;
  private final TraderFacts facts;
  private final Decider decider;
  private final Wishes wishes;
  private final ListKeeper lists;
  private final Safety safety;
  private final HistoryKeeper history;
  private final Purger purger;
  private final Rehearsal rehearsal;
  private final Asker live;
  private final Asker rehearsed;
  private final SignalGuard guard;
  private boolean asking;
  private TraderStatus lastStatus;
  private String lastDetail;

  /** Takes turns on the given state. */
  public TurnTaker(TraderState state) {
    this.state = state;
    this.fold = new EventFold(state, effects);
    this.deadlines = new Deadlines(state);
    BreakerSet breakers = new BreakerSet(state.settings().guards().breakers());
    this.facts = new TraderFacts(state, breakers);
    this.decider = new Decider(state, facts, record, counters);
    this.wishes = new Wishes(state, decider);
    this.lists = decider.lists();
    this.safety = new Safety(state, decider, lists, breakers);
    this.history = new HistoryKeeper(state, decider);
    this.purger = new Purger(state, decider);
    this.rehearsal = new Rehearsal(state);
    this.live = new Asker(state, counters, decider, decider.denied(), this::threw);
    this.rehearsed =
        new Asker(
            state,
            counters,
            rehearsal,
            rehearsal.denied(),
            (slot, cause) -> rehearsal.differ("strategy " + slot.id() + " now throws " + cause));
    this.guard = new SignalGuard(state, facts, decider, live, effects);
    this.lastStatus = facts.status();
    this.lastDetail = facts.statusDetail();
    this.asking = StatusTable.of(lastStatus).strategyAsked();
  }

  /** Takes a turn live. */
  public TurnRecord take(long time, Event event) {
    return event instanceof MarketEvent market ? data(time, market) : other(time, event);
  }

  /** Market data: nearly every turn, and nearly always without consequence. */
  private TurnRecord data(long time, MarketEvent event) {
    int number = state.market().instruments().number(event.instrument());
    state.advance(time);
    effects.clear();
    record.begin(state.sequence(), time, event, true);
    fold.market(event, number);
    ended();
    due();
    safety.data();
    if (state.ledger().hasLists() || state.flags().isFlattening()) {
      before(event, event.instrument().id());
    }
    if (asking) {
      live.market(event, number, effects);
      live.outcomes(effects);
    } else {
      guard.act(event);
      decider.denied().clear();
    }
    if (!record.results().isEmpty() || state.flags().isFlattening()) {
      conclude(event);
    }
    return record;
  }

  private TurnRecord other(long time, Event event) {
    requireListed(event);
    state.advance(time);
    effects.clear();
    record.begin(state.sequence(), time, event, false);
    fold.apply(event);
    counters.applied(event, state);
    due();
    before(event, null);
    refresh();
    ended();
    if (event instanceof LifecycleEvent.StrategyUnbound unbound) {
      saveKept(unbound.strategy());
    } else {
      history(live, event);
    }
    boolean heard = false;
    if (asking) {
      heard = ask(live, event);
    } else {
      heard = guard.act(event);
      decider.denied().clear();
    }
    if (event instanceof ControlEvent.CloseSignal close && !heard) {
      decider.note(Alert.Level.INFO, unheard(close));
    }
    conclude(event);
    return record;
  }

  /** No restart could read a turn that names rules which nobody told. */
  private void requireListed(Event event) {
    Instruments instruments = state.market().instruments();
    instruments.unlisted(event).forEach(instruments::number);
  }

  /** Who is told of the bars that ended is decided before anybody is told. */
  private void ended() {
    if (!effects.bars().isEmpty()) {
      state.joins().ended(effects.bars(), id -> asking && state.isThere(id));
    }
  }

  private void history(Asker asker, Event event) {
    if (event instanceof LifecycleEvent.StrategyBound bound) {
      asker.history(bound.strategy(), effects.past());
    } else if (event instanceof LifecycleEvent.HistoryTold told) {
      asker.history(told.strategy(), effects.past());
    }
  }

  private void due() {
    List<ClientOrderId> due = effects.due();
    for (int i = 0; i < due.size(); i++) {
      decider.due(due.get(i), effects);
    }
  }

  /** What follows for held orders and those of lists, so that strategies hear of it at once. */
  private void before(Event event, @Nullable InstrumentId instrument) {
    int results = record.results().size();
    decider.release(effects);
    safety.before(event, effects);
    wishes.before(event, effects);
    effects.exhausted().forEach(decider::abandon);
    lists.settle(instrument, effects);
    if (record.results().size() > results) {
      decider.emit(new TurnResult.ListsSettled());
    }
  }

  /** Repeats a recorded turn; returns the differences. */
  public List<String> repeat(Turn turn) {
    if (turn.sequence() != state.sequence() + 1) {
      throw new IllegalArgumentException(
          "turn " + turn.sequence() + " cannot follow turn " + state.sequence());
    }
    MarketEvent data = turn.event() instanceof MarketEvent market ? market : null;
    int number = data == null ? -1 : state.market().instruments().number(data.instrument());
    state.advance(turn.time());
    effects.clear();
    rehearsal.begin(turn);
    boolean flattening = state.flags().isFlattening();
    if (data != null) {
      fold.market(data, number);
      ended();
    } else {
      fold.apply(turn.event());
      refresh();
      history(rehearsed, turn.event());
    }
    boolean closing = flattening || state.flags().isFlattening();
    rehearsal.before(effects);
    if (data == null) {
      refresh();
      ended();
    }
    if (asking && data != null) {
      rehearsed.market(data, number, effects);
      rehearsed.outcomes(effects);
    } else if (asking) {
      ask(rehearsed, turn.event());
    } else {
      guard.repeat(rehearsed, turn.event());
    }
    rehearsal.denied().clear();
    List<String> differences =
        rehearsal.end(
            id -> !closing && !state.protection().isClosing() && asking && rehearsed.isSeated(id));
    if (data == null || !turn.results().isEmpty() || flattening) {
      state.settleFlatten();
      refresh();
      lastStatus = facts.status();
      lastDetail = facts.statusDetail();
    }
    return differences;
  }

  /** What a report would do to the books now; changes nothing. */
  public Reconciliation reconciliation(AccountEvent.MassReport report, boolean accept) {
    return fold.reconciliation(report, accept);
  }

  private String unheard(ControlEvent.CloseSignal close) {
    return asking || guard.mayAct()
        ? "there is no signal " + close.signal() + " to close"
        : "signal "
            + close.signal()
            + " cannot be closed while the trader is "
            + facts.status()
            + ": trader:flatten closes every position";
  }

  /** Asks strategies; false if a signal was to be closed that none of them has. */
  private boolean ask(Asker asker, Event event) {
    List<StrategyId> beginning = state.begin();
    for (int i = 0; i < beginning.size(); i++) {
      asker.begin(beginning.get(i));
    }
    if (event instanceof TimerEvent timer) {
      asker.ended(timer, effects);
      asker.timer(timer);
    }
    boolean heard = !(event instanceof ControlEvent.CloseSignal close) || asker.close(close);
    asker.outcomes(effects);
    return heard;
  }

  private void conclude(Event event) {
    if (!effects.isQuiet()) {
      for (ClientOrderId id : effects.queries()) {
        decider.emit(new TurnResult.QueryRequested(id));
      }
      effects.notes().forEach(decider::emit);
      effects.fees().forEach(charged -> decider.emit(ChargedFees.converted(state, charged)));
    }
    wishes.control(event);
    wishes.demands(event);
    safety.after(effects, record.results());
    decider.denied().clear();
    wishes.settle();
    refresh();
    history.keep(event, effects, record.results());
    purger.purge(event);
    TraderStatus status = facts.status();
    String detail = facts.statusDetail();
    if (status != lastStatus || !detail.equals(lastDetail)) {
      lastStatus = status;
      lastDetail = detail;
      decider.emit(new TurnResult.StatusChanged(status, detail));
    }
  }

  private void refresh() {
    asking = StatusTable.of(facts.status()).strategyAsked();
  }

  /** What a strategy keeps may be half changed when it throws, but not its signals. */
  private void threw(StrategySlot slot, Throwable cause) {
    StrategyId id = slot.id();
    String reason = "strategy " + id + " threw " + cause;
    decider.emit(new TurnResult.StrategyFaulted(id, reason));
    decider.note(
        Alert.Level.CRITICAL,
        reason + "; its orders and positions stay, it is not asked until it is replaced");
    guard.save(slot);
    refresh();
  }

  private void saveKept(StrategyId id) {
    for (StrategySlot slot : live.unseat(id)) {
      InstrumentId instrument = slot.key().instrument();
      slot.kept()
          .forEach((name, kept) -> decider.emit(SignalGuard.saved(id, instrument, name, kept)));
    }
    rehearsed.unseat(id);
  }

  /** Makes and seats the objects of a strategy. */
  public void bind(LifecycleEvent.StrategyBound event, StrategyMaker maker) {
    StrategyEntry entry = StrategyEntry.of(event);
    StrategyEntry before = state.strategies().get(event.strategy());
    boolean same = before == null || before.parametersHash().equals(event.parametersHash());
    KeptStates former = same ? state.kept() : state.kept().signals();
    List<StrategySlot> slots = new ArrayList<>();
    for (InstrumentId id : event.instruments()) {
      int number = state.market().instruments().find(id);
      if (number < 0) {
        throw new IllegalArgumentException(
            "strategy "
                + event.strategy()
                + " wants "
                + id
                + ", which no account of this trader has");
      }
      slots.add(
          new StrategySlot(
              entry, state.market().instruments().newest(number), number, maker, former));
    }
    adopt(event.strategy(), slots);
  }

  /** Seats objects that were made before. */
  public void adopt(StrategyId id, List<StrategySlot> slots) {
    live.seat(id, slots);
    rehearsed.seat(id, slots);
  }

  /** Unseats the objects of a strategy and returns them. */
  public List<StrategySlot> unbind(StrategyId id) {
    rehearsed.unseat(id);
    return live.unseat(id);
  }

  /** A risk module is there. */
  public void bindRisk(String name, RiskModule module) {
    decider.bind(name, module);
    safety.bind(name, module);
  }

  /** A risk module went. */
  public void unbindRisk(String name) {
    decider.unbind(name);
    safety.unbind(name);
  }

  /** What an account's venue can do. */
  public void bindAccount(AccountId account, Capabilities capabilities) {
    facts.capabilities(account, capabilities);
  }

  /** Whether too many commands wait for the disk. */
  public void journalBacklog(boolean full) {
    facts.journalBacklog(full);
  }

  /** The next time at which {@link #due} has something. */
  public long nextDeadline() {
    return deadlines.next(asking);
  }

  /**
   * The first timer due; bars first, then the engine's, then strategies' while they may be asked.
   */
  public @Nullable TimerEvent due(long time) {
    return deadlines.due(time, asking);
  }

  /** All strategy objects. */
  public List<StrategySlot> slots() {
    return live.slots();
  }

  /** What stops the trader by itself, for people. */
  public Safeguards safeguards() {
    return safety.views();
  }

  /** What people may see of it all. */
  public CoreView view() {
    return new CoreView(state, facts, new StrategyCounts(counters), slots(), safeguards());
  }
}
