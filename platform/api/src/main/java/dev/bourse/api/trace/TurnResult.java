package dev.bourse.api.trace;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Conversion;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.SignalReason;
import dev.bourse.api.model.SignalState;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.risk.Breaker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that was decided in a turn. Recorded, so that a restart never decides again. */
public sealed interface TurnResult {
  /**
   * An order passed the gate; its intent is in flight from here on.
   *
   * @param order the order, INITIALIZED
   * @param why what the decision was based on, and one line per risk decision
   */
  record OrderApproved(Order order, Explanation why) implements TurnResult {
    /** With texts that are there already. */
    public OrderApproved(Order order, String seen, List<String> checks) {
      this(order, Explanation.of(seen, checks));
    }

    /** What the decision was based on: {@code last=805.10 position=0 ...}. */
    public String seen() {
      return why.seen();
    }

    /** One {@code module: numbers} per risk decision. */
    public List<String> checks() {
      return why.checks();
    }
  }

  /**
   * An order was refused; it never leaves.
   *
   * @param order the order, DENIED, with the reason
   * @param why what the decision was based on, and the risk decisions up to the denial
   */
  record OrderDenied(Order order, Explanation why) implements TurnResult {
    /** With texts that are there already. */
    public OrderDenied(Order order, String seen, List<String> checks) {
      this(order, Explanation.of(seen, checks));
    }

    /** What the decision was based on. */
    public String seen() {
      return why.seen();
    }

    /** The decisions up to the denial. */
    public List<String> checks() {
      return why.checks();
    }
  }

  /**
   * A cancel goes out.
   *
   * @param orderId the order
   * @param reason why
   */
  record CancelRequested(ClientOrderId orderId, String reason) implements TurnResult {}

  /**
   * A change of an order goes out. Until the venue answers, the order reserves what the greater of
   * the two needs.
   *
   * @param orderId the order
   * @param change what is to be different
   * @param why what the decision was based on, and one line per risk decision
   */
  record AmendRequested(ClientOrderId orderId, OrderChange change, Explanation why)
      implements TurnResult {}

  /**
   * A change of an order was refused; the order is as it was.
   *
   * @param orderId the order
   * @param change what was to be different
   * @param reason {@code CODE: key=value ...}
   */
  record AmendDenied(ClientOrderId orderId, OrderChange change, String reason)
      implements TurnResult {}

  /**
   * The trigger of an order that the platform held was passed: it goes out.
   *
   * @param orderId the order
   * @param limit its limit price from here on, or null for a market order
   * @param why what the decision was based on, and one line per risk decision
   */
  record OrderReleased(ClientOrderId orderId, @Nullable Price limit, Explanation why)
      implements TurnResult {}

  /**
   * An order that the platform held ended without leaving.
   *
   * @param orderId the order
   * @param status CANCELED, EXPIRED or DENIED
   * @param reason why
   */
  record HeldOrderEnded(ClientOrderId orderId, OrderStatus status, String reason)
      implements TurnResult {}

  /**
   * A leg of a list whose parent filled begins to work: it goes out, or is held here until its
   * trigger.
   *
   * @param orderId the order
   * @param quantity how much of it
   * @param taken what others of the list have filled in its stead
   * @param held whether it is held here
   * @param why what the decision was based on, and one line per risk decision
   */
  record LegActivated(
      ClientOrderId orderId, Quantity quantity, Quantity taken, boolean held, Explanation why)
      implements TurnResult {}

  /**
   * An order that the platform holds was changed; nothing went out.
   *
   * @param orderId the order
   * @param change what is different
   * @param why what the decision was based on, and one line per risk decision
   */
  record HeldOrderChanged(ClientOrderId orderId, OrderChange change, Explanation why)
      implements TurnResult {}

  /**
   * The venue took off a leg of a list what a sibling filled.
   *
   * @param orderId the order
   * @param quantity its whole quantity from here on
   * @param taken how much was taken off it in all
   */
  record LegReduced(ClientOrderId orderId, Quantity quantity, Quantity taken)
      implements TurnResult {}

  /**
   * A cancel goes out for a leg of a list; another one takes its place once that is proven.
   *
   * @param orderId the order
   * @param reason why
   */
  record ReplaceRequested(ClientOrderId orderId, String reason) implements TurnResult {}

  /** All results before this one were decided before strategies were asked. */
  record ListsSettled() implements TurnResult {}

  /**
   * A query goes out for an order of unknown fate.
   *
   * @param orderId the order
   */
  record QueryRequested(ClientOrderId orderId) implements TurnResult {}

  /**
   * A timer was set.
   *
   * @param owner the strategy, or {@code engine}
   * @param name its name
   * @param deadline our time in nanoseconds
   */
  record TimerSet(String owner, String name, long deadline) implements TurnResult {}

  /**
   * A timer was taken back.
   *
   * @param owner the strategy, or {@code engine}
   * @param name its name
   */
  record TimerCanceled(String owner, String name) implements TurnResult {}

  /**
   * The trader's status changed.
   *
   * @param status the new one
   * @param detail a sentence
   */
  record StatusChanged(TraderStatus status, String detail) implements TurnResult {}

