package dev.bourse.backtest.plan;

import java.util.function.Supplier;

/** Runs a plug-in's code with its class loader as the context class loader. */
public final class Loading {
  private Loading() {}

  /** The code's value; whatever it throws goes through. */
  public static <T> T call(ClassLoader loader, Supplier<T> code) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return code.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
