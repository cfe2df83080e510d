package dev.bourse.api.event;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.VenueCause;
import org.jspecify.annotations.Nullable;

/**
 * What a venue says about one order of an account, or the adapter of what never left for it.
 * Reports may repeat and arrive out of order.
 */
public sealed interface OrderReport extends VenueEvent {
  /** The account. */
  AccountId account();

  /** Our id of the order. */
  ClientOrderId orderId();

  /** The venue's time in nanoseconds; the adapter's of what the venue does not know of. */
  long eventTime();

  /**
   * The order works.
   *
   * @param account the account
   * @param orderId our id
   * @param venueOrderId the venue's id
   * @param eventTime the venue's time at which it took the order, however late that is told: by it
   *     an order of a store that was lost is told from one of another instance
   */
  record Accepted(AccountId account, ClientOrderId orderId, String venueOrderId, long eventTime)
      implements OrderReport {}

  /**
   * The venue proved that it refused the order.
   *
   * @param account the account
   * @param orderId our id
   * @param reason the venue's code and text
   * @param passing whether it refused it for what passes by itself (a limit, a venue that is busy,
   *     a clock that is set meanwhile), so that the same order may be taken later: an exit of a
   *     list is placed anew then, as another order and after a pause that grows. Never for what the
   *     order itself is, or for what the account lacks
   * @param eventTime the venue's time
   */
  record Rejected(
      AccountId account, ClientOrderId orderId, String reason, boolean passing, long eventTime)
      implements OrderReport {
    /** One for what the order itself is, or for what the account lacks. */
    public Rejected(AccountId account, ClientOrderId orderId, String reason, long eventTime) {
      this(account, orderId, reason, false, eventTime);
    }
  }

  /**
   * The adapter refused the order before anything of it was sent: a filter of the venue that it
   * applies itself, a limit without room, or an order that the venue has no words for. Whoever
   * tells this knows for certain that nothing left; whatever may have left is {@link AnswerLost}.
   *
   * @param account the account
   * @param orderId our id
   * @param reason {@code CODE: key=value ...}; the code is the filter's name if it was one
   * @param passing whether what stood in its way passes by itself, so that the same order may leave
   *     later: a limit has no room now, the venue wants patience, the line was lost before it left,
   *     or it was taken back with another that it was to leave with. An exit of a list is placed
   *     anew then, as another order and after a pause that grows. Never for what the order itself
   *     is, as a filter refuses it: that would be refused each time
   * @param eventTime the adapter's time
   */
  record Denied(
      AccountId account, ClientOrderId orderId, String reason, boolean passing, long eventTime)
      implements OrderReport {
    /** One for what the order itself is. */
    public Denied(AccountId account, ClientOrderId orderId, String reason, long eventTime) {
      this(account, orderId, reason, false, eventTime);
    }
  }

  /**
   * The venue made an order of its own for the account. Its fills follow as {@link Filled}.
   *
   * @param account the account
   * @param orderId the venue's name of it, never used twice
   * @param spec what it does
   * @param cause why it was made
   * @param reason the numbers behind that, a sentence
   * @param eventTime the venue's time
   */
  record Made(
      AccountId account,
      ClientOrderId orderId,
      OrderSpec spec,
      VenueCause cause,
      String reason,
      long eventTime)
      implements OrderReport {}

  /**
   * A part was executed.
   *
   * @param fill the execution; its {@code fillId} makes repeats harmless
   */
  record Filled(Fill fill) implements OrderReport {
    @Override
    public AccountId account() {
      return fill.account();
    }

    @Override
    public ClientOrderId orderId() {
      return fill.orderId();
    }

    @Override
    public long eventTime() {
      return fill.eventTime();
    }
  }

  /**
   * The rest was cancelled.
   *
   * @param account the account
   * @param orderId our id
   * @param reason who cancelled it and why
   * @param eventTime the venue's time
   */
  record Canceled(AccountId account, ClientOrderId orderId, String reason, long eventTime)
      implements OrderReport {}

  /**
   * The rest expired by its time in force.
   *
   * @param account the account
   * @param orderId our id
   * @param reason the venue's text
   * @param eventTime the venue's time
   */
  record Expired(AccountId account, ClientOrderId orderId, String reason, long eventTime)
      implements OrderReport {}

  /**
   * The trigger of a conditional order was passed: it looks for its price from now on.
   *
   * @param account the account
   * @param orderId our id
   * @param eventTime the venue's time
   */
  record Triggered(AccountId account, ClientOrderId orderId, long eventTime)
      implements OrderReport {}

  /**
   * The order was changed: by our amend, or by the venue itself as its trigger trails.
   *
   * @param account the account
   * @param orderId our id
   * @param venueOrderId the venue's id from now on
   * @param change what holds from now on
   * @param eventTime the venue's time
   */
  record Updated(
      AccountId account,
      ClientOrderId orderId,
      String venueOrderId,
      OrderChange change,
      long eventTime)
      implements OrderReport {}

  /**
   * The venue refused an amend, or the adapter did not send it; the order is as it was.
   *
   * @param account the account
   * @param orderId our id
   * @param reason the venue's code and text, or why it was not sent
   * @param eventTime the venue's time
   */
  record UpdateRejected(AccountId account, ClientOrderId orderId, String reason, long eventTime)
      implements OrderReport {}

  /**
   * The venue refused a cancel, or the adapter did not send it; the order is as it was.
   *
   * @param account the account
   * @param orderId our id
   * @param reason the venue's code and text, or why it was not sent
   * @param eventTime the venue's time
   */
  record CancelRejected(AccountId account, ClientOrderId orderId, String reason, long eventTime)
      implements OrderReport {}

  /**
   * The answer to a command was lost: nothing is proven. The engine queries by id and never sends
   * again.
   *
   * @param account the account
   * @param orderId our id
   * @param reason what happened, a sentence
   * @param eventTime when the adapter gave up waiting
   */
  record AnswerLost(AccountId account, ClientOrderId orderId, String reason, long eventTime)
      implements OrderReport {}

  /**
   * The answer to a query: the order as the venue sees it.
   *
   * @param account the account
   * @param orderId our id
   * @param venueOrderId the venue's id
   * @param status the status in our vocabulary
   * @param filled how much was filled in all
   * @param filledNotional price times quantity of all of it
   * @param reason the venue's text, or empty
   * @param eventTime the venue's time
   * @param terms the quantity, limit and trigger price that hold at the venue, or null if it does
   *     not say
   */
  record Status(
      AccountId account,
      ClientOrderId orderId,
      @Nullable String venueOrderId,
      OrderStatus status,
      Quantity filled,
      Money filledNotional,
      String reason,
      long eventTime,
      @Nullable OrderChange terms)
      implements OrderReport {
    /** From a venue that does not say what holds. */
    public Status(
        AccountId account,
        ClientOrderId orderId,
        @Nullable String venueOrderId,
        OrderStatus status,
        Quantity filled,
        Money filledNotional,
        String reason,
        long eventTime) {
      this(account, orderId, venueOrderId, status, filled, filledNotional, reason, eventTime, null);
    }
  }

  /**
   * The answer to a query: the venue has no such order. One such answer proves nothing; two, late
   * enough, do.
   *
   * @param account the account
   * @param orderId our id
   * @param queriedAt when the query left, the adapter's time in nanoseconds
   * @param eventTime the venue's time
   */
  record NotFound(AccountId account, ClientOrderId orderId, long queriedAt, long eventTime)
      implements OrderReport {}
}
