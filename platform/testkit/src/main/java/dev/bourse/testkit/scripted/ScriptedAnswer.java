package dev.bourse.testkit.scripted;

import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of one command: what the venue does, and what is told of it. Immutable; every method
 * gives a new answer.
 *
 * @param arrives whether the command reaches the venue at all
 * @param rejection why the venue refuses, empty if it does not
 * @param fills what is executed at once
 * @param told how the reports travel
 */
public record ScriptedAnswer(
    boolean arrives, String rejection, List<Execution> fills, Telling told) {
  /** Keeps its own copy of the list. */
  public ScriptedAnswer {
    fills = List.copyOf(fills);
  }

  /**
   * A part that is executed.
   *
   * @param price the price as text
   * @param quantity the quantity as text, empty for all that is left
   */
  public record Execution(String price, String quantity) {}

  /** How reports travel. */
  public enum Telling {
    /** Once, in order. */
    PLAINLY,
    /** Not until the test releases them. */
    WITHHELD,
    /** Never; the adapter says that the answer was lost. */
    LOST,
    /** Never, and the adapter does not notice. */
    SILENT,
    /** All of them twice. */
    TWICE,
    /** The last one first. */
    REVERSED
  }

  /** The venue does what was asked: an order rests, a cancel cancels. */
  public static ScriptedAnswer accept() {
    return new ScriptedAnswer(true, "", List.of(), Telling.PLAINLY);
  }

  /** The venue refuses with this reason. */
  public static ScriptedAnswer reject(String reason) {
    return new ScriptedAnswer(true, reason, List.of(), Telling.PLAINLY);
  }

  /** The command is lost on its way: the venue never hears of it. */
  public static ScriptedAnswer lostOnTheWay() {
    return new ScriptedAnswer(false, "", List.of(), Telling.LOST);
  }

  /** The order is accepted and filled whole. */
  public static ScriptedAnswer fill(String price) {
    return accept().thenFill(price, "");
  }

  /** And a part is executed; before the cancel, if this answers one. */
  public ScriptedAnswer thenFill(String price, String quantity) {
    List<Execution> more = new ArrayList<>(fills);
    more.add(new Execution(price, quantity));
    return new ScriptedAnswer(arrives, rejection, more, told);
  }

  /** And nothing is told before the test releases it. */
  public ScriptedAnswer withheld() {
    return told(Telling.WITHHELD);
  }

  /** And the answer is lost, which the adapter notices. */
  public ScriptedAnswer lost() {
    return told(Telling.LOST);
  }

  /** And nothing is ever told. */
  public ScriptedAnswer silent() {
    return told(Telling.SILENT);
  }

  /** And every report comes twice. */
  public ScriptedAnswer twice() {
    return told(Telling.TWICE);
  }

  /** And the reports come in the wrong order. */
  public ScriptedAnswer reversed() {
    return told(Telling.REVERSED);
  }

  private ScriptedAnswer told(Telling telling) {
    return new ScriptedAnswer(arrives, rejection, fills, telling);
  }
}
