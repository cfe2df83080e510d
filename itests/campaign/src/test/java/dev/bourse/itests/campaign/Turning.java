package dev.bourse.itests.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * What happens once in a run of its plan: a second process comes and is gone at the end, or the
 * store is removed while the trader is dead.
 */
final class Turning {
  private static final long STEP = 25_000_000;

  private final Plan plan;
  private final VenueBooks books;
  private final Child trader;
  private final Child other;
  private final Observer observer;
  private final List<String> story = new ArrayList<>();
  private final Set<Long> seconds = new TreeSet<>();
  private long lastLost = -1;
  private boolean begun;

  Turning(Plan plan, VenueBooks books, Child trader, Child other, Observer observer) {
    this.plan = plan;
    this.books = books;
    this.trader = trader;
    this.other = other;
    this.observer = observer;
  }

  /** The time for it has come; does nothing the second time. */
  void begin() {
    if (begun) {
      return;
    }
    begun = true;
    if (plan.second()) {
      story.add("a second process started");
      observer.second();
      other.start();
    } else if (plan.wipes()) {
      trader.kill();
      remove(trader.folder().resolve(TradingProcess.STORE));
      lastLost = books.lastNumber();
      observer.wiped(lastLost);
      trader.start();
      story.add("store wiped after order " + lastLost);
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(Turning::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Nothing goes wrong any more: what the second process placed must be noticed; it is ended, and a
   * person takes back at the venue what it left and lifts the halt. If it noticed the first one
   * before anything that it placed was executed, and nothing of that works any more, then it stands
   * back, and the first one goes on.
   */
  void end() {
    if (!plan.second()) {
      return;
    }
    begin();
    await("nobody noticed that two trade", () -> trader.halt().isNoticed() || standsBack());
    other.kill();
    note();
    if (standsBack() && !trader.halt().isNoticed()) {
      story.add("the second process stood back");
      return;
    }
    story.add("the second process was noticed");
    books.cancel(VenueBooks.SECOND);
    trader.listen();
    trader.halt().lift();
    Person.wantsReset(trader.folder());
  }

  private boolean standsBack() {
    if (!other.halt().isNoticed()) {
      return false;
    }
    Books its = books.read((number, name) -> seconds.contains(number));
    boolean works =
        its.open().keySet().stream().anyMatch(each -> each.startsWith(VenueBooks.SECOND));
    return !works && its.bought().signum() == 0 && its.sold().signum() == 0;
  }

  /** What the second process placed: by name, and by its own word where it cancelled since. */
  private void note() {
    seconds.addAll(books.seconds());
    Saying said = other.last();
    if (said != null) {
      seconds.addAll(said.numbers());
    }
  }

  private void await(String failure, BooleanSupplier condition) {
    long end = System.nanoTime() + Child.PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            failure + ": the trader says " + trader.last() + ", the second says " + other.last());
      }
      trader.listen();
      other.listen();
      note();
      observer.look();
      LockSupport.parkNanos(STEP);
    }
  }

  /** The number of the last order whose record was lost with the store, -1 if none was. */
  long lastLost() {
    return lastLost;
  }

  /** Numbers of the second process's orders. */
  Set<Long> seconds() {
    return seconds;
  }

  List<String> story() {
    return story;
  }
}
