package dev.bourse.engine.loop;

/** A trader cannot start as it is configured; the message is a sentence for its status. */
public final class StartRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a sentence for people. */
  public StartRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
