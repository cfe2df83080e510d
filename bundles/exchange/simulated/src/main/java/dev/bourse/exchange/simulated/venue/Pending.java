package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderLink;
import dev.bourse.api.model.OrderSpec;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way to the venue.
 *
 * @param number rising in the order of arrival
 * @param kind what is to be done
 * @param account whose order it is
 * @param id the order
 * @param spec what was wanted
 * @param change what is to be different, for an amend
 * @param link its place in a list of orders, or null
 * @param decidedAt when the trader decided it, nanoseconds
 * @param arrivesAt when it acts, nanoseconds
 */
record Pending(
    long number,
    Kind kind,
    AccountId account,
    ClientOrderId id,
    OrderSpec spec,
    @Nullable OrderChange change,
    @Nullable OrderLink link,
    long decidedAt,
    long arrivesAt) {
  /** What a command can ask for. The names of the constants are part of what is stored. */
  enum Kind {
    SUBMIT,
    CANCEL,
    QUERY,
    AMEND
  }

  /** A command on its way that wants the given of the venue. */
  static Pending of(long number, ExchangeCommand command, OrderSpec wanted, long arrivesAt) {
    return new Pending(
        number,
        kindOf(command),
        command.order().account(),
        command.orderId(),
        wanted,
        command instanceof ExchangeCommand.Amend amend ? amend.change() : null,
        command.order().link(),
        command.decidedAt(),
        arrivesAt);
  }

  OrderKey key() {
    return new OrderKey(account, id);
  }

  static Kind kindOf(ExchangeCommand command) {
    if (command instanceof ExchangeCommand.Submit) {
      return Kind.SUBMIT;
    }
    if (command instanceof ExchangeCommand.Cancel) {
      return Kind.CANCEL;
    }
    if (command instanceof ExchangeCommand.Amend) {
      return Kind.AMEND;
    }
    if (command instanceof ExchangeCommand.Query) {
      return Kind.QUERY;
    }
    throw new IllegalArgumentException(
        "the simulated exchange does not know the command " + command.getClass().getSimpleName());
  }
}
