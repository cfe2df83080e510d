package dev.bourse.api.state;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something whose state can be written down and restored.
 *
 * <p>{@code load} on a new object, fed with what {@code save} wrote, must give an object that
 * behaves the same.
 */
@ConsumerType
public interface Kept {
  /** The version of the layout that {@link #save} writes, 1 or more. */
  default int stateVersion() {
    return 1;
  }

  /** Writes the whole state. */
  void save(StateWriter out);

  /**
   * Reads what an object of the given version wrote; throws {@link IllegalArgumentException} with a
   * sentence if it cannot read that version.
   */
  void load(int version, StateReader in);
}
