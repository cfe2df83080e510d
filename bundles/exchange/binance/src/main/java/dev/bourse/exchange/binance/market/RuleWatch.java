package dev.bourse.exchange.binance.market;

import dev.bourse.api.model.Instrument;
import dev.bourse.exchange.binance.net.BackOff;
import dev.bourse.exchange.binance.net.Worker;
import dev.bourse.exchange.binance.rest.RestException;
import dev.bourse.exchange.binance.rules.RuleBook;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the rules of instruments again: all of them every few minutes, and those of one at once
 * when what the venue says of it does not fit them, for then they may have changed. Any thread may
 * say so; the worker reads.
 */
final class RuleWatch {
  private static final Logger LOG = LoggerFactory.getLogger(RuleWatch.class);
  private static final int NO_SUCH_SYMBOL = -1121;

  /** Numbers that fit no rules would else be a question each. */
  private static final Duration BETWEEN = Duration.ofMinutes(1);

  private final RuleBook rules;
  private final Worker worker;
  private final Duration pause;
  private final Supplier<List<String>> symbols;
  private final Consumer<Instrument> changed;

  /** Those that the venue does not have any more; on the worker. */
  private final Set<String> gone = new TreeSet<>();

  /** Those that were asked for because something did not fit, until a minute after the answer. */
  private final Set<String> asked = new HashSet<>();

  /**
   * Reads nothing yet.
   *
   * @param pause how often all rules are read
   * @param symbols those whose rules are known
   * @param changed told of what was read, changed or not
   */
  RuleWatch(
      RuleBook rules,
      Worker worker,
      Duration pause,
      Supplier<List<String>> symbols,
      Consumer<Instrument> changed) {
    this.rules = rules;
    this.worker = worker;
    this.pause = pause;
    this.symbols = symbols;
    this.changed = changed;
  }

  /** Reads from now on. */
  void begin() {
    worker.later(pause, this::all);
  }

  /** What the venue says of an instrument does not fit its rules. */
  synchronized void misfit(Instrument known, String what) {
    String symbol = known.id().symbol();
    if (asked.add(symbol)) {
      LOG.warn("{} is read again, for its rules may have changed: {}", symbol, what);
      BackOff pauses = new BackOff();
      worker.soon(() -> anew(symbol, pauses));
    }
  }

  private void anew(String symbol, BackOff pauses) {
    try {
      read(List.of(symbol));
    } catch (RestException e) {
      if (e.passing()) {
        worker.later(pauses.next(e.patience()), () -> anew(symbol, pauses));
        return;
      }
      LOG.warn("the rules of {} were not read again: {}", symbol, e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("the rules of {} cannot be read: {}", symbol, e.getMessage());
    }
    worker.later(BETWEEN, () -> forget(symbol));
  }

  private synchronized void forget(String symbol) {
    asked.remove(symbol);
  }

  /** Those that are gone are asked for by themselves: with others they would spoil the answer. */
  private void all() {
    List<String> names = symbols.get();
    gone.retainAll(names);
    List<String> before = List.copyOf(gone);
    try {
      read(names.stream().filter(each -> !before.contains(each)).toList());
      for (String each : before) {
        read(List.of(each));
      }
    } catch (RestException | RuntimeException e) {
      LOG.warn("the rules of instruments were not read again: {}", e.getMessage());
    } finally {
      begin();
    }
  }

  /** One symbol that is gone spoils the answer for all: then they are asked for in halves. */
  private void read(List<String> names) throws RestException {
    try {
      if (!names.isEmpty()) {
        rules.read(names).values().forEach(each -> changed.accept(each.instrument()));
        names.forEach(gone::remove);
      }
    } catch (RestException e) {
      if (e.code() != NO_SUCH_SYMBOL) {
        throw e;
      } else if (names.size() == 1) {
        gone(names.get(0));
      } else {
        int half = names.size() / 2;
        read(names.subList(0, half));
        read(names.subList(half, names.size()));
      }
    }
  }

  private void gone(String symbol) {
    Instrument closed = rules.closed(symbol);
    if (closed != null && gone.add(symbol)) {
      LOG.error("Binance has no symbol {} any more: it is not traded", symbol);
      changed.accept(closed);
    }
  }
}
