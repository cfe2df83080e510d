package dev.bourse.exchange.simulated;

import dev.bourse.exchange.simulated.venue.Venue;
import dev.bourse.exchange.simulated.venue.VenueRules;
import java.util.Map;
import java.util.TreeMap;

/**
 * Venues whose books several accounts share, by name. One lives as long as an account is open at
 * it. Whoever shares one drives all of its accounts on one thread.
 */
final class SharedVenues {
  private final Map<String, Entry> venues = new TreeMap<>();

  /** The venue of a name; throws {@link IllegalArgumentException} for one with other rules. */
  synchronized Venue join(String name, VenueRules rules) {
    venues.values().removeIf(entry -> entry.venue().isDeserted());
    Entry entry = venues.computeIfAbsent(name, key -> new Entry(rules, Venue.forgetful(rules)));
    if (!entry.rules().equals(rules)) {
      throw new IllegalArgumentException(
          "shared="
              + name
              + ": the accounts of a shared venue must have the same settings, except for their"
              + " balances");
    }
    return entry.venue();
  }

  private record Entry(VenueRules rules, Venue venue) {}
}
