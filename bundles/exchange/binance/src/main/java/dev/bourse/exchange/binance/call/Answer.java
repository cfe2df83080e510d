package dev.bourse.exchange.binance.call;

import com.fasterxml.jackson.databind.JsonNode;

/** Hears what became of a call: exactly one of the three, once, on any thread; must not block. */
public interface Answer {
  /** It was done. */
  void done(JsonNode result);

  /** It was answered with an error. */
  void refused(Refusal refusal);

  /**
   * No answer comes any more; it may have been done.
   *
   * @param reason a sentence without the end
   */
  void lost(String reason);
}
