package dev.bourse.persistence.mapdb;

import dev.bourse.api.persistence.ArchiveQuery;
import java.io.IOException;

/** A part of the sequence of entries: a raw or a sealed segment. Any thread. */
interface Piece {
  /** Its first sequence, or -1 if it is empty. */
  long first();

  /** Its last sequence that can be read now, or -1 if it is empty. */
  long last();

  /** Whether nothing will be added any more. */
  boolean isComplete();

  /** Reads entries that match. */
  PieceReader open(ArchiveQuery query) throws IOException;

  /** One more list has this piece. */
  void retain();

  /** One list less has this piece; the last one closes it. */
  void release();
}
