package dev.bourse.control.shell.signal;

import dev.bourse.api.trader.Trader;
import dev.bourse.api.trader.TraderSnapshot.SignalView;
import dev.bourse.control.shell.service.Refusal;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.service.Traders;

/**
 * A signal and the trader that has it.
 *
 * @param trader the trader
 * @param view the signal
 */
record Signals(Trader trader, SignalView view) {
  /** Finds a signal by its id; a refusal if no trader has it. */
  static Signals find(Services services, String id) {
    for (Trader trader : Traders.of(services).registry().traders()) {
      for (SignalView view : trader.snapshot().signals()) {
        if (view.id().equals(id)) {
          return new Signals(trader, view);
        }
      }
    }
    throw new Refusal("No trader has a signal " + id + " now. See them with: signal:list --all");
  }
}
