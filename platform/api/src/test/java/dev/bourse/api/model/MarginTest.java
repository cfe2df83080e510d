package dev.bourse.api.model;

import static dev.bourse.api.model.Contracts.BTC;
import static dev.bourse.api.model.Contracts.USD;
import static dev.bourse.api.model.Contracts.fill;
import static dev.bourse.api.model.Contracts.flat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.data.InstrumentRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What margin accounts are bound by, and where they end. */
@Tag("N28")
class MarginTest {
  private static final Instrument LINEAR = Contracts.linear();
  private static final Instrument INVERSE = Contracts.inverse("1");

  private static MarginTerms terms(MarginMode mode, int leverage) {
    return new MarginTerms(mode, MarginModel.LEVERAGED, leverage, new TreeMap<>());
  }

  private static Position held(Instrument instrument, Side side, String quantity, String price) {
    return flat(instrument)
        .after(fill(instrument, side, quantity, price, instrument.settlement().zero()));
  }

  @Test
  void openProfitCanBeUsedInCrossModeOnly() {
    Exposure exposure =
        Exposure.none(LINEAR).plus(held(LINEAR, Side.BUY, "10", "100.00"), LINEAR.price("120.00"));

    Margin cross = Margin.of(terms(MarginMode.CROSS, 10), Money.of("500", USD), List.of(exposure));
    Margin isolated =
        Margin.of(terms(MarginMode.ISOLATED, 10), Money.of("500", USD), List.of(exposure));

    assertThat(cross.initial()).isEqualTo(Money.of("120", USD));
    assertThat(cross.available()).isEqualTo(Money.of("580", USD));
    assertThat(isolated.initial()).isEqualTo(Money.of("100", USD));
    assertThat(isolated.available()).isEqualTo(Money.of("400", USD));
    assertThat(cross.maintenance()).isEqualTo(Money.of("6", USD));
    assertThat(cross.equity()).isEqualTo(Money.of("700", USD));
  }

  @Test
  void anOrderThatReducesNeedsNothingAndOneThroughZeroThePartBeyond() {
    MarginTerms terms = terms(MarginMode.CROSS, 1);
    Exposure held =
        Exposure.none(LINEAR).plus(held(LINEAR, Side.BUY, "10", "100.00"), LINEAR.price("100.00"));
    Money wallet = Money.of("5000", USD);

    Margin reducing =
        Margin.of(terms, wallet, List.of(held.plus(Side.SELL, Money.of("1000", USD))));
    Margin through = Margin.of(terms, wallet, List.of(held.plus(Side.SELL, Money.of("2500", USD))));

    assertThat(reducing.initial()).isEqualTo(Money.of("1000", USD));
    assertThat(through.initial()).isEqualTo(Money.of("1500", USD));
  }

  private static Instrument bracketed() {
    List<MarginBracket> brackets =
        List.of(
            new MarginBracket(usd("50000"), Rate.of("0.01"), usd("250")),
            new MarginBracket(usd("250000"), Rate.of("0.02"), usd("2750")));
    return LINEAR.as(LINEAR.contract().bracketed(brackets), USD.zero(), null);
  }

  private static Money usd(String amount) {
    return Money.of(amount, USD);
  }

  @Test
  void theBracketOfTheNotionalDecidesAndThereIsNoStepBetweenTwo() {
    MarginTerms terms = terms(MarginMode.CROSS, 1);

    List<Money> margins =
        Stream.of("10000", "50000", "50000.01", "100000", "250000", "300000")
            .map(notional -> terms.maintenance(bracketed(), usd(notional)))
            .toList();

    assertThat(margins)
        .containsExactly(
            usd("50"), usd("250"), usd("250.0001"), usd("750"), usd("2250"), usd("3250"));
  }

  @Test
  void theLiquidationPriceFollowsTheBracketOfTheCost() {
    Instrument instrument = bracketed();
    Position position = held(instrument, Side.BUY, "1000", "100.00");

    Optional<Price> price = Margin.liquidationPrice(position, usd("20000"));

    Money worth = instrument.notional(price.orElseThrow(), position.quantity());
    Money equity = usd("20000").plus(position.unrealized(price.orElseThrow()));
    Money maintenance = terms(MarginMode.CROSS, 1).maintenance(instrument, worth);
    assertThat(equity.minus(maintenance).raw().doubleValue() / 1e8).isBetween(-10.0, 10.0);
    assertThat(price).contains(instrument.price("80.56"));
  }

