package dev.bourse.persistence.mapdb;

import dev.bourse.api.persistence.StoreException;
import dev.bourse.api.persistence.StoreSpec;
import java.io.IOException;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.mapdb.DBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns released raw segments into sealed ones, one at a time, in the background.
 *
 * <p>A raw segment goes only when its sealed form is whole on the disk and readers have it, and
 * only when the segment behind it holds something durable, so that there is always a journal to
 * open.
 */
final class Sealer {
  private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
  private final StoreSpec spec;
  private final Pieces pieces;
  private final Chores chores;
  private final Housekeeping housekeeping;
  private long released = -1;

  Sealer(StoreSpec spec, Pieces pieces, Chores chores, Housekeeping housekeeping) {
    this.spec = spec;
    this.pieces = pieces;
    this.chores = chores;
    this.housekeeping = housekeeping;
  }

  /** Lets entries up to a sequence be sealed; ages count back from a time. */
  void release(long throughSequence, long newest, LongSupplier forced) {
    housekeeping.newest(newest);
    synchronized (this) {
      released = Math.max(released, throughSequence);
    }
    chores.submit(() -> sealNext(forced));
  }

  private void sealNext(LongSupplier forced) {
    RawSegment raw = candidate(forced.getAsLong());
    if (raw == null) {
      housekeeping.look();
      return;
    }
    try {
      seal(raw);
      chores.submit(() -> sealNext(forced));
    } catch (IOException | StoreException | DBException e) {
      LOG.warn(
          "{} of store {} stays as it is and is tried again after the next snapshot: {}",
          raw.path().getFileName(),
          spec.name(),
          e.getMessage());
    }
  }

  private synchronized @Nullable RawSegment candidate(long forced) {
    Pieces.Generation generation = pieces.acquire();
    try {
      List<Piece> list = generation.list();
      for (int i = 0; i + 1 < list.size(); i++) {
        long next = list.get(i + 1).first();
        if (list.get(i) instanceof RawSegment raw
            && raw.isComplete()
            && raw.last() <= released
            && next >= 0
            && next <= forced) {
          return raw;
        }
      }
      return null;
    } finally {
      generation.release();
    }
  }

  private void seal(RawSegment raw) throws IOException {
    SealedWriter writer = new SealedWriter(raw, raw.number(), housekeeping.keepsMarket());
    SealedSegment sealed = housekeeping.write(writer);
    raw.obsolete();
    pieces.replace(list -> Housekeeping.swap(list, raw, sealed));
    housekeeping.leftOut(writer.dropped());
  }
}
