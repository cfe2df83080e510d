package dev.bourse.api.model;

/** Instruments of every kind, and fills of them, for tests. */
final class Contracts {
  static final AccountId ACCOUNT = new AccountId("acct");
  static final StrategyId STRATEGY = new StrategyId("s1");
  static final Currency BTC = new Currency("BTC", 8);
  static final Currency USD = new Currency("USD", 8);
  static final Currency SHIB = new Currency("SHIB", 0);
  static final Currency IDR = new Currency("IDR", 8);
  private static final Rate MAINTENANCE = Rate.of("0.005");

  private Contracts() {}

  static Instrument linear() {
    return contract(BTC, USD, "0.01", "0.001", Contract.linear(MAINTENANCE));
  }

  /** One contract is a hundredth of a bitcoin. */
  static Instrument sized() {
    Rate whole = new Rate(Rate.ONE);
    Contract contract = new Contract(ContractKind.LINEAR, Quantity.of("0.01"), whole, MAINTENANCE);
    return contract(BTC, USD, "0.01", "1", contract);
  }

  static Instrument inverse(String size) {
    return contract(BTC, USD, "0.5", "1", Contract.inverse(Quantity.of(size), MAINTENANCE));
  }

  static Instrument shib() {
    return contract(SHIB, USD, "0.00000001", "1", Contract.linear(MAINTENANCE));
  }

  static Instrument rupiah() {
    return contract(BTC, IDR, "1", "0.00000001", Contract.linear(MAINTENANCE));
  }

  static Instrument spot(Instrument contract) {
    return contract.as(Contract.SPOT, contract.quote().zero(), null);
  }

  private static Instrument contract(
      Currency base, Currency quote, String tick, String step, Contract contract) {
    return new Instrument(
        InstrumentId.of(base + quote.code() + "PERP.TEST"),
        1,
        base,
        quote,
        Price.of(tick),
        Quantity.of(step),
        Quantity.of(step),
        new Quantity(Long.MAX_VALUE / 1_000_000_000L, 0),
        (contract.isInverse() ? base : quote).zero(),
        Rate.ZERO,
        Rate.ZERO,
        true,
        contract,
        null);
  }

  static Fill fill(Instrument instrument, Side side, String quantity, String price, Money fee) {
    return fill(instrument, side, instrument.quantity(quantity), instrument.price(price), fee);
  }

  static Fill fill(Instrument instrument, Side side, Quantity quantity, Price price, Money fee) {
    return new Fill(
        "f",
        new ClientOrderId("o"),
        ACCOUNT,
        instrument,
        side,
        price,
        quantity,
        fee,
        Liquidity.TAKER,
        1,
        false);
  }

  static Position flat(Instrument instrument) {
    return Position.flat(ACCOUNT, STRATEGY, instrument);
  }
}
