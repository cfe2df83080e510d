package dev.bourse.api.data;

import dev.bourse.api.model.Instrument;
import java.util.List;

/**
 * What is known of a set without reading it whole.
 *
 * @param name the name that commands and configuration use
 * @param instruments the instruments in it, with the rules that scale its numbers
 * @param kind what it holds: {@code trades}, {@code quotes}, {@code bars}, or {@code capture} for
 *     several kinds beside each other
 * @param location where it is, for people
 * @param problem why it cannot be read, or empty
 */
public record DataSet(
    String name, List<Instrument> instruments, String kind, String location, String problem) {
  /** Keeps its own copy of the list. */
  public DataSet {
    instruments = List.copyOf(instruments);
  }
}
