package dev.bourse.exchange.binance.trade;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which of the venue's orders stands for one of ours. A change that the venue does not know is a
 * cancel and a new order there, under our same name: what is said about the old one must not be
 * taken for the new one. Any thread.
 */
final class Generations {
  /** So long after a change left it may still be done. */
  private static final long IN_FLIGHT = Duration.ofSeconds(70).toNanos();

  private final Recent<Change> replacing = new Recent<>();
  private final Recent<String> current = new Recent<>();
  private final Recent<Integer> cancelling = new Recent<>();
  private final Recent<ClientOrderId> names = new Recent<>();

  /**
   * A change that left.
   *
   * @param venueOrderId the venue's order that it is to end
   * @param sentAt our time
   */
  private record Change(String venueOrderId, long sentAt) {}

  /** A cancel of it leaves. */
  synchronized void cancelling(ClientOrderId id) {
    Integer left = cancelling.get(id.value());
    cancelling.put(id.value(), left == null ? 1 : left + 1);
  }

  /** A cancel of it did nothing, for certain; one that left before may have done something. */
  synchronized void notCancelling(ClientOrderId id) {
    Integer left = cancelling.get(id.value());
    if (left != null && left > 1) {
      cancelling.put(id.value(), left - 1);
    } else {
      cancelling.remove(id.value());
    }
  }

  /** Whether a cancel of it left that may have done something. */
  boolean isCancelling(ClientOrderId id) {
    return cancelling.get(id.value()) != null;
  }

  /** An order that takes the place of this one leaves. */
  void replacing(ClientOrderId id, String venueOrderId, long now) {
    replacing.put(id.value(), new Change(venueOrderId, now));
  }

  /** Whether an order that may take another's place left, and this is it. */
  boolean isSuccessor(ClientOrderId id, String venueOrderId) {
    Change change = replacing.get(id.value());
    return change != null && !change.venueOrderId().equals(venueOrderId);
  }

  /** It took the other's place. */
  void replaced(ClientOrderId id, String venueOrderId) {
    current.put(id.value(), venueOrderId);
  }

  /** The old one stays as it is, or ended. */
  void notReplaced(ClientOrderId id) {
    replacing.remove(id.value());
  }

  /** Whether what is said about the venue's order says nothing about ours any more. */
  boolean isOver(ClientOrderId id, String venueOrderId) {
    String now = current.get(id.value());
    Change change = replacing.get(id.value());
    return now == null
        ? change != null && change.venueOrderId().equals(venueOrderId)
        : !now.equals(venueOrderId);
  }

  /** The venue says that this order of its own is open under our name. */
  void open(ClientOrderId id, String venueOrderId, long now) {
    Change change = replacing.get(id.value());
    if (change == null) {
      return;
    }
    if (!change.venueOrderId().equals(venueOrderId)) {
      replaced(id, venueOrderId);
    } else if (now - change.sentAt() > IN_FLIGHT) {
      notReplaced(id);
    }
  }

  /**
   * The number by which the venue knows the order now; null if it is not known, or while a change
   * may be giving it another.
   */
  @Nullable String number(Order order) {
    String id = order.id().value();
    String now = current.get(id);
    Change change = replacing.get(id);
    boolean changing = change != null && (now == null || change.venueOrderId().equals(now));
    return changing ? null : now == null ? order.venueOrderId() : now;
  }

  /**
   * The name that is ours of one of the venue's orders, which it calls this way. Another client may
   * have called it otherwise since: the first name that was heard stays. Two orders of ours never
   * have one number, unless the venue began to number anew, as a testnet that was emptied does.
   */
  ClientOrderId learn(String symbol, String venueOrderId, ClientOrderId called) {
    ClientOrderId known = name(symbol, venueOrderId);
    if (known == null || OrderNames.isAnother(called, known)) {
      named(symbol, venueOrderId, called);
      return called;
    }
    return known;
  }

  /** We know for certain that this one of the venue's orders is ours. */
  void named(String symbol, String venueOrderId, ClientOrderId id) {
    names.put(symbol + venueOrderId, id);
  }

  /** Our name of one of the venue's orders, or null. */
  @Nullable ClientOrderId name(String symbol, String venueOrderId) {
    return names.get(symbol + venueOrderId);
  }
}
