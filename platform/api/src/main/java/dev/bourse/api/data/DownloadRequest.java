package dev.bourse.api.data;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What to fetch from a venue's archive.
 *
 * @param archive the archive, {@code binance}
 * @param symbol the venue's symbol
 * @param what a bar length such as {@code 1m}, or another kind of data that the archive has
 * @param from first time wanted, nanoseconds, inclusive
 * @param to first time not wanted, nanoseconds, exclusive; {@link Long#MAX_VALUE} for all there is
 * @param name the set to make or to add to
 * @param like a data set whose instrument's rules count instead of the venue's; empty for none
 * @param rules rules by the keys of {@link InstrumentRules}, which count more than all others
 */
public record DownloadRequest(
    String archive,
    String symbol,
    String what,
    long from,
    long to,
    String name,
    String like,
    Map<String, String> rules) {
  /** Checks the range and keeps an ordered copy. */
  public DownloadRequest {
    if (from >= to) {
      throw new IllegalArgumentException(
          "the end of the download must be behind its beginning; swap them");
    }
    rules = Collections.unmodifiableMap(new TreeMap<>(rules));
  }
}
