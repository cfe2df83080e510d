package dev.bourse.itests.recovery;

import java.nio.file.Path;

/** Trades until it is killed; prints sequence and state hash of each turn once it was written. */
final class TradingProcess {
  private TradingProcess() {}

  /** Trades in the directory of the only argument. */
  public static void main(String[] arguments) {
    TradingHouse house =
        TradingHouse.open(
            Path.of(arguments[0]),
            each -> System.out.println(each.core().sequence() + " " + each.core().stateHash()));
    while (true) {
      house.step();
    }
  }
}
