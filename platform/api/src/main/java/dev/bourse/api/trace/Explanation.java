package dev.bourse.api.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an order was decided as it was: what was seen, and one line per check. Immutable, readable on
 * any thread. The texts are made when somebody reads them: every order carries its explanation and
 * few are read. Equal if the texts are.
 */
public final class Explanation {
  /** Makes the texts out of immutable values: the same ones whenever and wherever it is asked. */
  public interface Source {
    /** What the decision was based on: {@code last=805.10 position=0 ...}. */
    String seen();

    /** One {@code module: numbers} per check that was asked. */
    List<String> checks();
  }

  /** The texts, once made. */
  private record Texts(String seen, List<String> checks) {
    Texts {
      checks = List.copyOf(checks);
    }
  }

  private final @Nullable Source source;

  /** Made by whoever asks first; two who ask at once make equal ones. */
  private @Nullable Texts texts;

  private Explanation(@Nullable Source source, @Nullable Texts texts) {
    this.source = source;
    this.texts = texts;
  }

  /** An explanation out of values. */
  public static Explanation of(Source source) {
    return new Explanation(source, null);
  }

  /** An explanation that is text already; keeps its own copy of the list. */
  public static Explanation of(String seen, List<String> checks) {
    return new Explanation(null, new Texts(seen, checks));
  }

  private Texts texts() {
    Texts known = texts;
    if (known == null) {
      known = source == null ? new Texts("", List.of()) : new Texts(source.seen(), source.checks());
      texts = known;
    }
    return known;
  }

  /** What the decision was based on. */
  public String seen() {
    return texts().seen();
  }

  /** One line per check, up to a denial. */
  public List<String> checks() {
    return texts().checks();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Explanation explanation && explanation.texts().equals(texts());
  }

  @Override
  public int hashCode() {
    return texts().hashCode();
  }

  @Override
  public String toString() {
    return seen() + " " + checks();
  }
}
