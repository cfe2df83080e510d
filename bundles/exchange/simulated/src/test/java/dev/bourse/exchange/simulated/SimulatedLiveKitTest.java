package dev.bourse.exchange.simulated;

import dev.bourse.testkit.ConfigFixtures;
import dev.bourse.testkit.Instruments;
import dev.bourse.testkit.exchange.DrivenVenue;
import dev.bourse.testkit.exchange.KitVenue;
import dev.bourse.testkit.exchange.LiveExchangeKit;

/** What a trader may expect of any exchange holds for the one behind paper and replay too. */
class SimulatedLiveKitTest extends LiveExchangeKit {
  @Override
  protected KitVenue startVenue() {
    return new DrivenVenue(
        context ->
            new SimulatedExchangeFactory()
                .open(
                    ConfigFixtures.of(
                        SimulatedExchangeFactory.Config.class, "balances", "100000 USD,10 BTC"),
                    context),
        Instruments.BTCUSD);
  }
}
