package dev.bourse.api.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.Contract;
import dev.bourse.api.model.ContractKind;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contracts of 100 USD (inverse) and of 0.01 BTC (linear); the equity is worth 10,000 USD. */
@org.junit.jupiter.api.Tag("S21")
@org.junit.jupiter.api.Tag("A10")
class ContractSizingTest {
  private static final Currency USD = new Currency("USD", 2);
  private static final Currency BTC = new Currency("BTC", 8);
  private static final Money EQUITY = Money.of("10000", USD);
  private static final Price PRICE = Price.of("50000.0");
  private static final Instrument INVERSE =
      contract(Contract.inverse(Quantity.of("100"), Rate.of("0.005")), Money.of("0.0001", BTC));
  private static final Instrument LINEAR =
      contract(
          new Contract(
              ContractKind.LINEAR, Quantity.of("0.01"), new Rate(Rate.ONE), Rate.of("0.005")),
          Money.of("5", USD));

  private static Instrument contract(Contract contract, Money least) {
    return new Instrument(
            InstrumentId.of("BTCUSD.TEST"),
            1,
            BTC,
            USD,
            Price.of("0.5"),
            Quantity.of("1"),
            Quantity.of("1"),
            Quantity.of("100000"),
            USD.zero(),
            Rate.of("0.0002"),
            Rate.of("0.0005"),
            true)
        .as(contract, least, null);
  }

  private static long fractional(Instrument instrument, String stop) {
    return Sizing.of(instrument)
        .fixedFractional(EQUITY, Rate.of("0.01"), PRICE, Price.of(stop))
        .quantity()
        .raw();
  }

  @Test
  void anInverseContractCostsItsSizeAtAnyPrice() {
    Sizing sizing = Sizing.of(INVERSE);

    assertThat(sizing.cost(Money.of("2550", USD), PRICE).quantity().raw()).isEqualTo(25);
    assertThat(sizing.percentOfEquity(EQUITY, Rate.of("0.5"), Price.of("1000.0")).quantity().raw())
        .isEqualTo(50);
    assertThat(
            sizing
                .kelly(EQUITY, Rate.of("0.6"), Rate.of("1"), Rate.of("0.25"), PRICE)
                .quantity()
                .raw())
        .isEqualTo(5); // 10,000 * 0.25 * 0.2 / 100
  }

  @Test
  void aLinearContractCostsItsSizeTimesThePrice() {
    Sizing sizing = Sizing.of(LINEAR);

    assertThat(sizing.cost(Money.of("2550", USD), PRICE).quantity().raw()).isEqualTo(5);
    assertThat(sizing.percentOfEquity(EQUITY, Rate.of("0.5"), PRICE).quantity().raw())
        .isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({
    "49000.0, 49", // 10,000 * 0.01 * 49,000 / (100 * 1,000)
    "51000.0, 51", // a short loses more dollars and fewer coins
    "25000.0, 1"
  })
  void theShareOfTheCoinsThatAnInverseContractLosesIsTheRisk(String stop, long contracts) {
    long sized = fractional(INVERSE, stop);

    assertThat(sized).isEqualTo(contracts);
  }

  @Test
  void aLinearContractLosesItsSizeTimesTheDistance() {
    long sized = fractional(LINEAR, "49000.0");

    assertThat(sized).isEqualTo(10); // 10,000 * 0.01 / (0.01 * 1,000)
  }

  @Test
  void aMoveOfTheRangeCostsAnInverseContractMostWhenThePriceFalls() {
    Sizing sizing = Sizing.of(INVERSE);

    PositionSize size = sizing.atr(EQUITY, Rate.of("0.01"), 500, Rate.of("2"), PRICE);
    PositionSize beyond = sizing.atr(EQUITY, Rate.of("0.01"), 25000, Rate.of("2"), PRICE);

    assertThat(size.quantity().raw()).isEqualTo(49); // the same as a stop 1,000 below
    assertThat(beyond.isTradable()).isFalse();
    assertThat(beyond.problem())
        .isEqualTo("a move of 50000 would take the price 50000.0 below zero");
  }

  @Test
  void theLargestShareOfTheEquityCountsContractsToo() {
    Sizing sizing = Sizing.of(INVERSE).atMostOfEquity(Rate.of("0.2"));

    PositionSize size = sizing.fixedFractional(EQUITY, Rate.of("0.01"), PRICE, Price.of("49000.0"));

    assertThat(size.quantity().raw()).isEqualTo(20);
  }

  @Property(tries = 200)
  @Tag("S21")
  void whatIsLostAtTheStopIsNeverMoreThanTheRiskAndOneContractMoreWouldBe(
      @ForAll @IntRange(min = 10_000, max = 90_000) int stop,
      @ForAll @IntRange(min = 1, max = 100) int percent) {
    Price exit = Price.of(stop + ".0");
    Rate risk = new Rate(percent * 10_000L);

    PositionSize size = Sizing.of(INVERSE).fixedFractional(EQUITY, risk, PRICE, exit);

    double each = 100 * Math.abs(1.0 / stop - 1.0 / 50_000);
    double allowed = 10_000.0 / 50_000 * percent / 100;
    if (stop != 50_000 && size.quantity().raw() < 100_000 && size.isTradable()) {
      double contracts = size.quantity().raw();
      assertThat(each * contracts).isLessThanOrEqualTo(allowed * (1 + 1e-9));
      assertThat(each * (contracts + 1)).isGreaterThan(allowed * (1 - 1e-9));
    }
  }
}
