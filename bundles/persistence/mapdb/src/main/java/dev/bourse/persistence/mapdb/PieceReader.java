package dev.bourse.persistence.mapdb;

import dev.bourse.api.persistence.JournalEntry;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the entries of one piece that match a query, in order. One thread. */
interface PieceReader extends Closeable {
  /** The next one, or null if there is none now. */
  @Nullable JournalEntry next() throws IOException;
}
