package dev.bourse.exchange.simulated;

import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.exchange.LockstepExchange;
import dev.bourse.testkit.ConfigFixtures;
import dev.bourse.testkit.kit.ExchangeKit;

class SimulatedExchangeKitTest extends ExchangeKit {
  @Override
  protected LockstepExchange open(ExchangeContext context) {
    return new SimulatedExchangeFactory()
        .open(
            ConfigFixtures.of(
                SimulatedExchangeFactory.Config.class, "balances", "10000 USD,10 BTC"),
            context);
  }
}
