package dev.bourse.data.parquet.job;

import dev.bourse.api.data.DataException;
import dev.bourse.api.data.DataSet;
import dev.bourse.api.data.InstrumentRules;
import dev.bourse.api.model.Instrument;
import dev.bourse.data.parquet.set.StoredSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the rules that scale what is stored. They are told by somebody, or the file is refused. */
final class Rules {
  private static final String HOW =
      "; give each with --rule, like --rule tick=0.01, or take those of another data set with"
          + " --like <data set>";

  private Rules() {}

  /**
   * The instrument of a file.
   *
   * @param base rules from elsewhere, by key; empty if there are none
   * @param told rules that count more, by key
   * @param symbol the symbol that the file shows, empty if it shows none
   * @param what the file, for messages
   * @param set where it goes
   */
  static Instrument of(
      Map<String, String> base,
      Map<String, String> told,
      String symbol,
      String what,
      StoredSet set) {
    Map<String, String> all = new TreeMap<>(base);
    all.putAll(told);
    Instrument wanted;
    try {
      wanted = InstrumentRules.read(all, 1);
    } catch (DataException e) {
      throw new DataException(what + " is not stored: " + e.getMessage() + HOW, e);
    }
    if (!symbol.isEmpty() && !symbol.equalsIgnoreCase(wanted.id().symbol())) {
      throw new DataException(
          what
              + " is not stored: it is of "
              + symbol
              + ", but the rules are those of "
              + wanted.id()
              + "; say otherwise with --rule instrument="
              + symbol
              + "."
              + wanted.id().venue()
              + " and the rules in which they differ");
    }
    return versioned(all, wanted, set);
  }

  /** The rules of the only instrument of a set. */
  static Map<String, String> like(DataSet set) {
    List<Instrument> instruments = set.instruments();
    if (instruments.size() != 1) {
      throw new DataException(
          "data set \""
              + set.name()
              + "\" has "
              + instruments.size()
              + " instruments; --like needs a set with one");
    }
    return InstrumentRules.write(instruments.get(0));
  }

  /** The rules under which a set has a symbol already, empty if it has not. */
  static Map<String, String> known(StoredSet set, String symbol) {
    List<Instrument> instruments =
        set.instruments().stream()
            .filter(each -> symbol.isEmpty() || each.id().symbol().equalsIgnoreCase(symbol))
            .toList();
    return instruments.size() == 1 ? InstrumentRules.write(instruments.get(0)) : Map.of();
  }

  /** Rules that a set has had already are that version; others are the next one. */
  private static Instrument versioned(Map<String, String> rules, Instrument wanted, StoredSet set) {
    int newest = 0;
    for (Instrument each :
        set.partsOf(wanted.id()).stream().map(part -> part.instrument()).toList()) {
      if (InstrumentRules.write(each).equals(InstrumentRules.write(wanted))) {
        return each;
      }
      newest = Math.max(newest, each.version());
    }
    return newest == 0 ? wanted : InstrumentRules.read(rules, newest + 1);
  }
}
