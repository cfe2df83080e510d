package dev.bourse.engine.loop;

import dev.bourse.api.model.Instrument;
import dev.bourse.core.TraderCore;
import dev.bourse.core.market.Instruments;

/** Which instruments the core knows, and who wants to hear that there is a new one. Loop only. */
final class Listings {
  private final TraderCore core;
  private boolean changed = true;

  Listings(TraderCore core) {
    this.core = core;
  }

  /** Whether the core has to be told of this version. */
  boolean isNews(Instrument instrument) {
    Instruments known = core.instruments();
    int number = known.find(instrument.id());
    return number < 0 || !known.newest(number).equals(instrument);
  }

  /** The core was told of one. */
  void changed() {
    changed = true;
  }

  /** Whether there was one since the last question. */
  boolean takeChanged() {
    boolean was = changed;
    changed = false;
    return was;
  }
}