  /**
   * A strategy's kept state, written down when it leaves.
   *
   * @param strategy the instance
   * @param instrument the instrument that the object traded
   * @param name the name given to {@code keep}
   * @param version the layout's version
   * @param bytes the state; not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // written and read back, never compared
  record StateSaved(
      StrategyId strategy, InstrumentId instrument, String name, int version, byte[] bytes)
      implements TurnResult {}

  /**
   * A strategy threw; it is not asked again until it is bound anew.
   *
   * @param strategy the instance
   * @param reason a sentence
   */
  record StrategyFaulted(StrategyId strategy, String reason) implements TurnResult {}

  /**
   * Something worth telling people; sent to alert channels once it is durable.
   *
   * @param level how urgent
   * @param text sentences with the numbers
   */
  record Noted(Alert.Level level, String text) implements TurnResult {}

  /**
   * A fee that is neither in the currency of settlement nor in base was worth so much when it was
   * charged.
   *
   * @param account who paid
   * @param strategy whose order it was
   * @param instrument what was traded
   * @param orderId the order
   * @param fillId the execution
   * @param fee what was charged, negative for a rebate
   * @param conversion its worth in the currency of settlement, with the prices; null if no prices
   *     led there
   */
  record FeeConverted(
      AccountId account,
      StrategyId strategy,
      InstrumentId instrument,
      ClientOrderId orderId,
      String fillId,
      Money fee,
      @Nullable Conversion conversion)
      implements TurnResult {
    /** {@code fee of fill 12: 0.1 BNB = 60.21 USDT at ...}. */
    public String sentence() {
      return "fee of fill "
          + fillId
          + ": "
          + (conversion == null ? fee + ", which no known price converts" : conversion.toString());
    }
  }

  /**
   * What losses of an account are measured from, from here on.
   *
   * @param account the account
   * @param mark which mark, {@link Breaker.Mark#word}
   * @param equity what the account was worth then
   * @param since our time of that in nanoseconds
   * @param until when another one takes its place, {@link Long#MAX_VALUE} for never
   */
  record MarkSet(AccountId account, String mark, Money equity, long since, long until)
      implements TurnResult {}

  /**
   * A loss reached its limit: the trader is halted until a person resets it.
   *
   * @param breaker the breaker's name, {@code guard.daily.loss}
   * @param account the account
   * @param mark what the loss was measured from
   * @param flatten whether positions are closed
   * @param sentence all numbers, and what to do
   */
  record BreakerTripped(
      String breaker, AccountId account, String mark, boolean flatten, String sentence)
      implements TurnResult {}

  /** How a position stands whose declared stop does not work. */
  enum Protection {
    /** Its stop does not work yet, or not any more; a moment is allowed for that. */
    EXPOSED,
    /** The moment is over: people were told. */
    UNPROTECTED,
    /** The moment is over: the engine closes it. */
    CLOSING,
    /** Its stop works, or it is closed. */
    RESTORED
  }

  /**
   * The declared stop of a position does not work, or works again.
   *
   * @param account the account
   * @param strategy the owner
   * @param instrument what is held
   * @param position which of the owner's positions
   * @param stage how it stands from here on
   * @param since our time of the first moment of the stage, nanoseconds; while it is being closed,
   *     of the last attempt
   * @param lost how much its stops covered together before one ended that nobody took back; zero if
   *     none did
   * @param sentence why
   */
  record ProtectionChanged(
      AccountId account,
      StrategyId strategy,
      InstrumentId instrument,
      PositionId position,
      Protection stage,
      long since,
      Quantity lost,
      String sentence)
      implements TurnResult {}

  /**
   * How an order stood at the end of a turn, written down for its history. Nothing follows from it.
   *
   * @param order the order
   */
  record OrderKept(Order order) implements TurnResult {
    /** The key under which a {@link TraceQuery} finds what was kept of an order. */
    public static String key(ClientOrderId orderId) {
      return "kept " + orderId;
    }
  }

  /**
   * How a position stood at the end of a turn, written down for its history. Nothing follows from
   * it.
   *
   * @param position the position
   * @param price the price by which it was judged, null if none was known
   */
  record PositionKept(Position position, @Nullable Price price) implements TurnResult {
    /** The key under which a {@link TraceQuery} finds what was kept of an instrument. */
    public static String key(InstrumentId instrument) {
      return "kept " + instrument;
    }

    /** What the open quantity would have earned at that price, null without one. */
    public @Nullable Money unrealized() {
      return price == null ? null : position.unrealized(price);
    }
  }

  /**
   * What nobody needs any more left memory: closed orders that did not move since, named positions
   * without holding and without orders, and the names of flows. The journal and the trace keep
   * theirs.
   *
   * @param orders what moved before is let go, our time, nanoseconds
   * @param flows of flows from before, none is new any more; the venue's time, nanoseconds
   */
  record Purged(long orders, long flows) implements TurnResult {}

  /**
   * A signal moved.
   *
   * @param strategy the instance that gave it
   * @param instrument what it trades
   * @param signal its id
   * @param state where it stands now
   * @param reason why it moved
   * @param detail the numbers, {@code low=789.00 stop_loss=790.00}
   */
  record SignalMoved(
      StrategyId strategy,
      InstrumentId instrument,
      String signal,
      SignalState state,
      SignalReason reason,
      String detail)
      implements TurnResult {
    /** {@code signal ID CLOSED, STOP_LOSS: low=789.00 ...}. */
    public String sentence() {
      return "signal " + signal + " " + state + ", " + reason + ": " + detail;
    }
  }
}
