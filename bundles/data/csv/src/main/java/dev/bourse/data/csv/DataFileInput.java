package dev.bourse.data.csv;

import java.io.InputStream;

/** The text of a data file as a stream; what it throws names the file. */
final class DataFileInput extends InputStream {
  private final DataFile file;
  private final byte[] one = new byte[1];

  DataFileInput(DataFile file) {
    this.file = file;
  }

  @Override
  public int read() {
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    return file.read(target, offset, length);
  }
}
