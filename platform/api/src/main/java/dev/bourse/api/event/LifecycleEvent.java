package dev.bourse.api.event;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.OmsType;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.StrategyId;
import java.util.List;

/** What happens to the trader itself. Made by the engine only. */
public sealed interface LifecycleEvent extends Event {
  /**
   * A loop begins; everything after it carries this epoch.
   *
   * @param epoch the durable number of this start, part of every client order id
   * @param configuration the effective configuration, secrets masked, one {@code key=value} a line,
   *     sorted
   */
  record Started(long epoch, String configuration) implements LifecycleEvent {}

  /**
   * Orderly end: no more input follows in this epoch.
   *
   * @param reason a sentence
   */
  record Stopping(String reason) implements LifecycleEvent {}

  /**
   * A strategy is there and may be asked.
   *
   * @param strategy the instance
   * @param type the plug-in's type
   * @param version the plug-in's version
   * @param parametersHash changes when its parameters change
   * @param account where its orders go
   * @param instruments what it trades
   * @param bar its bars such as {@code 1m,1h}, empty for none
   * @param allotment what it may use of the account, in one quote currency, such as {@code 5000
   *     USD}; empty for all
   * @param history bars of the past that it is told before it may be asked, oldest first; none if
   *     it asked for none, or was told before
   * @param warmUp a sentence about the history, empty if it asked for none
   * @param oms whether it has one position of an instrument, or several by name
   * @param joins whether its venue tells what is missing between the history and the first bar that
   *     its stream makes whole; bars of time and trades come only behind that, see {@link
   *     HistoryTold}
   */
  record StrategyBound(
      StrategyId strategy,
      String type,
      String version,
      String parametersHash,
      AccountId account,
      List<InstrumentId> instruments,
      String bar,
      String allotment,
      List<Bar> history,
      String warmUp,
      OmsType oms,
      boolean joins)
      implements LifecycleEvent {
    /** Keeps its own copies of the lists. */
    public StrategyBound {
      instruments = List.copyOf(instruments);
      history = List.copyOf(history);
    }

    /** A strategy that nets. */
    public StrategyBound(
        StrategyId strategy,
        String type,
        String version,
        String parametersHash,
        AccountId account,
        List<InstrumentId> instruments,
        String bar,
        String allotment,
        List<Bar> history,
        String warmUp) {
      this(
          strategy,
          type,
          version,
          parametersHash,
          account,
          instruments,
          bar,
          allotment,
          history,
          warmUp,
          OmsType.NETTING,
          false);
    }

    /** A strategy that asks for no history and nets. */
    public StrategyBound(
        StrategyId strategy,
        String type,
        String version,
        String parametersHash,
        AccountId account,
        List<InstrumentId> instruments,
        String bar,
        String allotment) {
      this(
          strategy,
          type,
          version,
          parametersHash,
          account,
          instruments,
          bar,
          allotment,
          List.of(),
          "");
    }

    /** The same with what it is told of the past. */
    public StrategyBound warmedUp(List<Bar> bars, String sentence) {
      return new StrategyBound(
          strategy,
          type,
          version,
          parametersHash,
          account,
          instruments,
          bar,
          allotment,
          bars,
          sentence,
          oms,
          joins);
    }

    /** The same with one position of an instrument, or several by name. */
    public StrategyBound with(OmsType other) {
      return new StrategyBound(
          strategy,
          type,
          version,
          parametersHash,
          account,
          instruments,
          bar,
          allotment,
          history,
          warmUp,
          other,
          joins);
    }

    /** The same whose venue tells what is missing, or does not. */
    public StrategyBound joining(boolean asked) {
      return new StrategyBound(
          strategy,
          type,
          version,
          parametersHash,
          account,
          instruments,
          bar,
          allotment,
          history,
          warmUp,
          oms,
          asked);
    }
  }

