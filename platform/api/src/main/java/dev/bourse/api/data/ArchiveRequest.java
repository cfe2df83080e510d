package dev.bourse.api.data;

import java.util.Set;

/**
 * What is wanted of a {@link DataArchive}.
 *
 * @param symbol the venue's symbol
 * @param what a bar length such as {@code 1m}, or another kind of data that the archive has
 * @param from first time wanted, nanoseconds, inclusive
 * @param to first time not wanted, nanoseconds, exclusive; {@link Long#MAX_VALUE} for all there is
 * @param stored names of files that need not be fetched again
 */
public record ArchiveRequest(String symbol, String what, long from, long to, Set<String> stored) {
  /** Keeps its own copy of the set. */
  public ArchiveRequest {
    stored = Set.copyOf(stored);
  }
}
