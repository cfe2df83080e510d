package dev.bourse.api.exchange;

import dev.bourse.api.model.Instrument;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One open account at one venue. No method may block.
 *
 * <p>Threads: the trader's loop calls everything but {@link ExecutionClient#execute}, which a live
 * trader calls from its journal writer's thread, at the same time as the loop may call anything
 * else. {@link #close()} may also come from another thread, when the loop is stuck in a plug-in. A
 * {@link LockstepExchange} is called by one thread only.
 */
@ConsumerType
public interface Exchange extends AutoCloseable {
  /** What this venue can do, as data. */
  Capabilities capabilities();

  /** The instruments known now; changes follow as {@code InstrumentListed}. */
  List<Instrument> instruments();

  /** Public market data. */
  MarketDataClient marketData();

  /** Orders and the account. */
  ExecutionClient execution();

  /** Closes all connections; orders at the venue stay. After it nothing is reported any more. */
  @Override
  void close();
}
