package dev.bourse.api.model;

/** One instrument and what is needed around it. */
final class Sample {
  static final Currency BTC = new Currency("BTC", 8);
  static final Currency USD = new Currency("USD", 8);
  static final AccountId ACCOUNT = new AccountId("demo");
  static final StrategyId STRATEGY = new StrategyId("ema");

  static final Instrument BTCUSD =
      new Instrument(
          InstrumentId.of("BTCUSD.BITSTAMP"),
          1,
          BTC,
          USD,
          Price.of("0.05"),
          Quantity.of("0.0002"),
          Quantity.of("0.001"),
          Quantity.of("1000"),
          Money.of("5", USD),
          Rate.of("0.001"),
          Rate.of("0.002"),
          true);

  private Sample() {}

  static Order order(OrderStatus status, String filled, boolean unknown) {
    return new Order(
        new ClientOrderId("demo-ema-1-1"),
        ACCOUNT,
        STRATEGY,
        OrderSpec.limit(BTCUSD, Side.BUY, BTCUSD.quantity("0.5"), BTCUSD.price("800.10")),
        status,
        unknown,
        null,
        BTCUSD.quantity(filled),
        BTCUSD.notional(BTCUSD.price("800.10"), BTCUSD.quantity(filled)),
        true,
        null,
        1,
        2,
        "reason");
  }
}