  @Test
  void bracketsRiseAndAreInTheCurrencyOfSettlement() {
    MarginBracket low = new MarginBracket(usd("100"), Rate.of("0.01"), usd("0"));
    MarginBracket high = new MarginBracket(usd("200"), Rate.of("0.02"), usd("2"));

    assertThatThrownBy(() -> LINEAR.contract().bracketed(List.of(high, low)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must begin above the one before it");
    assertThatThrownBy(
            () ->
                INVERSE.as(INVERSE.contract().bracketed(List.of(low)), INVERSE.minNotional(), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("its margin brackets must be in " + INVERSE.settlement());
  }

  @Test
  void bracketsAreReadAndWrittenWithTheRules() {
    Instrument instrument = bracketed();

    Map<String, String> rules = InstrumentRules.write(instrument);

    assertThat(rules.get("margin.brackets"))
        .isEqualTo("50000.00000000:0.010000/250.00000000,250000.00000000:0.020000/2750.00000000");
    assertThat(InstrumentRules.read(rules, instrument.version())).isEqualTo(instrument);
  }

  @Test
  void theStandardModelDoesNotDivideByTheLeverage() {
    MarginTerms standard =
        new MarginTerms(MarginMode.CROSS, MarginModel.STANDARD, 10, new TreeMap<>());

    Money margin = standard.initial(LINEAR, Money.of("1000", USD));

    assertThat(margin).isEqualTo(Money.of("1000", USD));
  }

  @Test
  void anInstrumentMayHaveItsOwnLeverage() {
    MarginTerms terms =
        new MarginTerms(
            MarginMode.CROSS, MarginModel.LEVERAGED, 2, new TreeMap<>(Map.of(LINEAR.id(), 50)));

    Money own = terms.initial(LINEAR, Money.of("1000", USD));

    assertThat(own).isEqualTo(Money.of("20", USD));
    assertThat(terms.leverageOf(InstrumentId.of("ETHUSDPERP.TEST"))).isEqualTo(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> terms(MarginMode.CROSS, 0))
        .withMessage("leverage=0 is outside 1..1000");
  }

  @Test
  void theLiquidationPriceIsWhereEquityIsTheMaintenanceMargin() {
    Position longs = held(LINEAR, Side.BUY, "10", "100.00");
    Position shorts = held(LINEAR, Side.SELL, "10", "100.00");
    Position inverse = held(INVERSE, Side.BUY, "10000", "10000.0");
    Money tenth = Money.of("100", USD);

    assertThat(Margin.liquidationPrice(longs, tenth)).contains(Price.of("90.45"));
    assertThat(Margin.liquidationPrice(shorts, tenth)).contains(Price.of("109.45"));
    assertThat(Margin.liquidationPrice(inverse, Money.of("0.1", BTC))).contains(Price.of("9136.4"));
    assertThat(Margin.liquidationPrice(longs, Money.of("1000", USD))).isEmpty();
    assertThat(Margin.liquidationPrice(flat(LINEAR), tenth)).isEmpty();
  }

  @Property
  void atTheLiquidationPriceNothingIsLeftButTheMaintenanceMargin(
      @ForAll @IntRange(min = 2, max = 100) int leverage,
      @ForAll @LongRange(min = 10_000, max = 10_000_000) long price,
      @ForAll boolean buys) {
    Side side = buys ? Side.BUY : Side.SELL;
    Position position =
        flat(LINEAR)
            .after(fill(LINEAR, side, LINEAR.quantity("1"), LINEAR.price(price), USD.zero()));
    Money own = terms(MarginMode.ISOLATED, leverage).initial(LINEAR, position.cost());

    Price at = Margin.liquidationPrice(position, own).orElseThrow();

    Money left = own.plus(position.unrealized(at));
    Money maintenance =
        terms(MarginMode.ISOLATED, leverage)
            .maintenance(LINEAR, LINEAR.notional(at, position.quantity()));
    assertThat(left.minus(maintenance).toDouble()).isBetween(-0.01, 0.01);
  }
}
