package dev.bourse.venue.binance.server;

/** What speaks with one client over a WebSocket. Called on the venue's thread. */
interface Session {
  /** A text came. */
  void onText(String text);

  /** The client is gone. */
  void onGone();

  /** What the client is told before the venue goes. */
  String farewell();
}
