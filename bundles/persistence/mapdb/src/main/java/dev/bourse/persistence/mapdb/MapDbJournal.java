package dev.bourse.persistence.mapdb;

import dev.bourse.api.persistence.ArchiveQuery;
import dev.bourse.api.persistence.EntryKind;
import dev.bourse.api.persistence.Journal;
import dev.bourse.api.persistence.JournalCursor;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.JournalHealth;
import dev.bourse.api.persistence.OpeningReport;
import dev.bourse.api.persistence.StoreException;
import dev.bourse.api.persistence.StoreSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The journal: what may be appended, in which segment, and what is durable.
 *
 * <p>One thread appends, writes, forces and closes. It publishes three positions, each never ahead
 * of the one before: appended, written, forced. All other threads only read those, and {@link
 * Pieces}. A segment is forced before the next one gets its first byte, so what is not durable is
 * always in the last segment.
 */
final class MapDbJournal implements Journal {
  private final StoreSpec spec;
  private final Pieces pieces;
  private final SegmentSupply supply;
  private final Sealer sealer;
  private final Housekeeping housekeeping;
  private final OpeningReport opening;
  private final long first;
  private final SegmentWriter writer;
  private volatile long lastAppended;
  private volatile long lastTime;
  private volatile long lastWritten;
  private volatile long lastForced;
  private volatile @Nullable String failure;
  private volatile boolean closed;

  /** Goes on with a recovered journal, whose last segment a writer has open. */
  MapDbJournal(
      StoreSpec spec,
      RecoveredJournal recovered,
      SegmentWriter writer,
      Pieces pieces,
      SegmentSupply supply,
      Sealer sealer,
      Housekeeping housekeeping) {
    this.spec = spec;
    this.pieces = pieces;
    this.supply = supply;
    this.sealer = sealer;
    this.housekeeping = housekeeping;
    this.opening = recovered.report();
    this.first = recovered.first();
    this.writer = writer;
    this.lastAppended = opening.lastSequence();
    Run tail = recovered.tail();
    this.lastTime = tail == null ? Long.MIN_VALUE : tail.lastTime();
    this.lastWritten = lastAppended;
    this.lastForced = lastAppended;
  }

  @Override
  public OpeningReport opening() {
    return opening;
  }

  @Override
  public void append(JournalEntry entry) {
    requireUsable();
    if (lastAppended >= 0 && entry.sequence() != lastAppended + 1) {
      throw new StoreException(
          "entry " + entry.sequence() + " does not follow the last one, " + lastAppended);
    }
    long length = length(entry);
    if (entry.kind() != EntryKind.RESERVE) {
      requireMoreThanTheReserve(length);
    }
    try {
      if (length > writer.room()) {
        roll(entry, length);
      }
      writer.entry(entry, length, lastForced);
    } catch (IOException e) {
      throw failed("write", e);
    }
    lastAppended = entry.sequence();
    lastTime = entry.time();
  }

  @Override
  public void write() {
    requireUsable();
    try {
      writer.publish();
    } catch (IOException e) {
      throw failed("write", e);
    }
    lastWritten = lastAppended;
  }

  @Override
  public void force() {
    requireUsable();
    supply.retry();
    try {
      if (lastForced != lastWritten) {
        long written = lastWritten;
        writer.force();
        lastForced = written;
      } else {
        writer.mark(lastForced);
      }
    } catch (IOException e) {
      throw failed("force", e);
    }
  }

  @Override
  public long lastAppended() {
    return lastAppended;
  }

  @Override
  public long lastWritten() {
    return lastWritten;
  }

  @Override
  public long lastForced() {
    return lastForced;
  }

  @Override
  public JournalHealth health() {
    String failed = failure;
    if (failed != null) {
      return new JournalHealth(JournalHealth.State.FAILED, failed);
    }
    String problem = supply.problem();
    if (problem != null) {
      return new JournalHealth(JournalHealth.State.RESERVE, problem);
    }
    String shortage = housekeeping.shortage();
    return shortage.isEmpty()
        ? JournalHealth.GOOD
        : new JournalHealth(JournalHealth.State.GOOD, shortage);
  }

  @Override
  public JournalCursor read(long fromSequence) {
    return new PieceCursor(pieces, ArchiveQuery.from(Math.max(fromSequence, firstKept())));
  }

  @Override
  public void release(long throughSequence) {
    sealer.release(throughSequence, lastTime, this::lastForced);
  }

  /** The store's name. */
  String name() {
    return spec.name();
  }

  /** Writes and forces what is pending, unless the journal failed. */
  void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (failure == null) {
        writer.publish();
        lastWritten = lastAppended;
        writer.force();
        lastForced = lastWritten;
        writer.mark(lastForced);
        writer.force();
      }
    } finally {
      writer.close();
    }
  }

  /** The first sequence of the journal proper that is not archived. */
  private long firstKept() {
    Pieces.Generation generation = pieces.acquire();
    try {
      for (Piece piece : generation.list()) {
        if (piece instanceof RawSegment && piece.first() >= first) {
          return piece.first();
        }
      }
      return first;
    } finally {
      generation.release();
    }
  }

  private long length(JournalEntry entry) {
    long limit = Math.min(FrameReader.MAX_FRAME, spec.segmentBytes() - Frame.SEGMENT_HEADER);
    try {
      long length = FrameEncoder.length(entry);
      if (length > limit) {
        throw new StoreException(
            "entry %d takes %d bytes, more than the %d that fit in a segment of store %s"
                .formatted(entry.sequence(), length, limit, spec.name()));
      }
      return length;
    } catch (IllegalArgumentException e) {
      throw new StoreException(
          "entry " + entry.sequence() + " cannot be journaled: " + e.getMessage(), e);
    }
  }

  private void requireMoreThanTheReserve(long length) {
    if (writer.room() - length < spec.reserveBytes()) {
      supply.await();
    }
    String problem = supply.problem();
    if (problem != null) {
      throw new StoreException(
          problem + "; until then only cancels, reducing orders and venue events are taken");
    }
  }

  private void roll(JournalEntry entry, long length) throws IOException {
    RawSegment next = supply.take();
    if (next == null) {
      throw new StoreException(
          "entry %d does not fit, its %d bytes are more than the %d left: %s"
              .formatted(entry.sequence(), length, writer.room(), supply.problem()));
    }
    writer.publish();
    lastWritten = lastAppended;
    writer.force();
    lastForced = lastWritten;
    writer.moveTo(next);
    pieces.replace(
        list -> {
          List<Piece> longer = new ArrayList<>(list);
          longer.add(next);
          return longer;
        });
    supply.prepare();
  }

  private StoreException failed(String operation, IOException cause) {
    String sentence =
        "a %s of the journal of store %s in %s failed: %s; it takes nothing more, check the disk and open it again"
            .formatted(operation, spec.name(), spec.directory(), cause.getMessage());
    failure = sentence;
    return new StoreException(sentence, cause);
  }

  private void requireUsable() {
    String failed = failure;
    if (failed != null) {
      throw new StoreException(failed);
    }
    if (closed) {
      throw new StoreException(
          "store " + spec.name() + " in " + spec.directory() + " is closed; open it again");
    }
  }
}
