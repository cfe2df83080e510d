package dev.bourse.core.signal;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Signal;
import dev.bourse.api.model.SignalReason;
import dev.bourse.api.model.SignalState;
import dev.bourse.api.strategy.SignalRules;
import dev.bourse.api.trader.TraderSnapshot.SignalView;
import dev.bourse.core.portfolio.PositionKey;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A signal and how far it is. Immutable: every change is a new value.
 *
 * @param id its id
 * @param signal what the strategy wanted
 * @param size what it buys, in base currency
 * @param state where it stands
 * @param reason why it moved there
 * @param detail the numbers of that move
 * @param givenAt when it was given, our time in nanoseconds
 * @param movedAt when it moved last
 * @param waitUntil when the time for its entry is over
 * @param openedAt when it first held something, {@link Long#MIN_VALUE} for never
 * @param fillsBefore how many fills its position had counted before it
 * @param earnedBefore what its position had earned before it
 * @param entry its entry order
 * @param exit its newest exit order
 */
public record LiveSignal(
    String id,
    Signal signal,
    Quantity size,
    SignalState state,
    SignalReason reason,
    String detail,
    long givenAt,
    long movedAt,
    long waitUntil,
    long openedAt,
    long fillsBefore,
    Money earnedBefore,
    @Nullable ClientOrderId entry,
    @Nullable ClientOrderId exit) {
  /** It never held anything. */
  static final long NEVER = Long.MIN_VALUE;

  /** A signal just given. */
  static LiveSignal given(
      String id, Signal signal, Quantity size, SignalRules rules, SignalOrders orders) {
    long now = orders.time();
    return new LiveSignal(
        id,
        signal,
        size,
        SignalState.GIVEN,
        SignalReason.GIVEN,
        signal.note(),
        now,
        now,
        after(now, rules.maxWait()),
        NEVER,
        orders.position().fills(),
        orders.position().realized(),
        null,
        null);
  }

  /** The time after a duration; a duration beyond all times never ends. */
  private static long after(long time, Duration duration) {
    long most = Long.MAX_VALUE - Math.max(0, time);
    boolean endless = duration.compareTo(Duration.ofNanos(most)) >= 0;
    return endless ? Long.MAX_VALUE : time + duration.toNanos();
  }

  LiveSignal moved(SignalState to, SignalReason why, String numbers, long now) {
    long opened = to == SignalState.ACTIVE && openedAt == NEVER ? now : openedAt;
    return new LiveSignal(
        id,
        signal,
        size,
        to,
        why,
        numbers,
        givenAt,
        now,
        waitUntil,
        opened,
        fillsBefore,
        earnedBefore,
        entry,
        exit);
  }

  LiveSignal entering(ClientOrderId order) {
    return new LiveSignal(
        id,
        signal,
        size,
        state,
        reason,
        detail,
        givenAt,
        movedAt,
        waitUntil,
        openedAt,
        fillsBefore,
        earnedBefore,
        order,
        exit);
  }

  LiveSignal leaving(ClientOrderId order) {
    return new LiveSignal(
        id,
        signal,
        size,
        state,
        reason,
        detail,
        givenAt,
        movedAt,
        waitUntil,
        openedAt,
        fillsBefore,
        earnedBefore,
        entry,
        order);
  }

  /** When its position expires, {@link Long#MAX_VALUE} for never, or not yet known. */
  long expiry() {
    return openedAt == NEVER ? Long.MAX_VALUE : after(openedAt, signal.lifetime());
  }

  /** When it times out or expires in its present state, {@link Long#MAX_VALUE} for never. */
  public long until() {
    return switch (state) {
      case GIVEN, SCHEDULED, OPENING -> waitUntil;
      case ACTIVE -> expiry();
      case CLOSING, CLOSED, CANCELED, REFUSED -> Long.MAX_VALUE;
    };
  }

  /** What people see of it. */
  public SignalView view(PositionKey owner) {
    return new SignalView(
        id,
        owner.strategy(),
        owner.account(),
        owner.instrument(),
        state,
        reason,
        detail,
        signal,
        size,
        givenAt,
        movedAt,
        until(),
        Stream.of(entry, exit).filter(Objects::nonNull).toList());
  }
}
