package dev.bourse.backtest.run;

/** Work that tells how far it is and can be asked to end. Any thread. */
public interface Doing {
  /** The share done, 0 to 1. */
  double share();

  /** Events applied so far. */
  long events();

  /** Asks the work to end soon. */
  void cancel();
}
