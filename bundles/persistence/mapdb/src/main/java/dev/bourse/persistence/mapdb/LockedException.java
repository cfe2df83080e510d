package dev.bourse.persistence.mapdb;

import java.io.IOException;

/** A file is locked; the message says by whom. */
final class LockedException extends IOException {
  private static final long serialVersionUID = 1L;

  LockedException(String owner) {
    super(owner);
  }
}
