package dev.bourse.persistence.mapdb;

/** The moment after which a simulated disk does nothing more; nobody can handle it. */
final class PowerCut extends Error {
  private static final long serialVersionUID = 1L;

  PowerCut() {
    super("power cut");
  }
}
