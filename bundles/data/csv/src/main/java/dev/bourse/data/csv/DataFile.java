package dev.bourse.data.csv;

import dev.bourse.api.data.DataException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** An open file with rows: plain text, {@code .gz} or {@code .zip} with one file in it. */
final class DataFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path path;
  private final long size;
  private final HashedInput raw;
  private final InputStream text;

  private DataFile(Path path, long size, HashedInput raw, InputStream text) {
    this.path = path;
    this.size = size;
    this.raw = raw;
    this.text = text;
  }

  /** Opens the file by what its name ends with; throws {@link DataException} with a sentence. */
  static DataFile open(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new DataException(path + " is not there, or is no file");
    }
    try {
      if (isZip(path)) {
        requireOneEntry(path);
      }
      HashedInput raw = new HashedInput(Files.newInputStream(path));
      try {
        return new DataFile(path, Files.size(path), raw, unpacked(path, raw));
      } catch (IOException e) {
        raw.close();
        throw e;
      }
    } catch (IOException e) {
      throw broken(path, e);
    }
  }

  Path path() {
    return path;
  }

  /** Reads text; -1 at its end. */
  int read(byte[] target, int offset, int length) {
    try {
      return text.read(target, offset, length);
    } catch (IOException e) {
      throw broken(path, e);
    }
  }

  /** Reads the rest without looking at it, for the hash. */
  void drain() {
    try {
      raw.drain();
    } catch (IOException e) {
      throw broken(path, e);
    }
  }

  /** The share of the file that was read, 0 to 1. */
  double progress() {
    return size == 0 ? 1 : Math.min(1, raw.count() / (double) size);
  }

  /** SHA-256 of the file's bytes read so far. */
  String hash() {
    return raw.hash();
  }

  @Override
  public void close() {
    try {
      text.close();
    } catch (IOException e) {
      throw broken(path, e);
    }
  }

  private static InputStream unpacked(Path path, HashedInput raw) throws IOException {
    if (lowerName(path).endsWith(".gz")) {
      return new GZIPInputStream(raw, BUFFER);
    }
    if (!isZip(path)) {
      return raw;
    }
    ZipInputStream zip = new ZipInputStream(raw);
    ZipEntry entry = zip.getNextEntry();
    while (entry != null && entry.isDirectory()) {
      entry = zip.getNextEntry();
    }
    return zip;
  }

  /** The directory at the end of a zip is looked at first: what was cut off lacks it. */
  private static void requireOneEntry(Path path) throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      List<String> files =
          zip.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
      if (files.size() != 1) {
        throw new DataException(
            path + " holds " + files.size() + " files; put exactly one file into a zip");
      }
    }
  }

  private static DataException broken(Path path, IOException cause) {
    if (cause instanceof EOFException) {
      return new DataException(path + " ends in the middle: it was cut off; copy it again", cause);
    }
    if (cause instanceof ZipException) {
      return new DataException(
          path + " is damaged (" + cause.getMessage() + "); copy it again", cause);
    }
    return new DataException(path + " cannot be read: " + cause.getMessage(), cause);
  }

  private static boolean isZip(Path path) {
    return lowerName(path).endsWith(".zip");
  }

  private static String lowerName(Path path) {
    return path.toString().toLowerCase(Locale.ROOT);
  }
}