  /**
   * A venue told bars that a strategy missed: those before its stream began, the one in which it
   * began, and those that ended while it could not be asked. The strategy is told those that are
   * news to it, and none of that time by the stream any more: each once, none left out.
   *
   * @param strategy the instance; nothing happens if it does not join
   * @param bars by their end, small to large
   * @param asked what the venue was asked for: nothing else is settled by its answer
   * @param streams the streams that became whole or broke off, none if none did
   * @param sentence what people are told of it, empty for nothing
   */
  record HistoryTold(
      StrategyId strategy, List<Bar> bars, List<Asked> asked, List<Stream> streams, String sentence)
      implements LifecycleEvent {
    /** Keeps its own copies of the lists. */
    public HistoryTold {
      bars = List.copyOf(bars);
      asked = List.copyOf(asked);
      streams = List.copyOf(streams);
    }

    /**
     * Bars of one length that a venue was asked for.
     *
     * @param instrument whose
     * @param interval of which length
     * @param through the end of the last one, nanoseconds; no bar through it is asked for again
     */
    public record Asked(InstrumentId instrument, BarInterval interval, long through) {}

    /**
     * What the stream of an instrument brings.
     *
     * @param instrument whose
     * @param whole since when it brings everything, so that a bar that begins then or later is told
     *     by it, nanoseconds; {@link Long#MAX_VALUE} while it does not
     */
    public record Stream(InstrumentId instrument, long whole) {}
  }

  /**
   * A strategy left; its state, orders and positions stay.
   *
   * @param strategy the instance
   * @param reason a sentence for the trader's status
   */
  record StrategyUnbound(StrategyId strategy, String reason) implements LifecycleEvent {}

  /**
   * A strategy failed: it threw, or did not return in time.
   *
   * @param strategy the instance
   * @param reason a sentence
   */
  record StrategyFailed(StrategyId strategy, String reason) implements LifecycleEvent {}

  /**
   * A risk module came or went; without all that are configured only reducing orders pass.
   *
   * @param module the module's configured name
   * @param bound whether it is there
   * @param reason a sentence
   */
  record RiskModuleChanged(String module, boolean bound, String reason) implements LifecycleEvent {}

  /**
   * The journal can take less than it should: only what reduces, or nothing.
   *
   * @param healthy whether entries are possible as far as storage goes
   * @param reason a sentence
   */
  record StorageChanged(boolean healthy, String reason) implements LifecycleEvent {}

  /**
   * Room for the journal is running out, or there is enough again. Trading goes on; the trace's
   * market data is dropped first.
   *
   * @param low whether it is running out
   * @param reason a sentence with what was dropped
   */
  record StorageLow(boolean low, String reason) implements LifecycleEvent {}

  /**
   * An order that an emergency placed after the journal had failed, found in the emergency's own
   * file. Its fate is unknown and is queried.
   *
   * @param orderId its id, of the namespace that only emergencies use
   * @param account where it was sent
   * @param strategy the owner of the position that it was to close
   * @param spec what was ordered
   * @param sentAt when, nanoseconds
   */
  record EmergencyOrder(
      ClientOrderId orderId, AccountId account, StrategyId strategy, OrderSpec spec, long sentAt)
      implements LifecycleEvent {}

  /**
   * Something that an account has to do takes longer than configured. It goes on; people hear of it
   * once, until it is done or begins anew.
   *
   * @param account the account
   * @param phase what takes so long
   * @param reason how long, which key says so, and what is known, in a sentence without its end
   */
  record Overdue(AccountId account, Phase phase, String reason) implements LifecycleEvent {
    /** What an account does on its way up and down, in this order. */
    public enum Phase {
      /** It connects to its venue. */
      CONNECTION,
      /** It is connected, and its books are compared with the venue. */
      RECONCILIATION,
      /** It is compared, and what it holds is valued. */
      PORTFOLIO,
      /** A connection that is not wanted any more closes. */
      DISCONNECTION,
      /** It is connected, and its venue is asked now and then how it stands. */
      CHECK
    }
  }

  /**
   * Recovery is complete and strategies caught up; reconciliation follows.
   *
   * @param detail a sentence
   */
  record Recovered(String detail) implements LifecycleEvent {}
}
