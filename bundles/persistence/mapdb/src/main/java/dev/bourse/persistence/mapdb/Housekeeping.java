package dev.bourse.persistence.mapdb;

import dev.bourse.api.persistence.StoreException;
import dev.bourse.api.persistence.StoreSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mapdb.DBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drops from the archive what need not be kept: one file at a time, in the background, so that the
 * next segment never waits for more than one.
 *
 * <p>A file whose market data is past its time, or whose room is needed, is written anew without
 * it: the new file is whole on the disk before the old one leaves the list of pieces, and an
 * opening that finds both takes the new one. A file that is past its time altogether goes whole,
 * oldest first, but only when its raw segment is gone for good: an opening that found that again
 * would take what is missing behind it for damage.
 *
 * <p>Everything but {@link #shortage} belongs to the background.
 */
final class Housekeeping {
  /** The disk is low when fewer segments than this still fit. */
  static final int LOW_SEGMENTS = 8;

  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
  private final Disk disk;
  private final StoreSpec spec;
  private final Pieces pieces;
  private final Chores chores;
  private volatile long newest = Long.MIN_VALUE;
  private volatile String shortage = "";
  private long dropped;

  Housekeeping(Disk disk, StoreSpec spec, Pieces pieces, Chores chores) {
    this.disk = disk;
    this.spec = spec;
    this.pieces = pieces;
    this.chores = chores;
  }

  /** That the disk is low and what was dropped because of it; empty if it is not. Any thread. */
  String shortage() {
    return shortage;
  }

  /** Ages count back from this time of the newest entry. Any thread. */
  void newest(long time) {
    newest = time;
  }

  /** Drops soon what need not be kept any longer. Any thread. */
  void look() {
    chores.submit(this::next);
  }

  /** Whether market data of a segment that is sealed now is kept. */
  boolean keepsMarket() throws IOException {
    return !spec.retention().market().isZero() && !isLow();
  }

  /** Market entries were left out when a segment was sealed. */
  void leftOut(long entries) throws IOException {
    if (!spec.retention().market().isZero()) {
      dropped += entries;
      tell();
    }
  }

  /** Makes room if the disk is low; true if there is more of it now. */
  boolean relieve() {
    try {
      boolean more = isLow() && dropMarket(Long.MAX_VALUE);
      tell();
      return more;
    } catch (IOException | StoreException | DBException | UncheckedIOException e) {
      LOG.warn("Nothing of the trace of store {} could be dropped: {}", spec.name(), e.toString());
      return false;
    }
  }

  private void next() {
    try {
      boolean low = isLow();
      long from = low ? Long.MAX_VALUE : spec.retention().marketFrom(newest);
      boolean more = dropOldest() || dropMarket(from);
      tell();
      if (more) {
        chores.submit(this::next);
      }
    } catch (IOException | StoreException | DBException | UncheckedIOException e) {
      LOG.warn(
          "The archive of store {} stays as it is and is looked at again after the next snapshot: {}",
          spec.name(),
          e.toString());
    }
  }

  /** The first file of the archive, if all of it is past its time. */
  private boolean dropOldest() throws IOException {
    long from = spec.retention().decisionsFrom(newest);
    Piece first = first(piece -> true);
    if (!(first instanceof SealedSegment sealed) || sealed.name().maxTime() >= from) {
      return false;
    }
    if (disk.list(spec.directory()).contains(FileNames.segment(sealed.name().number()))) {
      return false;
    }
    disk.forceDirectory(spec.directory());
    sealed.obsolete();
    pieces.replace(list -> list.stream().filter(piece -> piece != sealed).toList());
    LOG.info("{} of store {} is past its time", sealed.name().text(), spec.name());
    return true;
  }

  /** The oldest file whose market data is all from before a time; true if that made room. */
  private boolean dropMarket(long from) throws IOException {
    Piece found =
        first(
            piece ->
                piece instanceof SealedSegment sealed
                    && sealed.name().market()
                    && sealed.name().maxTime() < from
                    && !sealed.isDamaged());
    return found instanceof SealedSegment sealed && withoutMarket(sealed);
  }

  private boolean withoutMarket(SealedSegment old) throws IOException {
    SealedWriter writer = new SealedWriter(old, old.name().number(), false);
    SealedSegment made = write(writer);
    if (isLow() && !isOver(old)) {
      dropped += writer.dropped();
      LOG.warn(
          "The disk of store {} is low: market data of {} turns, {} to {}, was dropped",
          spec.name(),
          writer.dropped(),
          old.first(),
          old.last());
    }
    old.obsolete();
    pieces.replace(list -> Housekeeping.swap(list, old, made));
    return !disk.list(spec.directory()).contains(old.name().text());
  }

  private boolean isOver(SealedSegment sealed) {
    return sealed.name().maxTime() < spec.retention().marketFrom(newest);
  }

  /** Writes a sealed file under its name, whole or not at all. */
  SealedSegment write(SealedWriter writer) throws IOException {
    Path temporary = spec.directory().resolve("archive" + FileNames.TEMPORARY);
    try {
      SealedName name = writer.write(disk, temporary);
      Path path = spec.directory().resolve(name.text());
      disk.rename(temporary, path);
      disk.forceDirectory(spec.directory());
      return new SealedSegment(disk, path, name);
    } catch (IOException | RuntimeException e) {
      disk.delete(temporary);
      throw e;
    }
  }

  /** The list with another piece in the place of one. */
  static List<Piece> swap(List<Piece> list, Piece old, Piece made) {
    List<Piece> swapped = new ArrayList<>(list);
    swapped.replaceAll(piece -> piece == old ? made : piece);
    return swapped;
  }

  private @Nullable Piece first(Predicate<Piece> wanted) {
    Pieces.Generation generation = pieces.acquire();
    try {
      return generation.list().stream().filter(wanted).findFirst().orElse(null);
    } finally {
      generation.release();
    }
  }

  private boolean isLow() throws IOException {
    return hasLessThan(LOW_SEGMENTS);
  }

  private boolean hasLessThan(int segments) throws IOException {
    return disk.usable(spec.directory()) / segments < spec.segmentBytes();
  }

  /** What was dropped is told of until there is twice the room, not only while it is dropped. */
  private void tell() throws IOException {
    boolean concerns = dropped > 0 || !shortage.isEmpty();
    if (!isLow() && !(concerns && hasLessThan(2 * LOW_SEGMENTS))) {
      dropped = 0;
      shortage = "";
      return;
    }
    shortage =
        "the disk of store %s is low, about %d MiB or less are left in %s: market data of %d turns was dropped from the trace so far; free disk space, entries stop when it is full"
            .formatted(
                spec.name(), (LOW_SEGMENTS * spec.segmentBytes()) >> 20, spec.directory(), dropped);
  }
}
