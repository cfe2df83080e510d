package dev.bourse.engine.loop;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.Event;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Order;
import dev.bourse.core.status.TraderFlags.AccountFlags;
import dev.bourse.engine.venue.AccountLink;
import dev.bourse.engine.watch.ShutOutException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks venues how their accounts stand, and says which of their reports matter. On the loop. */
final class Reports {
  private static final Logger LOG = LoggerFactory.getLogger(Reports.class);

  private final LoopParts parts;
  private final AccountWatch watch;
  private final StatusPolls polls;
  private final Comparing comparing;
  private final BusyBalances busy;
  private final Verification verification;
  private final Consumer<Event> input;
  private final BiConsumer<AccountLink, String> giveUp;

  /** Puts in what people hear of, and gives up an account whose adapter cannot be asked. */
  Reports(
      LoopParts parts,
      AccountWatch watch,
      StatusPolls polls,
      Comparing comparing,
      Consumer<Event> input,
      BiConsumer<AccountLink, String> giveUp) {
    this.parts = parts;
    this.watch = watch;
    this.polls = polls;
    this.comparing = comparing;
    this.busy = new BusyBalances(parts.core());
    this.verification = new Verification(parts.core());
    this.input = input;
    this.giveUp = giveUp;
  }

  /**
   * A report that somebody waits for is news; one that was asked for in silence may be none, and
   * one that was asked for before an outage is none of what happened in it.
   */
  boolean isNews(AccountEvent.MassReport report, long now) {
    if (watch.isOutdated(report, now)) {
      if (watch.asksAnew(report.account())) {
        askAll(report.account());
      }
      return false;
    }
    if (comparing.isTooOld(report)) {
      askAll(report.account());
    }
    boolean awaited = comparing.isAwaited(report);
    boolean looked = comparing.isOnlyLookedAt(report);
    boolean nothing = watch.isNothingNew(report);
    boolean news = !looked && (awaited || !nothing);
    if (!looked) {
      busy.heard(report, news, now);
    }
    return news;
  }

  /** Whether a report of an order is more than an answer that says what is known. */
  boolean isNews(OrderReport report, long now) {
    switch (worth(report, now)) {
      case NEWS -> {
        return true;
      }
      case DIFFERENCE -> {
        differs(report);
        return true;
      }
      case REPORT -> askAll(report.account());
      case NOTHING -> {}
    }
    return false;
  }

  /** What contradicts itself is for the books to refuse, with a sentence. */
  private StatusPolls.Worth worth(OrderReport report, long now) {
    try {
      return polls.worth(report, now);
    } catch (IllegalArgumentException e) {
      return StatusPolls.Worth.NEWS;
    }
  }

  private void differs(OrderReport report) {
    Order order = parts.core().state().ledger().find(report.orderId());
    if (order != null && report instanceof OrderReport.Status status) {
      watch.differs(order, status);
    }
  }

  /**
   * Asks what is due. An account that is not reconciled is asked for ever; one that was and answers
   * no more is not connected, whatever its stream says.
   */
  void look(AccountLink link) {
    long now = parts.clock().now();
    AccountFlags flags = parts.core().state().flags().account(link.id());
    if (!link.isOpen() || !flags.connected() || watch.rests(link.id(), now)) {
      return;
    }
    if (watch.isOverdue(link.id(), now)) {
      boolean often = watch.missed(link.id());
      if (often && flags.reconciled()) {
        giveUp.accept(link, watch.silence(link.id()));
      } else {
        askAgain(link);
      }
    } else if (!flags.reconciled() && !watch.isWaiting(link.id())) {
      askAll(link.id());
    } else if (!watch.isWaiting(link.id()) && verification.isDue(link.id())) {
      watch.asked(link.id(), now);
      ask(link, Math.max(0, parts.core().time() - AccountWatch.WINDOW), false);
    } else if (flags.reconciled() && watch.isDue(link.id(), now)) {
      askLately(link);
    } else if (flags.reconciled() && !watch.isWaiting(link.id())) {
      compareLate(link);
      if (!watch.isWaiting(link.id())) {
        polls.look(link.id(), parts.clock().now());
      }
    }
  }

  /** Asks for all that the books are compared with. */
  void askAll(AccountId account) {
    AccountLink link = parts.venues().find(account);
    if (link != null) {
      watch.asked(account, parts.clock().now());
      ask(link, parts.since(), true);
    }
  }

  /** Asks the same once more for an answer that stayed out. */
  private void askAgain(AccountLink link) {
    watch.askedAgain(link.id(), parts.clock().now());
    ask(link, parts.since(), true);
  }

  /** Asks in silence for what happened lately. */
  private void askLately(AccountLink link) {
    long from = Math.max(0, parts.core().time() - AccountWatch.WINDOW);
    ask(link, from, watch.isDiffering(link.id()));
  }

  /** Compares balances that could not be compared when they came. */
  private void compareLate(AccountLink link) {
    long now = parts.clock().now();
    BusyBalances.Found found = busy.look(link.id(), now);
    if (found instanceof BusyBalances.Found.Certain certain) {
      input.accept(certain.event());
    } else if (found instanceof BusyBalances.Found.Unsure unsure) {
      watch.askedSilently(link.id(), now);
      ask(link, Math.max(0, parts.core().time() - AccountWatch.WINDOW), unsure.flows());
    }
  }

  /** Behind every turn that no market data made. */
  void followed(Event event) {
    verification.heard(event);
  }

  /** The connection of an account was lost. */
  void lost(AccountId account) {
    comparing.lost(account);
    busy.lost(account);
  }

  /**
   * Asks for a report; an adapter that throws must neither end the trader nor this watch. The
   * history of flows costs the venue more than all else, so it is asked for when it helps.
   */
  private void ask(AccountLink link, long from, boolean flows) {
    try {
      if (flows && parts.plan().values().reconcile().flows()) {
        link.requestReportWithFlows(from);
      } else {
        link.requestReport(from);
      }
    } catch (ShutOutException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      unable(link, e);
    }
  }

  private void unable(AccountLink link, Throwable cause) {
    AccountId account = link.id();
    LOG.warn("Account {} could not be asked for a report", account, cause);
    if (watch.failed(account, parts.clock().now())) {
      String why = "it could not be asked how it stands, its adapter threw " + cause;
      input.accept(
          new LifecycleEvent.Overdue(
              account, LifecycleEvent.Overdue.Phase.CHECK, why + "; it is asked again in 30s"));
    }
    boolean reconciled = parts.core().state().flags().account(account).reconciled();
    if (watch.missed(account) && reconciled) {
      giveUp.accept(link, "it cannot be asked for reports, its adapter threw " + cause);
    }
  }
}
