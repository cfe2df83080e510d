package dev.bourse.engine.watch;

/**
 * Which gatekeeper a plug-in object is behind. A strategy that catches up on a thread of its own
 * moves behind the loop's gatekeeper when the loop takes it over; both threads hand over through
 * the inbox.
 */
public final class Door {
  private Gatekeeper gate;

  /** A door of the given gatekeeper. */
  public Door(Gatekeeper gate) {
    this.gate = gate;
  }

  /** The gatekeeper now. */
  public Gatekeeper gate() {
    return gate;
  }

  /** From here on another thread calls. */
  public void moveTo(Gatekeeper other) {
    gate = other;
  }
}
