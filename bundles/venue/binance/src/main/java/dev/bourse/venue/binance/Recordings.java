package dev.bourse.venue.binance;

import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.data.DataSet;
import dev.bourse.api.data.HistoricalDataSource;
import dev.bourse.api.exchange.ExchangeFactory;
import dev.bourse.venue.binance.feed.Feed;
import dev.bourse.venue.binance.feed.RecordedFeed;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A venue at which prices move as they were recorded. */
final class Recordings {
  private final List<HistoricalDataSource> sources;

  Recordings(List<HistoricalDataSource> sources) {
    this.sources = List.copyOf(sources);
  }

  /** How many times faster than it was recorded, as it is written; 0 for as fast as it can be. */
  static double speed(String text) {
    double speed;
    try {
      speed = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("speed=" + text + " must be a number, like 1 or 60", e);
    }
    if (!(speed >= 0) || Double.isInfinite(speed)) {
      throw new IllegalArgumentException("speed=" + text + " must be zero or more");
    }
    return speed;
  }

  /**
   * Starts a venue that trades what a set has and plays it. Throws {@link IllegalArgumentException}
   * with a sentence if there is no such set; whatever is thrown, nothing listens.
   *
   * @param settings of the venue that lists these instruments
   */
  LocalVenue start(
      ExchangeFactory<?> exchange,
      String name,
      double speed,
      Function<DataSet, VenueSettings> settings)
      throws IOException {
    for (HistoricalDataSource source : sources) {
      DataSet set = find(source, name);
      if (set != null) {
        return start(exchange, settings.apply(set), source.open(DataRange.all(name)), speed);
      }
    }
    throw new IllegalArgumentException(
        "data=" + name + " is no set of recorded data that can be read; " + known());
  }

  private static LocalVenue start(
      ExchangeFactory<?> exchange, VenueSettings settings, DataCursor data, double speed)
      throws IOException {
    Feed feed = new RecordedFeed(data, speed);
    try {
      LocalVenue venue = LocalVenue.start(exchange, settings);
      venue.play(feed);
      return venue;
    } catch (IOException | RuntimeException e) {
      feed.close();
      throw e;
    }
  }

  private static @Nullable DataSet find(HistoricalDataSource source, String name) {
    return source.list().stream()
        .filter(each -> each.name().equals(name) && each.problem().isEmpty())
        .findFirst()
        .orElse(null);
  }

  private String known() {
    String names =
        sources.stream()
            .flatMap(source -> source.list().stream())
            .filter(each -> each.problem().isEmpty())
            .map(DataSet::name)
            .distinct()
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "there is none" : "there are " + names;
  }
}
