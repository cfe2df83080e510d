package dev.bourse.testkit.exchange.example;

import dev.bourse.testkit.exchange.KitVenue;
import dev.bourse.testkit.exchange.LiveExchangeKit;

class BazaarKitTest extends LiveExchangeKit {
  @Override
  protected KitVenue startVenue() {
    return new BazaarVenue();
  }
}
