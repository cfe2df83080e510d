package dev.bourse.itests.campaign;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a trader stopped because another process has its name, and held to that: no entry more,
 * over kills too, until a person lifts it.
 */
final class Halt {
  private int entries = -1;
  private boolean lifted;

  /** What is wrong with what it says now. */
  List<String> heard(Saying said) {
    List<String> problems = new ArrayList<>();
    boolean halted = said.status().equals("HALTED");
    if (entries < 0) {
      entries = halted && said.detail().startsWith("ANOTHER INSTANCE") ? said.entries() : -1;
    } else if (!lifted) {
      boolean starting = said.status().equals("WAITING") || said.status().equals("RECOVERING");
      if (!halted && !starting) {
        problems.add("it is " + said.status() + " though nobody lifted its halt");
      }
      if (said.entries() > entries) {
        problems.add("it has " + said.entries() + " entries, at its halt it had " + entries);
      }
    }
    return problems;
  }

  boolean isNoticed() {
    return entries >= 0;
  }

  /** A person is about to lift it. */
  void lift() {
    lifted = true;
  }
}
