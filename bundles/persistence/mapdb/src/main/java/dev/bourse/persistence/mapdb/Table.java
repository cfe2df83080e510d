package dev.bourse.persistence.mapdb;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.mapdb.DBException;
import org.mapdb.Serializer;
import org.mapdb.SortedTableMap;

/**
 * An immutable MapDB file: rows sorted by key, bytes to bytes.
 *
 * <p>The checksum of the whole file stands in its name. It is verified before MapDB sees a byte of
 * the file, because MapDB does not notice most damage and may read a damaged file for ever.
 */
final class Table implements Closeable {
  private static final int CHUNK = 1 << 20;
  private static final Duration OPENING = Duration.ofSeconds(30);
  private final DiskFile file;
  private final SortedTableMap<byte[], byte[]> rows;

  private Table(DiskFile file, SortedTableMap<byte[], byte[]> rows) {
    this.file = file;
    this.rows = rows;
  }

  /** What is put into a table, in the order of its keys; a value has at most 16 KiB. */
  interface Sink {
    void put(byte[] key, byte[] value);
  }

  /**
   * How a file is cut: a page is the least that a file takes, a node is what is read at once. A
   * node of the longest rows fits into a page; MapDB fails if it does not.
   */
  enum Cut {
    /** For snapshots. */
    FINE(1 << 18, 8),
    /** For sealed segments. */
    COARSE(1 << 20, 32);

    private final int page;
    private final int node;

    Cut(int page, int node) {
      this.page = page;
      this.node = node;
    }
  }

  /** Writes a file and forces it; the result is its checksum. */
  static int write(Disk disk, Path path, Cut cut, Consumer<Sink> source) throws IOException {
    try (DiskFile file = disk.create(path)) {
      SortedTableMap.Sink<byte[], byte[]> sink =
          SortedTableMap.create(new DiskVolume(file), Serializer.BYTE_ARRAY, Serializer.BYTE_ARRAY)
              .pageSize(cut.page)
              .nodeSize(cut.node)
              .createFromSink();
      source.accept(sink::put);
      sink.create();
      file.force();
      return checksum(file);
    } catch (DBException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
    }
  }

  /** Whether a file has the checksum that it should have. */
  static boolean isWhole(Disk disk, Path path, int checksum) throws IOException {
    try (DiskFile file = disk.read(path)) {
      return checksum(file) == checksum;
    }
  }

  /** Opens a file that is whole, in limited time. */
  static Table open(Disk disk, Path path) throws IOException {
    DiskFile file = disk.read(path);
    try {
      SortedTableMap<byte[], byte[]> rows =
          Deadline.call(
              OPENING,
              () ->
                  SortedTableMap.open(
                      new DiskVolume(file), Serializer.BYTE_ARRAY, Serializer.BYTE_ARRAY));
      return new Table(file, rows);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw new IOException(path + ": " + e.getMessage(), e);
    }
  }

  /** The rows. */
  ConcurrentNavigableMap<byte[], byte[]> rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static int checksum(DiskFile file) throws IOException {
    CRC32C crc = new CRC32C();
    byte[] chunk = new byte[CHUNK];
    long position = 0;
    int length = file.read(position, chunk, 0, CHUNK);
    while (length > 0) {
      crc.update(chunk, 0, length);
      position += length;
      length = file.read(position, chunk, 0, CHUNK);
    }
    return (int) crc.getValue();
  }
}
