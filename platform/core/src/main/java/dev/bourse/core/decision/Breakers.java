package dev.bourse.core.decision;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.Event;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Money;
import dev.bourse.api.risk.Breaker;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.api.trader.Safeguards.BreakerView;
import dev.bourse.core.breaker.BreakerBook;
import dev.bourse.core.breaker.BreakerBook.Mark;
import dev.bourse.core.state.AccountEquity;
import dev.bourse.core.state.Effects;
import dev.bourse.core.state.TraderState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Watches what accounts lose: in each breaker's interval, at the end of a day, and with whatever
 * changes an account. Decides live only; marks and latches come back by the record.
 */
final class Breakers {
  /** The engine's timers that look at one breaker, followed by its name. */
  private static final String CHECK = "breaker ";

  /** The engine's timers at the end of days, followed by the zone. */
  private static final String DAY = "breaker-day ";

  private final TraderState state;
  private final Decider decider;
  private final BreakerSet set;
  private boolean waiting;

  Breakers(TraderState state, Decider decider, BreakerSet set) {
    this.state = state;
    this.decider = decider;
    this.set = set;
  }

  /** Looks if the event is a reason to; before strategies are asked. */
  void look(Event event, Effects effects) {
    if (set.all().isEmpty() || !state.flags().isRecovered()) {
      return;
    }
    boolean begins =
        event instanceof LifecycleEvent.Recovered
            || event instanceof LifecycleEvent.RiskModuleChanged
            || event instanceof ControlEvent.Reset;
    if (event instanceof TimerEvent timer && timer.owner().equals(TimerEvent.ENGINE)) {
      timer(timer.name());
    } else if (begins || event instanceof AccountEvent || isFilled(effects)) {
      measure(set.all());
    }
    if (begins) {
      set.all().forEach(this::arm);
    }
  }

  /** Whether an account is not measured yet, so that the next price may be what was missing. */
  boolean isWaiting() {
    return waiting && !set.all().isEmpty();
  }

  /** Looks at everything. */
  void measure() {
    measure(set.all());
  }

  private static boolean isFilled(Effects effects) {
    return effects.changes().stream().anyMatch(change -> !change.fills().isEmpty());
  }

  private void timer(String name) {
    if (name.startsWith(CHECK)) {
      String wanted = name.substring(CHECK.length());
      set.all().stream()
          .filter(each -> each.name().equals(wanted))
          .forEach(
              breaker -> {
                measure(List.of(breaker));
                arm(breaker);
              });
    } else if (name.startsWith(DAY)) {
      measure(set.all());
      set.all().forEach(this::armDay);
    }
  }

  private void arm(Breaker breaker) {
    long next = state.time() + breaker.interval().toNanos();
    decider.emit(new TurnResult.TimerSet(TimerEvent.ENGINE, CHECK + breaker.name(), next));
    armDay(breaker);
  }

  private void armDay(Breaker breaker) {
    if (breaker.mark() instanceof Breaker.Day day) {
      String name = DAY + day.zone();
      if (!state.engineTimers().isSet(TimerEvent.ENGINE, name)) {
        long end = Days.end(state.time(), day.zone());
        decider.emit(new TurnResult.TimerSet(TimerEvent.ENGINE, name, end));
      }
    }
  }

  /** What trips by an old mark does so before a new one takes its place. */
  private void measure(List<Breaker> breakers) {
    for (AccountId account : state.settings().accounts()) {
      Money equity = AccountEquity.of(state, account).orElse(null);
      if (equity != null) {
        value(account, equity);
        breakers.forEach(breaker -> judge(breaker, account, equity));
        breakers.forEach(breaker -> mark(breaker, account, equity));
      }
    }
    waiting =
        !state.settings().accounts().stream()
            .allMatch(account -> set.isMeasured(state.breakers(), account));
  }

  /** Everything has a price now, so flows that waited for one have a worth. */
  private void value(AccountId account, Money equity) {
    BreakerBook book = state.breakers();
    Money worth = equity.currency().zero();
    List<Money> flows = book.unvalued(account);
    for (Money flow : flows) {
      Money each = AccountEquity.worth(state, account, flow, equity.currency());
      if (each == null) {
        return;
      }
      worth = worth.plus(each);
    }
    if (!flows.isEmpty()) {
      for (Map.Entry<String, Mark> each : book.marks(account).entrySet()) {
        Mark mark = each.getValue();
        if (mark.equity().currency().equals(equity.currency())) {
          Money moved = mark.equity().plus(worth);
          decider.emit(
              new TurnResult.MarkSet(account, each.getKey(), moved, mark.since(), mark.until()));
        }
      }
    }
  }

  private void judge(Breaker breaker, AccountId account, Money equity) {
    Mark mark = state.breakers().mark(account, breaker.mark().word());
    boolean open = state.breakers().tripped(breaker.name(), account).isEmpty();
    if (mark == null || !open || !mark.equity().currency().equals(equity.currency())) {
      return;
    }
    Money loss = mark.equity().minus(equity);
    if (breaker.limit().isReached(loss, mark.equity())) {
      String sentence = TripText.of(breaker, account, mark, equity, state.time());
      decider.emit(
          new TurnResult.BreakerTripped(
              breaker.name(), account, breaker.mark().word(), breaker.flatten(), sentence));
      decider.note(Alert.Level.CRITICAL, sentence + TripText.REMEDY);
    }
  }

  private void mark(Breaker breaker, AccountId account, Money equity) {
    String word = breaker.mark().word();
    Mark mark = state.breakers().mark(account, word);
    boolean stale =
        mark == null
            || !mark.equity().currency().equals(equity.currency())
            || state.time() >= mark.until()
            || (breaker.mark() instanceof Breaker.Peak && equity.compareTo(mark.equity()) > 0);
    if (stale) {
      long until =
          breaker.mark() instanceof Breaker.Day day
              ? Days.end(state.time(), day.zone())
              : Long.MAX_VALUE;
      decider.emit(new TurnResult.MarkSet(account, word, equity, state.time(), until));
    }
  }

  /** All of them, for people. */
  List<BreakerView> views() {
    if (set.all().isEmpty()) {
      return List.of();
    }
    Map<AccountId, Optional<Money>> worth = new TreeMap<>();
    state.settings().accounts().forEach(id -> worth.put(id, AccountEquity.of(state, id)));
    List<BreakerView> views = new ArrayList<>();
    for (Breaker breaker : set.all()) {
      worth.forEach((account, equity) -> views.add(view(breaker, account, equity)));
    }
    return views;
  }

  private BreakerView view(Breaker breaker, AccountId account, Optional<Money> equity) {
    Mark mark = state.breakers().mark(account, breaker.mark().word());
    return new BreakerView(
        breaker,
        account,
        equity,
        mark == null ? Optional.empty() : Optional.of(mark.equity()),
        mark == null ? Long.MIN_VALUE : mark.since(),
        state.breakers().tripped(breaker.name(), account));
  }
}
