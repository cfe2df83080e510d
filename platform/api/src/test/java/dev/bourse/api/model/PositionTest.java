package dev.bourse.api.model;

import static dev.bourse.api.model.Sample.ACCOUNT;
import static dev.bourse.api.model.Sample.BTCUSD;
import static dev.bourse.api.model.Sample.STRATEGY;
import static dev.bourse.api.model.Sample.USD;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PositionTest {
  @Property
  void averagesLikeBigDecimal(
      @ForAll @LongRange(min = 1, max = 100_000_000_000L) long quantity,
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000_000L) long cost) {
    Position position = position(PositionSide.LONG, new Quantity(quantity, 8), money(cost));

    Price average = position.averagePrice().orElseThrow();

    BigDecimal exact =
        BigDecimal.valueOf(cost, 8).divide(BigDecimal.valueOf(quantity, 8), 30, RoundingMode.DOWN);
    BigDecimal step = BigDecimal.ONE.movePointLeft(average.decimals());
    assertThat(new BigDecimal(average.toString()).subtract(exact).abs()).isLessThan(step);
  }

  @Test
  void keepsFourDecimalsMoreThanThePrice() {
    Position position = position(PositionSide.LONG, Quantity.of("0.30000000"), usd("100"));

    Price average = position.averagePrice().orElseThrow();

    assertThat(average).hasToString("333.333333");
  }

  @Test
  void givesDecimalsAwayRatherThanOverflow() {
    Position position = position(PositionSide.LONG, Quantity.of("0.00000001"), usd("100000000"));

    Price average = position.averagePrice().orElseThrow();

    assertThat(average).hasToString("10000000000000000.00");
  }

  @Test
  void hasNoAverageWhenFlat() {
    Position position = Position.flat(ACCOUNT, STRATEGY, BTCUSD);

    Money unrealized = position.unrealized(Price.of("800.00"));

    assertThat(position.isFlat()).isTrue();
    assertThat(position.averagePrice()).isEmpty();
    assertThat(unrealized).isEqualTo(USD.zero());
  }

  @Test
  void gainsWithThePriceWhenLongAndAgainstItWhenShort() {
    Position bought = position(PositionSide.LONG, Quantity.of("0.50000000"), usd("400"));
    Position sold = position(PositionSide.SHORT, Quantity.of("0.50000000"), usd("400"));

    Money gain = bought.unrealized(Price.of("810.00"));
    Money loss = sold.unrealized(Price.of("810.00"));

    assertThat(gain).isEqualTo(usd("5"));
    assertThat(loss).isEqualTo(usd("-5"));
  }

  private static Position position(PositionSide side, Quantity quantity, Money cost) {
    return new Position(ACCOUNT, STRATEGY, BTCUSD, side, quantity, cost, USD.zero(), USD.zero(), 1);
  }

  private static Money usd(String text) {
    return Money.of(text, USD);
  }

  private static Money money(long raw) {
    return new Money(Int128.of(raw), USD);
  }
}
