package dev.bourse.engine.loop;

import java.util.concurrent.ThreadFactory;

/** Threads of the engine: named, and without a plug-in's class loader. */
public final class Threads {
  private Threads() {}

  /** Makes threads of one name. */
  public static ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setContextClassLoader(Threads.class.getClassLoader());
      thread.setDaemon(true);
      return thread;
    };
  }
}
