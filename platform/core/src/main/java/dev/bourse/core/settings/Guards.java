package dev.bourse.core.settings;

import dev.bourse.api.risk.Breaker;
import java.util.List;

/**
 * What a trader stops at by itself.
 *
 * @param breakers those that the trader's own file declares; risk modules bring others
 */
public record Guards(List<Breaker> breakers) {
  /** Nothing. */
  public static final Guards NONE = new Guards(List.of());

  /** Keeps its own copy of the list. */
  public Guards {
    breakers = List.copyOf(breakers);
  }
}
