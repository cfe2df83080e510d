package dev.bourse.core;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.Event;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.EventSink;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.exchange.LockstepExchange;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.risk.DenialCode;
import dev.bourse.core.decision.TurnRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Drives a core together with exchanges that have no threads: backtest, paper and replay. Not
 * thread-safe.
 *
 * <p>At one time: timers first, then venue answers, then market data. A market event reaches the
 * venues before the trader; every turn is handed to the {@link TurnSink}, which makes it durable,
 * before its commands go out; the next event waits until all that followed is done.
 */
public final class Lockstep implements EventSink {
  /** Takes every turn; when it returns, the turn is as durable as its mode demands. */
  @FunctionalInterface
  public interface TurnSink {
    /** Takes a turn; the record is valid during the call only. */
    void turn(TurnRecord record);
  }

  private final TraderCore core;
  private final TurnSink sink;
  private final Map<AccountId, LockstepExchange> byAccount = new TreeMap<>();
  private final List<LockstepExchange> exchanges = new ArrayList<>();
  private final Queue<Event> pending = new ArrayDeque<>();
  private final List<Event> answers = new ArrayList<>();
  private boolean executing;

  /** A driver without exchanges. */
  public Lockstep(TraderCore core, TurnSink sink) {
    this.core = core;
    this.sink = sink;
  }

  /** Adds the exchange of an account. */
  public void attach(AccountId account, LockstepExchange exchange) {
    byAccount.put(account, exchange);
    exchanges.clear();
    exchanges.addAll(byAccount.values());
    core.bindAccount(account, exchange.capabilities());
  }

  /** Takes the exchange of an account away; commands for it are dropped until it is back. */
  public void detach(AccountId account) {
    byAccount.remove(account);
    exchanges.clear();
    exchanges.addAll(byAccount.values());
  }

  /** Takes what an exchange reports; it is applied before anything later. */
  @Override
  public boolean accept(VenueEvent event) {
    if (executing) {
      answers.add(event);
    } else {
      pending.add(event);
    }
    return true;
  }

  /** Everything due up to the time, then market data: to the venues, then to the trader. */
  public void market(MarketEvent event, long position, long time) {
    advance(time);
    for (int i = 0; i < exchanges.size(); i++) {
      exchanges.get(i).onMarket(event, position, time);
    }
    if (!pending.isEmpty()) {
      drain(time);
    }
    take(time, event);
    if (!pending.isEmpty()) {
      drain(time);
    }
  }

  /**
   * Everything due up to the time, then any other event. A start comes first of all: what venues
   * said while they were opened belongs to it.
   */
  public void input(long time, Event event) {
    if (!(event instanceof LifecycleEvent.Started)) {
      advance(time);
    }
    take(Math.max(time, core.time()), event);
    drain(time);
  }

  /** Asks a venue for its report and applies it. */
  public void reconcile(AccountId account, long since, long time) {
    LockstepExchange exchange = byAccount.get(account);
    if (exchange != null) {
      exchange.execution().requestReport(since);
      drain(time);
    }
  }

  /**
   * Asks a venue for its report without applying it; null if the venue is away or does not answer.
   */
  public AccountEvent.@Nullable MassReport ask(AccountId account, long since) {
    LockstepExchange exchange = byAccount.get(account);
    if (exchange == null) {
      return null;
    }
    executing = true;
    try {
      exchange.execution().requestReport(since);
    } finally {
      executing = false;
    }
    AccountEvent.MassReport asked = null;
    for (Event event : answers) {
      if (asked == null && event instanceof AccountEvent.MassReport report) {
        asked = report;
      } else {
        pending.add(event);
      }
    }
    answers.clear();
    return asked;
  }

  /** Fires timers and lets venues work, each at its own time, up to and including the given one. */
  public void advance(long time) {
    while (true) {
      if (!pending.isEmpty()) {
        drain(core.time());
      }
      long timer = core.nextDeadline();
      long work = nextWork();
      if (Math.min(timer, work) > time) {
        return;
      }
      if (timer <= work) {
        TimerEvent due = core.due(time);
        if (due != null) {
          take(Math.max(due.deadline(), core.time()), due);
        }
      } else {
        work(Math.max(work, core.time()));
      }
    }
  }

  private void work(long time) {
    for (int i = 0; i < exchanges.size(); i++) {
      exchanges.get(i).doWork(time);
    }
    drain(time);
  }

  private long nextWork() {
    long next = Long.MAX_VALUE;
    for (int i = 0; i < exchanges.size(); i++) {
      next = Math.min(next, exchanges.get(i).nextDeadline());
    }
    return next;
  }

  /**
   * The next time at which {@link #advance} has something to do, {@link Long#MAX_VALUE} for never.
   */
  public long nextDeadline() {
    return Math.min(core.nextDeadline(), nextWork());
  }

  private void drain(long time) {
    for (Event event = pending.poll(); event != null; event = pending.poll()) {
      take(Math.max(time, core.time()), event);
    }
  }

  private void take(long time, Event event) {
    TurnRecord record = core.on(time, event);
    sink.turn(record);
    List<ExchangeCommand> commands = record.commands();
    for (int i = 0; i < commands.size(); i++) {
      execute(commands.get(i));
    }
  }

  private void execute(ExchangeCommand command) {
    LockstepExchange exchange = byAccount.get(command.order().account());
    executing = true;
    boolean taken;
    try {
      taken = exchange != null && exchange.execution().execute(command);
    } finally {
      executing = false;
    }
    if (taken && !(command instanceof ExchangeCommand.Query)) {
      command.orders().forEach(order -> pending.add(new CommandEvent.Sent(order.id())));
    } else if (!taken) {
      dropped(command, exchange == null);
    }
    for (int i = 0; i < answers.size(); i++) {
      pending.add(answers.get(i));
    }
    answers.clear();
  }

  private void dropped(ExchangeCommand command, boolean away) {
    String reason =
        DenialCode.VENUE_BUSY
            .because(away ? "the exchange adapter is away" : "the adapter's queue is full")
            .toString();
    pending.addAll(DroppedCommand.events(command, reason));
  }
}
