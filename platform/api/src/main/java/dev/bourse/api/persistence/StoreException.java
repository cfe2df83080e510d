package dev.bourse.api.persistence;

/** A store cannot do what was asked; the message is a sentence with file, reason and what to do. */
public class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a sentence for people. */
  public StoreException(String message) {
    super(message);
  }

  /** With a sentence for people and the cause. */
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
