package dev.bourse.api.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rule for the orders of an instrument as its venue publishes it, beside what an {@link
 * Instrument} says in numbers of its own. Immutable; what it means is applied by {@code
 * api.filter}.
 *
 * @param name the venue's name of it, as refusals have it: {@code PERCENT_PRICE_BY_SIDE}
 * @param values its numbers and switches in the venue's words, by the venue's names
 */
public record VenueFilter(String name, SortedMap<String, String> values) {
  /** Throws {@link IllegalArgumentException} for a filter without a name. */
  public VenueFilter {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a filter needs its venue's name; values=" + values);
    }
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** A filter of values in any order. */
  public static VenueFilter of(String name, Map<String, String> values) {
    return new VenueFilter(name, new TreeMap<>(values));
  }
}
