package dev.bourse.engine.watch;

/** The loop lost its right while it was in a plug-in; whatever it does now counts for nothing. */
public final class ShutOutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Without a stack trace: it is thrown on purpose, to end a thread. */
  public ShutOutException() {
    super("this loop was replaced", null, false, false);
  }
}
