package dev.bourse.api.data;

import java.util.List;

/**
 * What is wrong with a set.
 *
 * @param name the set
 * @param kind what it holds: {@code trades}, {@code quotes}, {@code bars}, or {@code capture} for
 *     several kinds beside each other
 * @param events how many events were read
 * @param first time of the first event, nanoseconds; 0 if there is none
 * @param last time of the last event, nanoseconds; 0 if there is none
 * @param findings one for each thing that was looked for, also those that were not found
 */
public record CheckReport(
    String name, String kind, long events, long first, long last, List<Finding> findings) {
  /** Keeps its own copy of the list. */
  public CheckReport {
    findings = List.copyOf(findings);
  }

  /** Whether nothing was found. */
  public boolean isClean() {
    return findings.stream().allMatch(each -> each.count() == 0);
  }

  /**
   * How often one thing was found.
   *
   * @param what its name: {@code missing bars}, {@code absurd prices}
   * @param count how often
   * @param places where, the first few, in words
   */
  public record Finding(String what, long count, List<String> places) {
    /** Keeps its own copy of the list. */
    public Finding {
      places = List.copyOf(places);
    }
  }
}
