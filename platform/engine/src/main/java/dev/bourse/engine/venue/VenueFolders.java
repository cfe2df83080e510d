package dev.bourse.engine.venue;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.persistence.StoreSpec;

/**
 * Where simulated venues keep their memory, and where a trader's place in its feed is written down.
 */
public interface VenueFolders {
  /** The store of an account's venue. */
  StoreSpec venue(AccountId account);

  /**
   * How many events of the feed came before the trader's count began; decided once, when the trader
   * has counted nothing.
   *
   * @param counted what the trader counted so far
   * @param remembered the last position that a venue remembers
   */
  long feedOffset(long counted, long remembered);
}
