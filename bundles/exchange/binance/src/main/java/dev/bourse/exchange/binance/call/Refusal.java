package dev.bourse.exchange.binance.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.exchange.binance.rest.VenueTime;
import java.time.Duration;

/**
 * A call that was answered with an error.
 *
 * @param status as in HTTP
 * @param code the venue's code, 0 if it gave none
 * @param message the venue's text
 * @param data details, a missing node if there are none
 * @param retryAt when the venue wants to be asked again, its time in milliseconds; 0 if it does not
 *     say
 */
public record Refusal(int status, int code, String message, JsonNode data, long retryAt) {
  /** The order is there already: perhaps it is this one. */
  private static final String DUPLICATE = "Duplicate order sent.";

  private static final int FORBIDDEN = 403;
  private static final int TEAPOT = 418;
  private static final int TOO_MANY = 429;
  private static final int SERVER = 500;

  /** An error as the WebSocket API has it. */
  static Refusal of(int status, JsonNode error) {
    JsonNode data = error.path("data");
    return new Refusal(
        status,
        error.path("code").asInt(0),
        error.path("msg").asText(""),
        data,
        VenueTime.inMillis(data.path("retryAfter").asLong(0)));
  }

  /**
   * How long the venue wants to be left alone, by its own clock where it says its time too; zero if
   * it does not say.
   *
   * @param now the venue's time as far as we know it, milliseconds
   */
  Duration patience(long now) {
    long said = VenueTime.inMillis(data.path("serverTime").asLong(0));
    return Duration.ofMillis(Math.max(0, retryAt - (said > 0 ? said : now)));
  }

  /** What it means. A status of the server's own fault proves nothing, whatever the code says. */
  public Meaning meaning() {
    if (status >= SERVER || message.equals(DUPLICATE)) {
      return Meaning.UNKNOWN;
    }
    boolean limit = status == TOO_MANY || status == TEAPOT || status == FORBIDDEN;
    return limit ? Meaning.LIMIT : Errors.meaning(code);
  }

  /** Whether it proves that nothing was done and that nothing of it will be done. */
  public boolean isProof() {
    Meaning meaning = meaning();
    return meaning != Meaning.UNKNOWN && meaning != Meaning.RETRY;
  }

  /** Its name, code and text. */
  public String reason() {
    return reason(code, message);
  }

  /** Name, code and text of an error. */
  public static String reason(int code, String message) {
    return Errors.name(code) + ": code=" + code + " message=" + message;
  }
}
