package dev.bourse.venue.binance;

import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.data.DataSet;
import dev.bourse.api.data.HistoricalDataSource;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Instrument;
import java.util.List;

/**
 * A set {@code old} of three trades, at 50000.00, 50001.00 and 50002.00, and one that is broken.
 */
final class OldTrades implements HistoricalDataSource {
  private static final Instrument BTCUSDT = VenueInstruments.USUAL.get(0);

  private int open;

  /** How many cursors were not closed. */
  int open() {
    return open;
  }

  @Override
  public List<DataSet> list() {
    return List.of(
        new DataSet("old", List.of(BTCUSDT), "trades", "memory", ""),
        new DataSet("broken", List.of(BTCUSDT), "trades", "memory", "line 7 is no trade"));
  }

  @Override
  public DataCursor open(DataRange range) {
    open++;
    return new Made(() -> open--, trade(0), trade(1), trade(2));
  }

  private static MarketEvent trade(int number) {
    long price = BTCUSDT.price((50_000 + number) + ".00").raw();
    long size = BTCUSDT.quantity("0.1").raw();
    return new Trade(BTCUSDT, 1_000_000L * number, price, size, AggressorSide.SELLER, null);
  }
}
