package dev.bourse.api.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Int128;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values worked out by hand; the step is 0.005, the least order 0.01 and 10 USD. */
@Tag("S21")
@Tag("A10")
@Tag("A16")
class SizingTest {
  private static final Currency USD = new Currency("USD", 2);
  private static final Instrument INSTRUMENT =
      new Instrument(
          InstrumentId.of("BTCUSD.TEST"),
          1,
          new Currency("BTC", 8),
          USD,
          Price.of("0.01"),
          Quantity.of("0.005"),
          Quantity.of("0.01"),
          Quantity.of("50"),
          Money.of("10", USD),
          Rate.of("0.001"),
          Rate.of("0.001"),
          true);
  private static final Money EQUITY = Money.of("10000", USD);

  private final Sizing sizing = Sizing.of(INSTRUMENT);

  private static Price price(String text) {
    return Price.of(text);
  }

  @ParameterizedTest
  @CsvSource({
    "1.234567, 1.230", // down to the step of 0.005
    "0.0149, 0.010",
    "80, 50.000" // the venue's largest order
  })
  void aFixedQuantityIsRoundedDownToTheStepAndLimited(String wanted, String size) {
    PositionSize fixed = sizing.fixed(Quantity.of(wanted), price("5000.00"));

    assertThat(fixed.quantity()).isEqualTo(INSTRUMENT.quantity(size));
    assertThat(fixed.problem()).isEmpty();
  }

  @Test
  void aFixedCostIsDividedByThePrice() {
    PositionSize size = sizing.cost(Money.of("1000", USD), price("300.00"));

    assertThat(size.quantity()).isEqualTo(INSTRUMENT.quantity("3.330")); // 3.3333...
  }

  @Test
  void aShareOfTheEquityIsDividedByThePrice() {
    PositionSize size = sizing.percentOfEquity(EQUITY, Rate.of("0.25"), price("120.00"));

    assertThat(size.quantity()).isEqualTo(INSTRUMENT.quantity("20.830")); // 2,500 / 120 = 20.8333
  }

  @ParameterizedTest
  @CsvSource({
    "100.00, 95.00, 20.000", // 100 at risk / 5
    "95.00, 100.00, 20.000", // a short: the stop is above
    "100.00, 92.50, 13.330" // 100 / 7.5 = 13.3333
  })
  void fixedFractionalLosesTheShareOfTheEquityAtTheStop(String entry, String stop, String size) {
    PositionSize risked =
        sizing.fixedFractional(EQUITY, Rate.of("0.01"), price(entry), price(stop));

    assertThat(risked.quantity()).isEqualTo(INSTRUMENT.quantity(size));
  }

  @Test
  void aMoveOfTwoAverageRangesCostsTheShareOfTheEquity() {
    PositionSize size = sizing.atr(EQUITY, Rate.of("0.02"), 4.5, Rate.of("2"), price("100.00"));

    assertThat(size.quantity()).isEqualTo(INSTRUMENT.quantity("22.220")); // 200 / 9 = 22.2222
  }

  @ParameterizedTest
  @CsvSource({
    "0.6, 1.5, 0.25, 8.330", // (0.6 - 0.4 / 1.5) / 4 = 1/12 of 10,000, at 100
    "0.5, 2, 1, 25.000", // 0.5 - 0.5 / 2 = 1/4
    "1, 1, 1, 50.000" // all of it, limited by the largest order
  })
  void kellyStakesItsFractionOfTheEdgeOverTheOdds(
      String winners, String payoff, String fraction, String size) {
    PositionSize kelly =
        sizing.kelly(EQUITY, Rate.of(winners), Rate.of(payoff), Rate.of(fraction), price("100.00"));

    assertThat(kelly.quantity()).isEqualTo(INSTRUMENT.quantity(size));
  }

