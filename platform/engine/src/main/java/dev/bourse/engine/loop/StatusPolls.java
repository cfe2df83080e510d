package dev.bourse.engine.loop;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.Event;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Order;
import dev.bourse.api.trader.WatcherView;
import dev.bourse.api.trader.WatcherView.State;
import dev.bourse.api.trader.WatcherView.Subject;
import dev.bourse.core.TraderCore;
import dev.bourse.core.ledger.Doubts;
import dev.bourse.core.ledger.InferredFills;
import dev.bourse.core.ledger.OrderMoves;
import dev.bourse.core.reconciliation.Changed;
import dev.bourse.engine.config.AccountWatchers;
import dev.bourse.engine.loop.PolledAccount.Question;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Asks for one order while its account's stream tells nothing of orders: the one whose state was
 * confirmed longest ago, one question at a time, each after as long as the stream may be silent,
 * later after one that failed. One of which nothing was told for long is asked for though others
 * are told of: what answers commands says nothing of the stream. Neither a question nor an answer
 * without news is a turn: only what an answer tells anew is put into the journal and the books.
 * What is on its way is looked after by others and not asked for here. Loop only.
 */
final class StatusPolls {
  private final TraderCore core;
  private final AccountWatchers keys;
  private final Function<ExchangeCommand.Query, CompletableFuture<Boolean>> venue;
  private final Map<AccountId, PolledAccount> accounts = new TreeMap<>();

  /**
   * Nothing is asked yet.
   *
   * @param venue takes a question, and says whether the adapter took it
   */
  StatusPolls(
      TraderCore core,
      AccountWatchers keys,
      Function<ExchangeCommand.Query, CompletableFuture<Boolean>> venue) {
    this.core = core;
    this.keys = keys;
    this.venue = venue;
  }

  private PolledAccount of(AccountId account) {
    return accounts.computeIfAbsent(account, each -> new PolledAccount());
  }

  /** The stream said something, or a report of everything came. */
  void heard(Event event, long now) {
    if (event instanceof AccountEvent.MassReport report) {
      of(report.account()).compared(now);
    } else if (event instanceof OrderReport report && Watcher.isOfVenue(report)) {
      of(report.account()).heard(report.orderId(), now);
    }
  }

  /** The connection was lost or given up: nothing is waited for any more. */
  void lost(AccountId account) {
    accounts.remove(account);
  }

  /** Somebody else asks as well: what is answered next may still be to the older question. */
  void askedByOthers(Collection<ExchangeCommand> commands) {
    for (ExchangeCommand each : commands) {
      if (each instanceof ExchangeCommand.Query query) {
        of(query.order().account()).shared(query.orderId());
      }
    }
  }

  /**
   * Asks if it is time to; the account is connected and its books are those of the venue.
   *
   * @param now our time in nanoseconds
   */
  void look(AccountId account, long now) {
    Duration interval = keys.status().interval();
    if (interval == null) {
      return;
    }
    PolledAccount polled = of(account);
    polled.listens(now);
    if (polled.isMissed(now, keys.status().timeout())) {
      polled.failed(now, keys.statusPause());
    }
    if (!polled.mayAsk(now)) {
      return;
    }
    if (polled.isSilent(now, interval)) {
      oldest(account, polled).ifPresent(order -> ask(polled, order, now));
    } else if (polled.scans(now, interval)) {
      oldest(account, polled)
          .filter(order -> polled.isStale(order.id(), now, interval))
          .ifPresent(order -> ask(polled, order, now));
    }
  }

  private Optional<Order> oldest(AccountId account, PolledAccount polled) {
    List<Order> live =
        core.state().ledger().live().stream()
            .filter(order -> order.account().equals(account))
            .toList();
    polled.forgetAllBut(live.stream().map(Order::id).collect(Collectors.toSet()));
    return live.stream()
        .filter(order -> rests(order) && polled.isFound(order.id()))
        .min(
            Comparator.comparingLong((Order order) -> polled.knownAt(order.id()))
                .thenComparing(Order::id));
  }

