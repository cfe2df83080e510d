package dev.bourse.engine.journal;

/**
 * Something that people or programs are told only once it is durable. Called on the announcement
 * thread.
 */
public interface Announcement {
  /** It is durable: tell it. */
  void durable();

  /**
   * It is in the emergency's file and nowhere else: tell who asked, nobody else.
   *
   * @param reason why it is not in the journal
   */
  void logged(String reason);

  /** It will never be durable. */
  void lost(String reason);
}
