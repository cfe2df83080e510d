package dev.bourse.engine.journal;

/**
 * The right of one loop to write and to send. Once revoked it never comes back: the loop that held
 * it may still be stuck in a plug-in, but nothing that it does gets out any more. Any thread.
 */
public final class Generation {
  private volatile boolean revoked;

  /** Takes the right away. */
  public void revoke() {
    revoked = true;
  }

  /** Whether the right is still there. */
  public boolean isValid() {
    return !revoked;
  }
}
