package dev.bourse.api.exchange;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * The way of commands to a venue. Every command is taken or refused at once and answered later by
 * events; a command that was taken and whose answer is lost ends in {@code OrderReport.AnswerLost},
 * never in silence, and an order that was taken and for certain was never sent in {@code
 * OrderReport.Denied}.
 */
@ConsumerType
public interface ExecutionClient {
  /**
   * Takes a command for sending. The intent behind it is durable: a live trader calls this from its
   * journal writer's thread, one command after the other, while its loop may call any other method;
   * in lockstep the loop calls it. False if the adapter's queue is full; nothing was sent then.
   */
  boolean execute(ExchangeCommand command);

  /**
   * Called by the trader's loop. Asks for all open orders, balances, and the fills since a time;
   * answered by {@code AccountEvent.MassReport}.
   *
   * @param since nanoseconds; 0 for as far back as the venue keeps
   */
  void requestReport(long since);

  /**
   * Called by the trader's loop where {@link Capabilities#flowHistory()} says that there is one:
   * the same, and the report brings the venue's history of money that came and went, asked for
   * before the balances. A history that cannot be had is left out; the report comes without it.
   *
   * @param since nanoseconds; 0 for as far back as the venue keeps
   */
  default void requestReportWithFlows(long since) {
    requestReport(since);
  }
}