  @Test
  void limitsHoldWhateverTheRuleGives() {
    Sizing limited = sizing.atMost(Quantity.of("12")).atMostOfEquity(Rate.of("0.1"));

    PositionSize byEquity =
        limited.fixedFractional(EQUITY, Rate.of("0.01"), price("100.00"), price("99.00"));
    PositionSize byQuantity = limited.fixed(Quantity.of("20"), price("100.00"));

    assertThat(byEquity.quantity()).isEqualTo(INSTRUMENT.quantity("10.000"));
    assertThat(byQuantity.quantity()).isEqualTo(INSTRUMENT.quantity("12.000"));
  }

  @Test
  void lessThanTheVenueTakesIsASentenceAndNotRaised() {
    PositionSize small = sizing.cost(Money.of("30", USD), price("4000.00"));
    PositionSize cheap = sizing.fixed(Quantity.of("0.5"), price("19.98"));

    assertThat(small.isTradable()).isFalse();
    assertThat(small.problem())
        .isEqualTo("size 0.0075000000 is below the least quantity of BTCUSD.TEST, 0.010");
    assertThat(cheap.problem())
        .isEqualTo(
            "size 0.500 at 19.98 is worth 9.99 USD, below the least order of BTCUSD.TEST, 10.00"
                + " USD");
  }

  @Test
  void whatCannotBeSizedByIsASentence() {
    PositionSize stopped =
        sizing.fixedFractional(EQUITY, Rate.of("0.01"), price("100.00"), price("100.00"));
    PositionSize edgeless =
        sizing.kelly(EQUITY, Rate.of("0.4"), Rate.of("1.5"), Rate.of("0.25"), price("100.00"));
    PositionSize broke = sizing.percentOfEquity(USD.zero(), Rate.of("0.5"), price("100.00"));

    assertThat(stopped.problem())
        .isEqualTo(
            "stop=100.00 is the entry price: without a distance there is no risk to size by");
    assertThat(edgeless.problem())
        .isEqualTo(
            "with winners=0.400000 and payoff=1.500000 there is no edge: Kelly puts nothing at"
                + " stake");
    assertThat(broke.problem()).startsWith("there is nothing to size with: the rule gives 0");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void anIndicatorThatIsNotReadySizesNothing(double atr) {
    PositionSize size = sizing.atr(EQUITY, Rate.of("0.02"), atr, Rate.of("2"), price("100.00"));

    assertThat(size.problem()).startsWith("atr=" + atr + " is no range to size by");
  }

  @Test
  void argumentsThatMakeNoSenseAreRefused() {
    Money euros = Money.of("10", new Currency("EUR", 2));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> sizing.cost(euros, price("100.00")))
        .withMessage("cost=10.00 EUR must be in USD, which prices are in");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sizing.percentOfEquity(EQUITY, Rate.ZERO, price("100.00")))
        .withMessage("share=0.000000 must be above zero");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                sizing.kelly(EQUITY, Rate.of("1.1"), Rate.of("1"), Rate.of("0.5"), price("100.00")))
        .withMessageStartingWith("winners=1.100000 and fraction=0.500000 are shares");
  }

  @Property
  void neverRisksMoreThanWasAskedFor(
      @ForAll @LongRange(min = 1, max = 100_000_000L) long cents,
      @ForAll @LongRange(min = 1, max = 1_000_000L) long risk,
      @ForAll @LongRange(min = 1, max = 10_000_000L) long entry,
      @ForAll @LongRange(min = 1, max = 10_000_000L) long stop) {
    Money equity = new Money(Int128.of(cents), USD);

    PositionSize size =
        sizing.fixedFractional(equity, new Rate(risk), new Price(entry, 2), new Price(stop, 2));

    BigDecimal lost =
        new BigDecimal(size.quantity().toString())
            .multiply(BigDecimal.valueOf(Math.abs(entry - stop), 2));
    assertThat(lost)
        .isLessThanOrEqualTo(BigDecimal.valueOf(cents, 2).multiply(BigDecimal.valueOf(risk, 6)));
    assertThat(size.quantity().raw() % INSTRUMENT.stepSize().raw()).isZero();
  }
}
