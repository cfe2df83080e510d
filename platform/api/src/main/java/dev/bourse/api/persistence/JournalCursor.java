package dev.bourse.api.persistence;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/** Reads entries in order. Holds what it needs open until it is closed. Not thread-safe. */
@ConsumerType
public interface JournalCursor extends AutoCloseable {
  /** The next entry, or null if there is none yet; may be called again later. */
  @Nullable JournalEntry next();

  @Override
  void close();
}
