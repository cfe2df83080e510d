package dev.bourse.core;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.Event;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.risk.RiskModule;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.core.codec.StateHash;
import dev.bourse.core.decision.StrategySlot;
import dev.bourse.core.decision.TurnRecord;
import dev.bourse.core.decision.TurnTaker;
import dev.bourse.core.market.Instruments;
import dev.bourse.core.reconciliation.Reconciliation;
import dev.bourse.core.settings.TraderSettings;
import dev.bourse.core.state.SnapshotCodec;
import dev.bourse.core.state.TraderState;
import dev.bourse.core.strategy.StrategyMaker;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One trader's state and decisions.
 *
 * <p>Pure: it reads no clock, does no I/O, starts no thread; the same events at the same times give
 * the same turns in every mode and in every JVM. Not thread-safe: one thread at a time. What others
 * read are the immutable values it returns.
 *
 * <p>A restart is a fold: {@link #restore} from a snapshot, then {@link #replay} for every recorded
 * turn after it. Strategies bound before are rehearsed on the way: asked again, compared, and never
 * obeyed.
 */
public final class TraderCore {
  private final TraderState state;
  private final TurnTaker turns;

  /** A trader that has seen nothing. */
  public TraderCore(TraderSettings settings) {
    this(new TraderState(settings));
  }

  private TraderCore(TraderState state) {
    this.state = state;
    this.turns = new TurnTaker(state);
  }

  /**
   * A trader as it was saved; throws {@link IllegalArgumentException} for a layout it does not
   * know.
   */
  public static TraderCore restore(TraderSettings settings, Snapshot snapshot) {
    return new TraderCore(SnapshotCodec.load(settings, snapshot));
  }

  /**
   * Takes a turn: applies the event, asks strategies, decides. The record is reused by the next
   * call. Throws {@link IllegalArgumentException} if time goes back or the event names what is
   * {@link #unlisted}.
   */
  public TurnRecord on(long time, Event event) {
    return turns.take(time, event);
  }

  /**
   * The instrument versions that an event names and that were not listed, each once: they must be
   * before the event can be taken.
   */
  public List<Instrument> unlisted(Event event) {
    return instruments().unlisted(event);
  }

  /**
   * Repeats a recorded turn; returns what bound strategies would do differently now, as sentences.
   */
  public List<String> replay(Turn turn) {
    return turns.repeat(turn);
  }

  /** The number of the last turn, -1 before the first. */
  public long sequence() {
    return state.sequence();
  }

  /** Our time of the last turn. */
  public long time() {
    return state.time();
  }

  /** The number of the present start. */
  public long epoch() {
    return state.epoch();
  }

  /** How many market events were applied in all: where a replayed feed goes on. */
  public long feedPosition() {
    return state.market().events();
  }

  /**
   * The next time at which {@link #due} has something, {@link Long#MAX_VALUE} for never and until a
   * start has recovered.
   */
  public long nextDeadline() {
    return turns.nextDeadline();
  }

  /**
   * The first timer due at or before the time, or null; the caller hands it to {@link #on} at its
   * own deadline.
   */
  public @Nullable TimerEvent due(long time) {
    return turns.due(time);
  }

  /** The instruments listed so far; for this thread only, others take a copy. */
  public Instruments instruments() {
    return state.market().instruments();
  }

  /**
   * Makes the strategy objects of an instance and restores what they kept. The event of the same
   * content must be the next turn, or part of the replay that follows. Throws whatever the maker
   * throws; nothing is bound then.
   */
  public void bind(LifecycleEvent.StrategyBound event, StrategyMaker maker) {
    turns.bind(event, maker);
  }

  /**
   * Lets go of the objects of an instance; returns them so that another core can {@link #adopt}
   * them.
   */
  public List<StrategySlot> unbind(StrategyId strategy) {
    return turns.unbind(strategy);
  }

  /** Takes over objects that another core of the same trader let go at the same sequence. */
  public void adopt(StrategyId strategy, List<StrategySlot> slots) {
    turns.adopt(strategy, slots);
  }

  /** A risk module is there. */
  public void bindRisk(String name, RiskModule module) {
    turns.bindRisk(name, module);
  }

  /** A risk module went. */
  public void unbindRisk(String name) {
    turns.unbindRisk(name);
  }

  /** What an account's venue can do. */
  public void bindAccount(AccountId account, Capabilities capabilities) {
    turns.bindAccount(account, capabilities);
  }

  /** Tells the gate whether too many commands wait for the disk. */
  public void journalBacklog(boolean full) {
    turns.journalBacklog(full);
  }

  /** What a report would do to the books now; changes nothing. */
  public Reconciliation reconciliation(AccountEvent.MassReport report, boolean accept) {
    return turns.reconciliation(report, accept);
  }

  /** The whole state, strategies' kept state included. */
  public Snapshot save() {
    return SnapshotCodec.save(state, turns.slots());
  }

  /** SHA-256 of {@link #save()}, lower-case hex: equal states have equal hashes in every JVM. */
  public String stateHash() {
    return StateHash.of(save());
  }

  /**
   * What others may see, as of the last turn.
   *
   * @param exchanges the adapter's type per account
   * @param queues depths by name
   * @param stateHash the hash to show, or empty
   */
  public TraderSnapshot view(
      Map<AccountId, String> exchanges, Map<String, Long> queues, String stateHash) {
    return turns.view().snapshot(exchanges, queues, nextDeadline(), stateHash);
  }

  /** The state, for reading on this thread. */
  public TraderState state() {
    return state;
  }
}
