package dev.bourse.data.parquet.set;

import dev.bourse.api.data.DataCounts;
import dev.bourse.api.data.DataException;
import dev.bourse.api.data.InstrumentRules;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import dev.bourse.data.parquet.file.Table;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file of a set.
 *
 * @param table the file
 * @param content what its events are
 * @param instrument the rules that scale them
 * @param span what it covers
 * @param source the name of the file that ended with it, empty if that goes on in the next part
 * @param counts what became of that file's rows
 */
public record Part(
    Table table,
    Content content,
    Instrument instrument,
    Span span,
    String source,
    DataCounts counts) {
  private static final String PREFIX = "bourse.";
  private static final String RULE = PREFIX + "rule.";

  /** Reads what a file says of itself; throws {@link DataException} that names it. */
  static Part of(Table table) {
    Map<String, String> words = table.words();
    try {
      Kind kind = Kind.valueOf(word(words, "kind"));
      Content content =
          new Content(kind, kind == Kind.BARS ? BarInterval.ofTime(word(words, "bar")) : null);
      Instrument instrument =
          InstrumentRules.read(rules(words), Integer.parseInt(word(words, "version")));
      Layout.require(table.columns(), content, instrument);
      return new Part(
          table, content, instrument, span(words), word(words, "source"), counts(words));
    } catch (IllegalArgumentException e) {
      throw new DataException(
          table.path() + " does not say what it holds (" + e.getMessage() + "); remove it", e);
    } catch (DataException e) {
      throw new DataException(table.path() + ": " + e.getMessage(), e);
    }
  }

  /** What a file says of itself. */
  static Map<String, String> words(
      Content content, Instrument instrument, Span span, String source, DataCounts counts) {
    Map<String, String> words = new TreeMap<>();
    InstrumentRules.write(instrument).forEach((key, value) -> words.put(RULE + key, value));
    put(words, "version", instrument.version());
    put(words, "kind", content.kind());
    if (content.bar() != null) {
      put(words, "bar", content.bar());
    }
    put(words, "first", span.first());
    put(words, "last", span.last());
    if (span.ids()) {
      put(words, "first.id", span.firstId());
      put(words, "last.id", span.lastId());
    }
    put(words, "source", source);
    put(words, "stored", counts.events());
    put(words, "refused", counts.refused());
    put(words, "repeated", counts.repeated());
    put(words, "disordered", counts.disordered());
    return words;
  }

  private static Map<String, String> rules(Map<String, String> words) {
    Map<String, String> rules = new TreeMap<>();
    words.forEach(
        (key, value) -> {
          if (key.startsWith(RULE)) {
            rules.put(key.substring(RULE.length()), value);
          }
        });
    return rules;
  }

  private static Span span(Map<String, String> words) {
    boolean ids = words.containsKey(PREFIX + "first.id");
    return new Span(
        number(words, "first"),
        number(words, "last"),
        ids,
        ids ? number(words, "first.id") : 0,
        ids ? number(words, "last.id") : 0);
  }

  private static DataCounts counts(Map<String, String> words) {
    return new DataCounts(
        number(words, "stored"),
        number(words, "refused"),
        number(words, "repeated"),
        number(words, "disordered"));
  }

  private static void put(Map<String, String> words, String key, Object value) {
    words.put(PREFIX + key, value.toString());
  }

  private static long number(Map<String, String> words, String key) {
    return Long.parseLong(word(words, key));
  }

  private static String word(Map<String, String> words, String key) {
    String value = words.get(PREFIX + key);
    if (value == null) {
      throw new IllegalArgumentException(key + " is missing");
    }
    return value;
  }
}
