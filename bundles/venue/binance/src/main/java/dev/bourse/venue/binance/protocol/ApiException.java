package dev.bourse.venue.binance.protocol;

import org.jspecify.annotations.Nullable;

/** A request that is answered with an error of the protocol. */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final int code;
  private final transient @Nullable Object data;
  private final long retryAfter;

  private ApiException(
      int status, int code, String message, @Nullable Object data, long retryAfter) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.data = data;
    this.retryAfter = retryAfter;
  }

  /** A request that is refused as it is: status 400. */
  public static ApiException of(int code, String message) {
    return new ApiException(400, code, message, null, 0);
  }

  /** With a status of its own. */
  public static ApiException of(int status, int code, String message) {
    return new ApiException(status, code, message, null, 0);
  }

  /** With details. */
  public static ApiException with(int status, int code, String message, Object data) {
    return new ApiException(status, code, message, data, 0);
  }

  /** Too much of something: when it may be tried again, nanoseconds since 1970. */
  public static ApiException limited(int status, int code, String message, long retryAfter) {
    return new ApiException(status, code, message, null, retryAfter);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The protocol's code. */
  public int code() {
    return code;
  }

  /** When it may be tried again, nanoseconds since 1970; 0 where that does not matter. */
  public long retryAfter() {
    return retryAfter;
  }

  /** What is sent: code, text and details. */
  public Object body() {
    return withDetails(data);
  }

  /**
   * What is sent over the WebSocket API, which has no header that says when it may be tried again.
   *
   * @param now the venue's time, nanoseconds
   */
  public Object body(long now) {
    return withDetails(retryAfter > 0 ? patience(now, retryAfter) : data);
  }

  /** The details of what may be tried again later, both times in nanoseconds since 1970. */
  public static Object patience(long now, long retryAfter) {
    return Json.object("serverTime", new Stamp(now), "retryAfter", new Stamp(retryAfter));
  }

  private Object withDetails(@Nullable Object details) {
    return details == null
        ? Json.object("code", code, "msg", getMessage())
        : Json.object("code", code, "msg", getMessage(), "data", details);
  }
}