  private void ask(PolledAccount polled, Order order, long now) {
    polled.asks(order.id(), venue.apply(new ExchangeCommand.Query(order, now)), now, core.time());
  }

  /** Whether the venue has it, as far as is known, and nothing else is asked of it. */
  private boolean rests(Order order) {
    return switch (order.status()) {
      case ACCEPTED, TRIGGERED, PARTIALLY_FILLED -> !isInDoubt(order);
      default -> false;
    };
  }

  private boolean isInDoubt(Order order) {
    return Doubts.awaitsAnswer(order) || core.state().doubts().contains(order.id());
  }

  /** What an answer is worth. */
  enum Worth {
    /** It is no answer to a question that was asked here: it is to be applied. */
    NEWS,
    /** An order stands otherwise than it is known: it is to be applied, too. */
    DIFFERENCE,
    /** It says what is known, or nothing. */
    NOTHING,
    /** Only a report of everything tells what became of the order, or what it is now. */
    REPORT
  }

  /**
   * What a report is worth if it is an answer to a question that was asked here. A lost answer
   * while an order is in doubt may be that to the command, which alone begins the doubt.
   */
  Worth worth(OrderReport report, long now) {
    PolledAccount polled = accounts.get(report.account());
    Order order = core.state().ledger().find(report.orderId());
    boolean lost = report instanceof OrderReport.AnswerLost;
    boolean ofCommand = lost && order != null && isInDoubt(order);
    if (polled == null || !isAnswer(report) || ofCommand) {
      return Worth.NEWS;
    }
    Question question = polled.answered(report.orderId());
    if (question == null) {
      return Worth.NEWS;
    }
    polled.settled(report.orderId(), lost, now, keys.statusPause());
    if (order == null || lost) {
      return Worth.NOTHING;
    }
    return report instanceof OrderReport.Status status
        ? worth(order, status, question)
        : absent(polled, order, question);
  }

  private Worth absent(PolledAccount polled, Order order, Question question) {
    if (question.shared()) {
      return Worth.NEWS; // it says when it was asked for
    } else if (isInDoubt(order) || order.status().isClosed()) {
      return Worth.NOTHING;
    }
    polled.notFound(order.id());
    return Worth.REPORT;
  }

  /**
   * What was asked before a command left says nothing of what that did: whoever looks after the
   * command asks again, and the fold would end the doubt. Nor does what was asked before the order
   * changed here say how it stands. That an order ended, or was filled, is true whenever it was
   * asked for.
   */
  private Worth worth(Order order, OrderReport.Status status, Question question) {
    if (status.status().isLive()) {
      boolean unseen = InferredFills.unseen(order, status).isPositive();
      if (isInDoubt(order)) {
        return unseen ? Worth.REPORT : Worth.NOTHING;
      } else if (!unseen && order.updatedAt() >= question.at()) {
        return Worth.NOTHING;
      } else if (Changed.outside(order, status)) {
        return Worth.REPORT;
      }
    }
    if (question.shared()) {
      return Worth.NEWS;
    }
    return OrderMoves.confirms(order, status) ? Worth.NOTHING : Worth.DIFFERENCE;
  }

  private static boolean isAnswer(OrderReport report) {
    return report instanceof OrderReport.Status
        || report instanceof OrderReport.NotFound
        || report instanceof OrderReport.AnswerLost;
  }

  /** What it does for an account, for people. */
  WatcherView view(AccountId account) {
    PolledAccount polled = of(account);
    return new WatcherView(
        account,
        Subject.STATUS,
        state(account, polled),
        Optional.ofNullable(keys.status().interval()),
        keys.status().timeout(),
        keys.status().retries(),
        polled.heardAt(),
        polled.askedAt(),
        polled.questions(),
        polled.missed());
  }

  private State state(AccountId account, PolledAccount polled) {
    if (keys.status().interval() == null) {
      return State.OFF;
    } else if (polled.isAsking()) {
      return State.ASKING;
    }
    boolean listens =
        core.state().ledger().live().stream()
            .anyMatch(order -> order.account().equals(account) && rests(order));
    return listens ? State.LISTENING : State.IDLE;
  }
}
