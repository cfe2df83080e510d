package dev.bourse.core.portfolio;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTC;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.STRATEGY;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Side;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.Size;

/** Whatever is filled: money is neither made nor lost by counting. */
class PositionProperties {
  private static Fill fill(int number, int random) {
    Side side = random % 2 == 0 ? Side.BUY : Side.SELL;
    long price = 100L + Math.floorMod(random / 2, 1_000_000);
    long quantity = 1L + Math.floorMod(random / 7, 50_000);
    return new Fill(
        "f" + number,
        new ClientOrderId("o"),
        ACCOUNT,
        BTCUSD,
        side,
        BTCUSD.price(price),
        BTCUSD.quantity(quantity),
        Money.of("0.01", USD),
        Liquidity.TAKER,
        number,
        false);
  }

  @Property
  @Tag("N28")
  void realizedMinusCostIsAlwaysTheSumOfWhatWasPaidAndReceived(
      @ForAll @Size(max = 60) List<Integer> randoms) {
    Position position = Position.flat(ACCOUNT, STRATEGY, BTCUSD);
    Money paid = USD.zero();
    BigDecimal held = BigDecimal.ZERO;

    for (int i = 0; i < randoms.size(); i++) {
      Fill fill = fill(i, randoms.get(i));
      position = position.after(fill);
      boolean buy = fill.side() == Side.BUY;
      paid = buy ? paid.plus(fill.notional()) : paid.minus(fill.notional());
      BigDecimal size = new BigDecimal(fill.quantity().toString());
      held = buy ? held.add(size) : held.subtract(size);
    }

    Money cost = position.side() == PositionSide.SHORT ? position.cost().negate() : position.cost();
    assertThat(position.realized().minus(cost)).isEqualTo(paid.negate());
    assertThat(new BigDecimal(position.quantity().toString())).isEqualByComparingTo(held.abs());
    assertThat(position.isFlat()).isEqualTo(held.signum() == 0);
  }

  @Property
  void aFeeInBaseMakesThePositionSmallerAtTheSameCost(
      @ForAll @Size(min = 1, max = 1) List<Integer> one) {
    Fill plain = fill(1, one.get(0) & ~1);
    Money fee = new Money(dev.bourse.api.model.Int128.of(1), BTC);
    Fill charged =
        new Fill(
            "f",
            plain.orderId(),
            ACCOUNT,
            BTCUSD,
            Side.BUY,
            plain.price(),
            plain.quantity(),
            fee,
            Liquidity.TAKER,
            1,
            false);

    Position position = Position.flat(ACCOUNT, STRATEGY, BTCUSD).after(charged);

    assertThat(position.quantity().raw()).isEqualTo(plain.quantity().withDecimals(8).raw() - 1);
    assertThat(position.cost()).isEqualTo(plain.notional());
  }
}
