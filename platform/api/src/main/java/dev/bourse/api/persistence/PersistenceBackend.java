package dev.bourse.api.persistence;

import org.osgi.annotation.versioning.ConsumerType;

/** Opens stores. A DS service with the property {@code persistence.type}. */
@ConsumerType
public interface PersistenceBackend {
  /** The service property that names the backend. */
  String TYPE = "persistence.type";

  /**
   * Opens a store, repairing a torn tail and quarantining damage first; {@link Journal#opening()}
   * says what was found. Throws {@link StoreException} with a sentence if another process or thread
   * has it open, if it was written by a newer version, or if the disk refuses.
   */
  Store open(StoreSpec spec);
}
