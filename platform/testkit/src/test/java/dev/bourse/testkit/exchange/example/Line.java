package dev.bourse.testkit.exchange.example;

/** One end of a connection to the bazaar. */
interface Line {
  /** Sends a call; never blocks. What is sent over a line that has ended is lost. */
  void send(Message call);

  /** Ends it; nothing is heard of it any more. */
  void close();

  /** Hears what comes over a line, one thing after the other, on the bazaar's thread. */
  interface Listener {
    /** An answer, or something that the bazaar says by itself. */
    void heard(Message message);

    /** It was never open or has ended. */
    void ended(String reason);
  }
}
