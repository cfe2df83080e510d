package dev.bourse.persistence.mapdb;

import dev.bourse.api.persistence.JournalEntry;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Puts frames into the open segment: first into a buffer that is reused, then into the file, then
 * on the disk. Belongs to the writer thread.
 */
final class SegmentWriter implements Closeable {
  private static final int BUFFER = 1 << 18;
  private final Disk disk;
  private final FrameEncoder encoder;
  private ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private RawSegment segment;
  private DiskFile file;
  private long position;
  private long firstPending = -1;
  private long last;
  private long lastTime;
  private long stated;

  /** Goes on behind a run, or at the start of a segment if there is none before. */
  SegmentWriter(Disk disk, RawSegment segment, FrameEncoder encoder, long last, long lastTime)
      throws IOException {
    this.disk = disk;
    this.segment = segment;
    this.encoder = encoder;
    this.file = disk.edit(segment.path());
    this.position = segment.end();
    this.last = last;
    this.lastTime = lastTime;
    this.stated = -1;
  }

  /** How many bytes still fit into the segment. */
  long room() {
    return segment.size() - position - buffer.position();
  }

  /** Adds an entry, for which there must be room, to the batch. */
  void entry(JournalEntry entry, long length, long forced) throws IOException {
    if (length > buffer.remaining()) {
      spill((int) length);
    }
    segment.index(entry.sequence(), position + buffer.position());
    encoder.entry(buffer, entry, forced);
    firstPending = firstPending < 0 ? entry.sequence() : firstPending;
    last = entry.sequence();
    lastTime = entry.time();
    stated = forced;
  }

  /** Writes the batch and lets readers see it. */
  void publish() throws IOException {
    spill(0);
    if (firstPending >= 0) {
      segment.publish(firstPending, last, position);
      firstPending = -1;
    }
  }

  /** Makes everything written durable. */
  void force() throws IOException {
    file.force();
  }

  /** Says in the segment what was forced, unless a frame did or there is no room. */
  void mark(long forced) throws IOException {
    if (forced > stated && buffer.position() == 0 && room() >= Frame.HEADER) {
      encoder.mark(buffer, last, lastTime, forced);
      spill(0);
      segment.publishMark(position);
      stated = forced;
    }
  }

  /** Goes on in another segment; this one must be published and forced. */
  void moveTo(RawSegment next) throws IOException {
    DiskFile nextFile = disk.edit(next.path());
    file.close();
    segment.complete();
    segment = next;
    file = nextFile;
    position = next.end();
    encoder.segment(next.header().segment());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** Empties the buffer into the file and sees to it that so many bytes fit. */
  private void spill(int wanted) throws IOException {
    if (buffer.position() > 0) {
      buffer.flip();
      int length = buffer.remaining();
      file.write(position, buffer);
      position += length;
      buffer.clear();
    }
    if (wanted > buffer.capacity()) {
      buffer = ByteBuffer.allocateDirect(wanted);
    }
  }
}
