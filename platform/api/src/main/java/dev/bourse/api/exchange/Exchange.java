package dev.bourse.api.exchange;

import dev.bourse.api.model.Instrument;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One open account at one venue. Methods are called from the trader's thread and must not block.
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
