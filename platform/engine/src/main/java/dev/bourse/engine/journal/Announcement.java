package dev.bourse.engine.journal;

/**
 * Something that people or programs are told only once it is durable. Called on the announcement
 * thread.
 */
public interface Announcement {
  /** It is durable: tell it. */
  void durable();

  /** It will never be durable. */
  void lost(String reason);
}
