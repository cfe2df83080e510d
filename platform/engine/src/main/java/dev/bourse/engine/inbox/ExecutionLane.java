package dev.bourse.engine.inbox;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * What must never be lost, in the order of arrival; tasks overtake events. Bounded for those who
 * can be told that there is no room: venues and people. The engine's own words always fit.
 */
final class ExecutionLane {
  private final int capacity;
  private final ArrayDeque<Post.Input> inputs;
  private final ArrayDeque<Post.Task> tasks = new ArrayDeque<>();
  private final Object lock = new Object();
  private volatile int size;
  private volatile long refused;

  ExecutionLane(int capacity) {
    this.capacity = capacity;
    this.inputs = new ArrayDeque<>(capacity);
  }

  boolean offer(Post.Input input) {
    synchronized (lock) {
      if (inputs.size() >= capacity) {
        refused++;
        return false;
      }
      inputs.addLast(input);
      size = inputs.size() + tasks.size();
      return true;
    }
  }

  void add(Post.Input input) {
    synchronized (lock) {
      inputs.addLast(input);
      size = inputs.size() + tasks.size();
    }
  }

  void add(Post.Task task) {
    synchronized (lock) {
      tasks.addLast(task);
      size = inputs.size() + tasks.size();
    }
  }

  @Nullable Post poll() {
    if (size == 0) {
      return null;
    }
    synchronized (lock) {
      Post first = tasks.isEmpty() ? inputs.pollFirst() : tasks.pollFirst();
      size = inputs.size() + tasks.size();
      return first;
    }
  }

  int size() {
    return size;
  }

  long refused() {
    return refused;
  }
}
