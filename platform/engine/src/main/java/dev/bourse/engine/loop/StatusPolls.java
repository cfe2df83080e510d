package dev.bourse.engine.loop;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.Event;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.trader.WatcherView;
import dev.bourse.api.trader.WatcherView.State;
import dev.bourse.api.trader.WatcherView.Subject;
import dev.bourse.core.TraderCore;
import dev.bourse.core.ledger.Doubts;
import dev.bourse.core.ledger.OrderMoves;
import dev.bourse.engine.config.AccountWatchers;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one order while its account's stream tells nothing of orders: the one whose state was
 * confirmed longest ago, one question at a time, each after as long as the stream may be silent,
 * later after one that failed. Neither a question nor an answer without news is a turn: only what
 * an answer tells anew is put into the journal and the books. What is on its way is looked after by
 * others and not asked for here. Loop only.
 */
final class StatusPolls {
  private static final long NEVER = Long.MIN_VALUE;

  /** One account. */
  private static final class Polled {
    private long heardAt = NEVER;
    private long askedAt = NEVER;
    private long restsUntil = NEVER;
    private long questions;
    private int missed;
    private @Nullable ClientOrderId waitsFor;
    private CompletableFuture<Boolean> taken = CompletableFuture.completedFuture(true);

    /** All orders are known as of then, each of them perhaps later. */
    private long comparedAt = NEVER;

    private final Map<ClientOrderId, Long> confirmed = new HashMap<>();

    /** What was asked here and not answered: an answer may come late. */
    private final Set<ClientOrderId> unanswered = new HashSet<>();

    /** What the venue lists but does not find, so that there is no use in asking. */
    private final Set<ClientOrderId> unfound = new HashSet<>();

    void forgetAllBut(Set<ClientOrderId> live) {
      confirmed.keySet().retainAll(live);
      unanswered.retainAll(live);
      unfound.retainAll(live);
    }

    long knownAt(ClientOrderId id) {
      return Math.max(comparedAt, confirmed.getOrDefault(id, NEVER));
    }

    void failed(long now, Duration pause) {
      missed++;
      waitsFor = null;
      restsUntil = now + pause.toNanos();
    }
  }

  private final TraderCore core;
  private final AccountWatchers keys;
  private final Function<ExchangeCommand.Query, CompletableFuture<Boolean>> venue;
  private final Map<AccountId, Polled> accounts = new TreeMap<>();

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

  private Polled of(AccountId account) {
    return accounts.computeIfAbsent(account, each -> new Polled());
  }

  /** The stream said something, or a report of everything came. */
  void heard(Event event, long now) {
    if (event instanceof AccountEvent.MassReport report) {
      Polled polled = of(report.account());
      polled.heardAt = now;
      polled.comparedAt = now;
    } else if (event instanceof OrderReport report && Watcher.isOfVenue(report)) {
      Polled polled = of(report.account());
      polled.heardAt = now;
      polled.confirmed.put(report.orderId(), now);
      polled.unfound.remove(report.orderId());
    }
  }

  /** The connection was lost or given up: nothing is waited for any more. */
  void lost(AccountId account) {
    accounts.remove(account);
  }

  /** Somebody else asks as well: whatever is answered is theirs. */
  void askedByOthers(Collection<ExchangeCommand> commands) {
    for (ExchangeCommand each : commands) {
      if (each instanceof ExchangeCommand.Query query) {
        of(query.order().account()).unanswered.remove(query.orderId());
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
    Polled polled = of(account);
    polled.heardAt = polled.heardAt == NEVER ? now : polled.heardAt;
    if (polled.waitsFor != null && isMissed(polled, now)) {
      polled.failed(now, keys.statusPause());
    }
    boolean due =
        now - Math.max(polled.heardAt, polled.askedAt) >= interval.toNanos()
            && now >= polled.restsUntil;
    if (due && polled.waitsFor == null && polled.taken.isDone()) {
      askForOne(account, polled, now);
    }
  }

  private boolean isMissed(Polled polled, long now) {
    boolean refused = polled.taken.isDone() && !polled.taken.join();
    return refused || now - polled.askedAt >= keys.status().timeout().toNanos();
  }

  private void askForOne(AccountId account, Polled polled, long now) {
    List<Order> live =
        core.state().ledger().live().stream()
            .filter(order -> order.account().equals(account))
            .toList();
    polled.forgetAllBut(live.stream().map(Order::id).collect(Collectors.toSet()));
    Optional<Order> oldest =
        live.stream()
            .filter(order -> rests(order) && !polled.unfound.contains(order.id()))
            .min(
                Comparator.comparingLong((Order order) -> polled.knownAt(order.id()))
                    .thenComparing(Order::id));
    if (oldest.isPresent()) {
      ClientOrderId id = oldest.get().id();
      polled.waitsFor = id;
      polled.unanswered.add(id);
      polled.confirmed.put(id, now);
      polled.askedAt = now;
      polled.questions++;
      polled.taken = venue.apply(new ExchangeCommand.Query(oldest.get(), now));
    }
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
    /** The venue does not find what it has: only a report of everything tells what became of it. */
    REPORT
  }

  /** What a report is worth if it is an answer to a question that was asked here. */
  Worth worth(OrderReport report, long now) {
    Polled polled = accounts.get(report.account());
    if (polled == null || !isAnswer(report) || !polled.unanswered.remove(report.orderId())) {
      return Worth.NEWS;
    }
    boolean failed = report instanceof OrderReport.AnswerLost;
    if (report.orderId().equals(polled.waitsFor)) {
      polled.waitsFor = null;
      polled.missed = failed ? polled.missed : 0;
      if (failed) {
        polled.failed(now, keys.statusPause());
      }
    }
    Order order = core.state().ledger().find(report.orderId());
    if (order == null) {
      return Worth.NOTHING;
    } else if (report instanceof OrderReport.Status status) {
      return isNothing(order, status) ? Worth.NOTHING : Worth.DIFFERENCE;
    } else if (failed || isInDoubt(order) || order.status().isClosed()) {
      return Worth.NOTHING;
    }
    polled.unfound.add(order.id());
    return Worth.REPORT;
  }

  private static boolean isAnswer(OrderReport report) {
    return report instanceof OrderReport.Status
        || report instanceof OrderReport.NotFound
        || report instanceof OrderReport.AnswerLost;
  }

  /**
   * What was asked before a command left says nothing of what that did: whoever looks after the
   * command asks again. That an order ended is true whenever it was asked for.
   */
  private boolean isNothing(Order order, OrderReport.Status status) {
    boolean overtaken = isInDoubt(order) && status.status().isLive();
    return overtaken || OrderMoves.confirms(order, status);
  }

  /** What it does for an account, for people. */
  WatcherView view(AccountId account) {
    Polled polled = of(account);
    return new WatcherView(
        account,
        Subject.STATUS,
        state(account, polled),
        Optional.ofNullable(keys.status().interval()),
        keys.status().timeout(),
        keys.status().retries(),
        polled.heardAt,
        polled.askedAt,
        polled.questions,
        polled.missed);
  }

  private State state(AccountId account, Polled polled) {
    if (keys.status().interval() == null) {
      return State.OFF;
    } else if (polled.waitsFor != null) {
      return State.ASKING;
    }
    boolean listens =
        core.state().ledger().live().stream()
            .anyMatch(order -> order.account().equals(account) && rests(order));
    return listens ? State.LISTENING : State.IDLE;
  }
}
