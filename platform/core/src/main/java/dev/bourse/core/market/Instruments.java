package dev.bourse.core.market;

import dev.bourse.api.event.Event;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every instrument version ever listed, by a small number, so that the journal can name one in a
 * few bytes. Versions are never removed. Not thread-safe, except that readers may use a {@link
 * #copy()}.
 */
public final class Instruments {
  private final List<List<Instrument>> versions = new ArrayList<>();
  private final Map<InstrumentId, Integer> numbers = new HashMap<>();
  private @Nullable Instrument lastSeen;
  private int lastNumber;
  private @Nullable InstrumentId lastFound;
  private int lastFoundNumber;

  /**
   * Takes a listed version; returns the instrument's number. A version that is known already
   * changes nothing, nor does one that was passed over, except that it is known from here on.
   * Throws {@link IllegalArgumentException} for other rules that claim a known version.
   */
  public int list(Instrument instrument) {
    Integer known = numbers.get(instrument.id());
    if (known == null) {
      numbers.put(instrument.id(), versions.size());
      versions.add(new ArrayList<>(List.of(instrument)));
      return versions.size() - 1;
    }
    List<Instrument> all = versions.get(known);
    int at = all.size();
    while (at > 0 && all.get(at - 1).version() >= instrument.version()) {
      at--;
    }
    if (at == all.size() || all.get(at).version() > instrument.version()) {
      all.add(at, instrument);
    } else if (!instrument.equals(all.get(at))) {
      throw new IllegalArgumentException(
          instrument.id() + ": two different rules both claim version " + instrument.version());
    }
    return known;
  }

  /** Whether this version of the instrument was listed: what names another cannot be journaled. */
  @SuppressWarnings(
      "ReferenceEquality") // a feed repeats the same object: the fast path needs no equals
  public boolean has(Instrument instrument) {
    if (instrument == lastSeen) {
      return true;
    }
    Integer number = numbers.get(instrument.id());
    if (number == null || find(number, instrument.version()) == null) {
      return false;
    }
    lastSeen = instrument;
    lastNumber = number;
    return true;
  }

  /**
   * The number of an instrument; throws {@link IllegalArgumentException} if this version of it was
   * never listed.
   */
  public int number(Instrument instrument) {
    if (!has(instrument)) {
      throw new IllegalArgumentException(
          instrument.id()
              + " is not listed"
              + (numbers.containsKey(instrument.id())
                  ? " in version " + instrument.version()
                  : ": no account of this trader has it, or its venue has not told its rules yet"));
    }
    return lastNumber;
  }

  /** What an event names that was never listed, each once; nearly always empty. */
  public List<Instrument> unlisted(Event event) {
    if (event instanceof MarketEvent data && has(data.instrument())) {
      return List.of();
    }
    return NamedInstruments.of(event).stream().filter(each -> !has(each)).distinct().toList();
  }

  /** The number of an instrument, or -1. */
  @SuppressWarnings("ReferenceEquality") // as above: the same object needs no equals
  public int find(InstrumentId id) {
    if (id == lastFound) {
      return lastFoundNumber;
    }
    Integer number = numbers.get(id);
    if (number == null) {
      return -1;
    }
    lastFound = id;
    lastFoundNumber = number;
    return number;
  }

  /** The newest version. */
  public Instrument newest(int number) {
    List<Instrument> all = versions.get(number);
    return all.get(all.size() - 1);
  }

  /** The newest version of every instrument, in the order in which they were listed. */
  public List<Instrument> newest() {
    return versions.stream().map(all -> all.get(all.size() - 1)).toList();
  }

  /** A given version; throws {@link IllegalArgumentException} if it was never listed. */
  public Instrument version(int number, int version) {
    Instrument found = number >= 0 && number < versions.size() ? find(number, version) : null;
    if (found == null) {
      throw new IllegalArgumentException(
          "instrument number " + number + " version " + version + " was not listed");
    }
    return found;
  }

  private @Nullable Instrument find(int number, int version) {
    List<Instrument> all = versions.get(number);
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).version() == version) {
        return all.get(i);
      }
    }
    return null;
  }

  /** How many instruments were listed. */
  public int size() {
    return versions.size();
  }

  /** All versions of an instrument, oldest first. */
  public List<Instrument> versions(int number) {
    return List.copyOf(versions.get(number));
  }

  /** A copy that other threads may read. */
  public Instruments copy() {
    Instruments copy = new Instruments();
    versions.forEach(all -> all.forEach(copy::list));
    return copy;
  }
}
