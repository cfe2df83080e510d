package dev.bourse.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Contract;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Int128;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.core.market.Market;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/**
 * What positions realized and would realize, less fees, with funding and flows, is what an account
 * is worth more than before: to the last digit, whatever is filled.
 */
class AccountIdentityProperties {
  private static final AccountId ACCOUNT = new AccountId("a");
  private static final StrategyId STRATEGY = new StrategyId("s");
  private static final Currency USD = new Currency("USD", 8);
  private static final Currency BTC = new Currency("BTC", 8);
  private static final Currency BNB = new Currency("BNB", 8);
  private static final Rate MAINTENANCE = Rate.of("0.01");
  private static final Instrument SPOT = spot(new Currency("ETH", 8), "0.01", "0.0001");
  private static final Instrument LINEAR =
      spot(new Currency("SOL", 8), "0.01", "0.0001")
          .as(Contract.linear(MAINTENANCE), USD.zero(), null);
  private static final Instrument TINY =
      spot(new Currency("SHIB", 0), "0.00000001", "1")
          .as(Contract.linear(MAINTENANCE), USD.zero(), null);
  private static final Instrument INVERSE =
      spot(BTC, "0.01", "1")
          .as(Contract.inverse(Quantity.of("100"), MAINTENANCE), BTC.zero(), null);
  private static final Instrument THIRD = spot(BNB, "0.01", "0.0001");
  private static final List<Instrument> TRADED = List.of(SPOT, LINEAR, TINY, INVERSE);

  private Portfolio portfolio = new Portfolio();
  private Market market = new Market();

  private static Instrument spot(Currency base, String tick, String step) {
    return new Instrument(
        InstrumentId.of(base + "USD.TEST"),
        1,
        base,
        USD,
        Price.of(tick),
        Quantity.of(step),
        Quantity.of(step),
        Quantity.of("1000000000000"),
        USD.zero(),
        Rate.ZERO,
        Rate.ZERO,
        true);
  }

  @Property(tries = 300)
  @Tag("N28")
  void profitFeesAndFlowsAreTheChangeOfTheAccount(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int steps) {
    Random random = new Random(seed);
    start();
    Money inUsd = USD.zero();
    Money inBtc = BTC.zero();
    Money inBnb = BNB.zero();

    for (int i = 0; i < steps; i++) {
      if (random.nextInt(6) == 0) {
        Money paid = new Money(Int128.of(random.nextInt(2_000_001) - 1_000_000), USD);
        portfolio.flow(new FlowBook.Flowed(ACCOUNT, "funding", paid));
        inUsd = inUsd.plus(paid);
      } else {
        Fill fill = fill(random, i);
        portfolio.apply(STRATEGY, fill, fill.notional());
        inBnb = fill.fee().currency().equals(BNB) ? inBnb.minus(fill.fee()) : inBnb;
      }
    }
    for (Position position : portfolio.positions()) {
      Money earned =
          position
              .realized()
              .plus(position.unrealized(mark(position.instrument())))
              .minus(position.fees());
      boolean usd = earned.currency().equals(USD);
      inUsd = usd ? inUsd.plus(earned) : inUsd;
      inBtc = usd ? inBtc : inBtc.plus(earned);
    }

    Money bnb = inUsdOf(Money.of("1000", BNB).plus(inBnb), THIRD);
    Money expected = Money.of("1000000", USD).plus(inUsd).plus(inUsdOf(inBtc, INVERSE)).plus(bnb);
    assertThat(Equity.of(portfolio, market)).containsExactly(expected);
  }

  /**
   * Each fee in a third currency is named with its worth then; while that currency costs the same,
   * nothing else is lost.
   */
  @Property(tries = 200)
  @Tag("N28")
  void theWorthOfEachFeeInAThirdCurrencyIsWhatItTookFromTheAccount(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int steps) {
    Random random = new Random(seed);
    start();
    Money before = Equity.of(portfolio, market).get(0);
    Money fees = USD.zero();

    for (int i = 0; i < steps; i++) {
      Fill fill = fill(random, i);
      portfolio.apply(STRATEGY, fill, fill.notional());
      if (FeeBook.isThird(fill)) {
        Route route = Route.of(fill.fee().currency(), USD, market.all()).orElseThrow();
        fees = fees.plus(route.convert(fill.fee()).to());
      }
    }

    Money earned = USD.zero();
    Money inBtc = BTC.zero();
    for (Position position : portfolio.positions()) {
      Money open = position.unrealized(mark(position.instrument()));
      Money own = position.realized().plus(open).minus(position.fees());
      earned = own.currency().equals(USD) ? earned.plus(own) : earned;
      inBtc = own.currency().equals(USD) ? inBtc : inBtc.plus(own);
    }
    Money after = before.plus(earned).plus(inUsdOf(inBtc, INVERSE)).minus(fees);
    assertThat(Equity.of(portfolio, market)).containsExactly(after);
  }

  private void start() {
    portfolio = new Portfolio();
    market = new Market();
    portfolio.total(ACCOUNT, Money.of("1000000", USD));
    portfolio.total(ACCOUNT, Money.of("1000", BNB));
    for (Instrument each : List.of(SPOT, LINEAR, TINY, INVERSE, THIRD)) {
      market.list(each);
      long raw = mark(each).raw();
      market.apply(new Trade(each, 1, raw, 1, AggressorSide.UNKNOWN, null), number(each), 1);
    }
  }

  private int number(Instrument instrument) {
    return market.instruments().number(instrument);
  }

  private static Price mark(Instrument instrument) {
    return instrument.equals(TINY) ? instrument.price(2_345) : instrument.price(30_100);
  }

  private static Money inUsdOf(Money amount, Instrument instrument) {
    int decimals = amount.currency().decimals() + instrument.priceDecimals();
    return new Money(
        amount
            .raw()
            .times(mark(instrument).raw())
            .rescaled(decimals, USD.decimals(), RoundingMode.HALF_EVEN),
        USD);
  }

  /** Spot is bought, and sold only as far as it is held; contracts go through zero as they like. */
  private Fill fill(Random random, int number) {
    Instrument instrument = TRADED.get(random.nextInt(TRADED.size()));
    long most = instrument.equals(TINY) ? 1_000_000_000_000L : 1_000_000L;
    Quantity quantity = instrument.quantity(2 + Math.floorMod(random.nextLong(), most));
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    if (instrument.isSpot()) {
      Position held = portfolio.position(ACCOUNT, STRATEGY, instrument);
      Quantity sellable = instrument.roundDown(held.quantity());
      side = sellable.isPositive() ? side : Side.BUY;
      quantity = side == Side.SELL ? quantity.min(sellable) : quantity;
    }
    long price = mark(instrument).raw() / 2 + random.nextInt((int) mark(instrument).raw());
    return new Fill(
        "f" + number,
        new ClientOrderId("o"),
        ACCOUNT,
        instrument,
        side,
        instrument.price(price),
        quantity,
        fee(random, instrument, side),
        Liquidity.TAKER,
        number,
        false);
  }

  private static Money fee(Random random, Instrument instrument, Side side) {
    Money settled = new Money(Int128.of(random.nextInt(1_000) - 100), instrument.settlement());
    return switch (random.nextInt(3)) {
      case 0 -> new Money(Int128.of(random.nextInt(1_000)), BNB);
      case 1 ->
          instrument.isSpot() && side == Side.BUY
              ? new Money(Int128.of(random.nextInt(1_000)), instrument.base())
              : settled;
      default -> settled;
    };
  }
}
