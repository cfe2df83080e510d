package dev.bourse.exchange.binance.rest;

import java.time.Duration;

/** A request without a good answer. The message is a sentence. */
public final class RestException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final int code;
  private final boolean passing;
  private final Duration patience;

  /**
   * A failure.
   *
   * @param code the venue's code of the error (errors.md), 0 if it gave none
   * @param passing whether the same request may succeed later
   * @param patience how long the venue asks us to wait, zero if it does not say
   */
  public RestException(String message, int code, boolean passing, Duration patience) {
    this(message, 0, code, passing, patience);
  }

  /**
   * A failure that was answered.
   *
   * @param status of the answer over HTTP, 0 if there was none
   * @param code the venue's code of the error (errors.md), 0 if it gave none
   * @param passing whether the same request may succeed later
   * @param patience how long the venue asks us to wait, zero if it does not say
   */
  public RestException(String message, int status, int code, boolean passing, Duration patience) {
    super(message);
    this.status = status;
    this.code = code;
    this.passing = passing;
    this.patience = patience;
  }

  /** The status of the answer over HTTP, 0 if there was none. */
  public int status() {
    return status;
  }

  /** The venue's code of the error, 0 if it gave none. */
  public int code() {
    return code;
  }

  /** Whether the same request may succeed later. */
  public boolean passing() {
    return passing;
  }

  /** How long the venue asks us to wait. */
  public Duration patience() {
    return patience;
  }
}
