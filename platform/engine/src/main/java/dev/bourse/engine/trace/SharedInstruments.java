package dev.bourse.engine.trace;

import dev.bourse.core.market.Instruments;
import java.util.function.Supplier;

/**
 * The instruments of a trader for readers on other threads: replaced whole by the loop whenever one
 * is listed.
 */
public final class SharedInstruments implements Supplier<Instruments> {
  private volatile Instruments copy;

  /** A copy of what the core knows now. Loop only. */
  public SharedInstruments(Instruments known) {
    this.copy = known.copy();
  }

  /** The core knows more now. Loop only. */
  public void update(Instruments known) {
    copy = known.copy();
  }

  /** A copy of the reader's own. */
  @Override
  public Instruments get() {
    return copy.copy();
  }
}
