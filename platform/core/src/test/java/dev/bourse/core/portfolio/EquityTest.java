package dev.bourse.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.core.market.Market;
import org.junit.jupiter.api.Test;

class EquityTest {
  private static final AccountId ACCOUNT = new AccountId("a");
  private static final Currency USD = new Currency("USD", 2);
  private static final Currency BTC = new Currency("BTC", 8);
  private static final Currency ETH = new Currency("ETH", 8);

  private final Portfolio portfolio = new Portfolio();
  private final Market market = new Market();

  @Test
  void countsABaseOnceThoughTwoInstrumentsHaveIt() {
    price("BTCUSD.A", BTC, USD, "20000.00");
    price("BTCUSD.B", BTC, USD, "20010.00");
    has("1000.00", USD);
    has("0.5", BTC);

    assertThat(Equity.of(portfolio, market)).containsExactly(usd("11000.00"));
  }

  @Test
  void valuesABaseInItsFirstQuoteOnly() {
    Currency eur = new Currency("EUR", 2);
    price("BTCUSD.A", BTC, USD, "20000.00");
    price("BTCEUR.A", BTC, eur, "18000.00");
    has("0.5", BTC);
    has("7.00", eur);

    assertThat(Equity.of(portfolio, market))
        .containsExactly(Money.of("7.00", eur), usd("10000.00"));
  }

  @Test
  void followsAQuoteThatIsABaseItself() {
    price("ETHBTC.A", ETH, BTC, "0.05");
    price("BTCUSD.A", BTC, USD, "20000.00");
    has("2", ETH);
    has("0.1", BTC);

    assertThat(Equity.of(portfolio, market)).containsExactly(usd("4000.00"));
  }

  @Test
  void listsWhatHasNoPriceInItsOwnCurrency() {
    list("BTCUSD.A", BTC, USD);
    has("5.00", USD);
    has("0.1", BTC);

    assertThat(Equity.of(portfolio, market)).containsExactly(Money.of("0.1", BTC), usd("5.00"));
  }

  @Test
  void endsThoughTwoInstrumentsLeadToEachOther() {
    price("AB.X", BTC, ETH, "2");
    price("BA.X", ETH, BTC, "0.5");
    has("1", BTC);

    assertThat(Equity.of(portfolio, market)).hasSize(1);
  }

  private void has(String amount, Currency currency) {
    portfolio.total(ACCOUNT, Money.of(amount, currency));
  }

  private static Money usd(String amount) {
    return Money.of(amount, USD);
  }

  private Instrument list(String id, Currency base, Currency quote) {
    Instrument instrument =
        new Instrument(
            InstrumentId.of(id),
            1,
            base,
            quote,
            Price.of("0.01"),
            Quantity.of("0.0001"),
            Quantity.of("0.0001"),
            Quantity.of("1000"),
            quote.zero(),
            Rate.of("0"),
            Rate.of("0"),
            true);
    market.list(instrument);
    return instrument;
  }

  private void price(String id, Currency base, Currency quote, String price) {
    Instrument instrument = list(id, base, quote);
    long raw = instrument.price(price).raw();
    int number = market.instruments().find(instrument.id());
    market.apply(new Trade(instrument, 1, raw, 1, AggressorSide.UNKNOWN, null), number, 1);
  }
}
