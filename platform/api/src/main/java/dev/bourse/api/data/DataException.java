package dev.bourse.api.data;

/** Data that cannot be read; the message names file, line and reason. */
public class DataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a sentence for people. */
  public DataException(String message) {
    super(message);
  }

  /** With a sentence for people and the cause. */
  public DataException(String message, Throwable cause) {
    super(message, cause);
  }
}
