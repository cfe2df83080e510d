package dev.bourse.persistence.mapdb;

import java.util.ArrayDeque;
import java.util.Deque;

/** Does background work at once, on the thread that asks for it, so that tests repeat exactly. */
final class SameThread implements Chores {
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean working;

  @Override
  public void submit(Runnable chore) {
    waiting.add(chore);
    if (!working) {
      working = true;
      try {
        while (!waiting.isEmpty()) {
          waiting.remove().run();
        }
      } finally {
        working = false;
      }
    }
  }

  @Override
  public void close() {}
}
