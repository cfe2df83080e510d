package dev.bourse.api.persistence;

import java.util.List;

/**
 * What opening a journal found.
 *
 * @param firstSequence the first sequence that can be read, -1 if empty
 * @param lastSequence the last sequence that can be read, -1 if empty
 * @param cutTail how many bytes of a torn tail were cut; never anything proven forced
 * @param damage one sentence per damaged part: what, where it was put, what is lost; empty if whole
 */
public record OpeningReport(
    long firstSequence, long lastSequence, long cutTail, List<String> damage) {
  /** Keeps its own copy of the list. */
  public OpeningReport {
    damage = List.copyOf(damage);
  }
}
