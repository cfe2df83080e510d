package dev.bourse.persistence.mapdb;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.mapdb.DBException;
import org.mapdb.DataInput2;
import org.mapdb.volume.Volume;

/**
 * Lets MapDB read and write one file of a {@link Disk}: no memory mapping, nothing that an
 * interrupt could close, and faults of the disk reach it. One thread.
 */
final class DiskVolume extends Volume {
  private static final int WINDOW = 1 << 16;
  private final DiskFile file;
  private byte[] window = new byte[WINDOW];
  private long windowStart;
  private int windowLength;

  DiskVolume(DiskFile file) {
    this.file = file;
  }

  @Override
  public void ensureAvailable(long offset) {}

  @Override
  public void truncate(long size) {
    throw new UnsupportedOperationException("a sealed file keeps its size");
  }

  @Override
  public void putLong(long offset, long value) {
    putData(offset, ByteBuffer.allocate(Long.BYTES).putLong(0, value));
  }

  @Override
  public void putInt(long offset, int value) {
    putData(offset, ByteBuffer.allocate(Integer.BYTES).putInt(0, value));
  }

  @Override
  public void putByte(long offset, byte value) {
    putData(offset, ByteBuffer.allocate(1).put(0, value));
  }

  @Override
  public void putData(long offset, byte[] source, int position, int size) {
    putData(offset, ByteBuffer.wrap(source, position, size));
  }

  @Override
  public void putData(long offset, ByteBuffer source) {
    windowLength = 0;
    try {
      file.write(offset, source);
    } catch (IOException e) {
      throw new DBException.VolumeIOError(e);
    }
  }

  @Override
  public long getLong(long offset) {
    int index = show(offset, Long.BYTES);
    return ByteBuffer.wrap(window).getLong(index);
  }

  @Override
  public int getInt(long offset) {
    int index = show(offset, Integer.BYTES);
    return ByteBuffer.wrap(window).getInt(index);
  }

  @Override
  public byte getByte(long offset) {
    int index = show(offset, 1);
    return window[index];
  }

  @Override
  public DataInput2 getDataInput(long offset, int size) {
    byte[] bytes = new byte[size];
    getData(offset, bytes, 0, size);
    return new DataInput2.ByteArray(bytes);
  }

  @Override
  public void getData(long offset, byte[] target, int position, int size) {
    int index = show(offset, size);
    System.arraycopy(window, index, target, position, size);
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new DBException.VolumeIOError(e);
    }
  }

  @Override
  public void sync() {}

  @Override
  public int sliceSize() {
    return -1;
  }

  @Override
  public boolean isSliced() {
    return false;
  }

  @Override
  public long length() {
    try {
      return file.size();
    } catch (IOException e) {
      throw new DBException.VolumeIOError(e);
    }
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public @Nullable File getFile() {
    return null;
  }

  @Override
  public boolean getFileLocked() {
    return false;
  }

  @Override
  public void clear(long startOffset, long endOffset) {
    windowLength = 0;
    try {
      file.zero(startOffset, endOffset);
    } catch (IOException e) {
      throw new DBException.VolumeIOError(e);
    }
  }

  /** Brings bytes into the window and says where in it they are. */
  private int show(long offset, int size) {
    if (offset < windowStart || offset + size > windowStart + windowLength) {
      if (size > window.length) {
        window = new byte[size];
      }
      try {
        windowStart = offset;
        windowLength = file.read(offset, window, 0, window.length);
      } catch (IOException e) {
        throw new DBException.VolumeIOError(e);
      }
      if (size > windowLength || size < 0) {
        throw new DBException.VolumeEOF("byte " + offset + " is behind the end of the file");
      }
    }
    return (int) (offset - windowStart);
  }
}
