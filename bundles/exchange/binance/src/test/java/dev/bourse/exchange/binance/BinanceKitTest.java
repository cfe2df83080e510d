package dev.bourse.exchange.binance;

import dev.bourse.testkit.exchange.KitVenue;
import dev.bourse.testkit.exchange.LiveExchangeKit;
import org.junit.jupiter.api.Tag;

/** The adapter at a local venue over real sockets. */
@Tag("P9")
class BinanceKitTest extends LiveExchangeKit {
  @Override
  protected KitVenue startVenue() {
    return new BinanceKitVenue();
  }
}
