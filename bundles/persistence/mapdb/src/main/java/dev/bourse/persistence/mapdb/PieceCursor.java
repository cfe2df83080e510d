package dev.bourse.persistence.mapdb;

import dev.bourse.api.persistence.ArchiveQuery;
import dev.bourse.api.persistence.JournalCursor;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.StoreException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads pieces one after the other, and takes the current list whenever it is done with one. */
final class PieceCursor implements JournalCursor {
  private final Pieces pieces;
  private final ArchiveQuery query;
  private long position;
  private Pieces.@Nullable Generation generation;
  private @Nullable Piece piece;
  private @Nullable PieceReader reader;
  private boolean closed;

  PieceCursor(Pieces pieces, ArchiveQuery query) {
    this.pieces = pieces;
    this.query = query;
    this.position = query.fromSequence();
  }

  @Override
  public @Nullable JournalEntry next() {
    if (closed) {
      throw new StoreException("this cursor is closed; open another one");
    }
    try {
      return advance();
    } catch (IOException e) {
      leavePiece();
      throw new StoreException("the journal cannot be read: " + e.getMessage(), e);
    } catch (StoreException e) {
      leavePiece();
      throw e;
    }
  }

  private @Nullable JournalEntry advance() throws IOException {
    while (position < query.toSequence()) {
      PieceReader open = enterPiece();
      Piece current = piece;
      if (open == null || current == null) {
        return null;
      }
      boolean complete = current.isComplete();
      JournalEntry entry = open.next();
      if (entry != null) {
        position = entry.sequence() + 1;
        return entry.sequence() < query.toSequence() ? entry : null;
      }
      if (!complete) {
        leaveOldGeneration();
        return null;
      }
      position = Math.max(position, current.last() + 1);
      leavePiece();
    }
    return null;
  }

  private @Nullable PieceReader enterPiece() throws IOException {
    if (reader != null) {
      return reader;
    }
    Pieces.Generation acquired = pieces.acquire();
    int index = acquired.indexOf(position);
    if (index < 0) {
      acquired.release();
      return null;
    }
    generation = acquired;
    Piece entered = acquired.list().get(index);
    piece = entered;
    reader = entered.open(from(position));
    return reader;
  }

  private ArchiveQuery from(long sequence) {
    return new ArchiveQuery(
        sequence, query.toSequence(), query.fromTime(), query.toTime(), query.key());
  }

  /** At the end of the journal nothing holds us to a list that is no longer the current one. */
  private void leaveOldGeneration() {
    if (generation != null && !pieces.isCurrent(generation)) {
      leavePiece();
    }
  }

  private void leavePiece() {
    try {
      if (reader != null) {
        reader.close();
      }
    } catch (IOException e) {
      throw new StoreException("the journal cannot be closed: " + e.getMessage(), e);
    } finally {
      reader = null;
      piece = null;
      if (generation != null) {
        generation.release();
      }
      generation = null;
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      leavePiece();
    }
  }
}
