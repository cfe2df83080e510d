package dev.bourse.venue.binance.server;

/** The way to one client over a WebSocket. */
interface Wire {
  /** Sends the answer to a request. */
  void answer(String text);

  /**
   * Sends something that nobody asked for.
   *
   * @param name the stream or the event, as faults name it
   */
  void event(String name, String text);

  /** Sends later. */
  void later(long millis, Runnable work);

  /** Ends the connection without a word. */
  void cut();
}
