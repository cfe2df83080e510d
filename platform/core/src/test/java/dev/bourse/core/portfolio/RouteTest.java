package dev.bourse.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Contract;
import dev.bourse.api.model.Conversion;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.core.market.Market;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("N28")
class RouteTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Currency USD = new Currency("USD", 2);
  private static final Currency BTC = new Currency("BTC", 8);
  private static final Currency BNB = new Currency("BNB", 8);

  private final Market market = new Market();

  @Test
  void multipliesByThePriceOfAnInstrumentThatHasBoth() {
    price("BNBUSD.A", BNB, USD, "602.10");

    Conversion conversion = convert(Money.of("0.1", BNB), USD);

    assertThat(conversion)
        .hasToString("0.10000000 BNB = 60.21 USD at 602.10 (BNBUSD.A, 1970-01-01T00:00:07Z)");
  }

  @Test
  void dividesByThePriceFromQuoteToBase() {
    price("BTCUSD.A", BTC, USD, "30000.00");

    Conversion conversion = convert(Money.of("10", USD), BTC);

    assertThat(conversion.to()).isEqualTo(Money.of("0.00033333", BTC));
    assertThat(conversion.rate()).isEqualTo("1/30000.00 (BTCUSD.A, 1970-01-01T00:00:07Z)");
  }

  @Test
  void goesThroughOneCommonCurrency() {
    price("BNBBTC.A", BNB, BTC, "0.02");
    price("BTCUSD.A", BTC, USD, "30000.00");

    Optional<Route> route = Route.of(BNB, USD, market.all());

    assertThat(route.map(Route::toString)).contains("BNBBTC.A then BTCUSD.A");
    assertThat(convert(Money.of("0.5", BNB), USD).to()).isEqualTo(Money.of("300.00", USD));
  }

  @Test
  void prefersDirectToInverseAndSpotToContracts() {
    price("USDBNB.A", USD, BNB, "0.01");
    list("BNBUSDPERP.A", BNB, USD, Contract.linear(Rate.of("0.01")), "601.00");
    price("BNBUSD.A", BNB, USD, "600.00");

    Optional<Route> route = Route.of(BNB, USD, market.all());

    assertThat(route.map(Route::toString)).contains("BNBUSD.A");
  }

  @Test
  void prefersAWayWithPricesToAShorterOneThatWaits() {
    list("BNBUSD.A", BNB, USD, Contract.SPOT, "");
    price("BNBBTC.A", BNB, BTC, "0.02");
    price("BTCUSD.A", BTC, USD, "30000.00");

    Optional<Route> route = Route.of(BNB, USD, market.all());

    assertThat(route.map(Route::toString)).contains("BNBBTC.A then BTCUSD.A");
  }

  @Test
  void namesTheWayThatWaitsForAPrice() {
    list("BNBUSD.A", BNB, USD, Contract.SPOT, "");

    Optional<Route> route = Route.of(BNB, USD, market.all());

    assertThat(route.map(Route::isPriced)).contains(false);
    assertThat(Route.of(BTC, USD, market.all())).isEmpty();
  }

  private Conversion convert(Money amount, Currency to) {
    return Route.of(amount.currency(), to, market.all()).orElseThrow().convert(amount);
  }

  private void price(String id, Currency base, Currency quote, String price) {
    list(id, base, quote, Contract.SPOT, price);
  }

  private void list(String id, Currency base, Currency quote, Contract contract, String price) {
    Instrument spot =
        new Instrument(
            InstrumentId.of(id),
            1,
            base,
            quote,
            Price.of("0.01"),
            Quantity.of("0.01"),
            Quantity.of("0.01"),
            Quantity.of("1000"),
            quote.zero(),
            Rate.ZERO,
            Rate.ZERO,
            true);
    Instrument instrument = contract.isSpot() ? spot : spot.as(contract, quote.zero(), null);
    market.list(instrument);
    if (!price.isEmpty()) {
      long raw = instrument.price(price).raw();
      int number = market.instruments().find(instrument.id());
      Trade trade = new Trade(instrument, 1, raw, 1, AggressorSide.UNKNOWN, null);
      market.apply(trade, number, 7 * SECOND);
    }
  }
}
