package dev.bourse.persistence.mapdb;

import dev.bourse.api.persistence.StoreException;
import dev.bourse.api.persistence.StoreSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
  private final Disk disk;
  private final StoreSpec spec;
  private final Pieces pieces;
  private final Chores chores;
  private long released = -1;

  Sealer(Disk disk, StoreSpec spec, Pieces pieces, Chores chores) {
    this.disk = disk;
    this.spec = spec;
    this.pieces = pieces;
    this.chores = chores;
  }

  /** Lets entries up to a sequence be sealed. */
  void release(long throughSequence, LongSupplier forced) {
    synchronized (this) {
      released = Math.max(released, throughSequence);
    }
    chores.submit(() -> sealNext(forced));
  }

  private void sealNext(LongSupplier forced) {
    RawSegment raw = candidate(forced.getAsLong());
    if (raw == null) {
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
    Path temporary = spec.directory().resolve("archive" + FileNames.TEMPORARY);
    try {
      SealedName name = new SealedWriter(raw, spec.keepMarketTrace()).write(disk, temporary);
      Path path = spec.directory().resolve(name.text());
      disk.rename(temporary, path);
      disk.forceDirectory(spec.directory());
      SealedSegment sealed = new SealedSegment(disk, path, name);
      raw.obsolete();
      pieces.replace(list -> swap(list, raw, sealed));
    } catch (IOException | RuntimeException e) {
      disk.delete(temporary);
      throw e;
    }
  }

  private static List<Piece> swap(List<Piece> list, Piece raw, Piece sealed) {
    List<Piece> swapped = new ArrayList<>(list);
    swapped.replaceAll(piece -> piece == raw ? sealed : piece);
    return swapped;
  }
}
