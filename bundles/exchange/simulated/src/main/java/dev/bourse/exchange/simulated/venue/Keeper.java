package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.persistence.StoreException;

/** Where a venue keeps what it knows. */
interface Keeper {
  /** Keeps nothing: for backtests. */
  Keeper NONE =
      new Keeper() {
        @Override
        public void keep(VenueState state, Step step) {}

        @Override
        public boolean takes(Pending.Kind kind) {
          return true;
        }

        @Override
        public boolean keepsMarket() {
          return false;
        }

        @Override
        public void finish(VenueState state) {}
      };

  /**
   * Keeps the rows that a step changed; returns once they are as durable as they must be. Throws
   * {@link StoreException} if that is not possible; nothing may be reported then.
   */
  void keep(VenueState state, Step step);

  /** Whether a command of this kind could still be kept. */
  boolean takes(Pending.Kind kind);

  /** Whether market data without consequence is to be kept too. */
  boolean keepsMarket();

  /** Keeps everything once more in a form that is quick to read. */
  void finish(VenueState state);
}
