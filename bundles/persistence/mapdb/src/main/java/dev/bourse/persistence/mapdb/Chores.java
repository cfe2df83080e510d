package dev.bourse.persistence.mapdb;

/** What a store does beside its writer: one thing at a time, in order. Any thread. */
interface Chores extends AutoCloseable {
  /** Does something soon. */
  void submit(Runnable chore);

  /** Does what was submitted, then nothing more. */
  @Override
  void close();
}
