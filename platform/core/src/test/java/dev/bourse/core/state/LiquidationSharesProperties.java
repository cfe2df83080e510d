package dev.bourse.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Contract;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Int128;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.core.Fixture;
import dev.bourse.core.portfolio.Portfolio;
import dev.bourse.core.portfolio.PositionKey;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What a venue closed is shared by those who held it: the parts are the whole. */
@Tag("N17")
class LiquidationSharesProperties {
  private static final AccountId ACCOUNT = Fixture.ACCOUNT;
  private static final Instrument PERP =
      Fixture.instrument("BTCUSDPERP.TEST")
          .as(Contract.linear(Rate.of("0.01")), Fixture.USD.zero(), null);

  private static final PositionKey OWNER = new PositionKey(ACCOUNT, StrategyId.MANUAL, PERP.id());

  private static Fill fill(String id, Side side, long steps, Money fee) {
    return new Fill(
        id,
        new ClientOrderId("liquidation-1"),
        ACCOUNT,
        PERP,
        side,
        PERP.price("33.33"),
        new Quantity(steps * PERP.stepSize().raw(), PERP.quantityDecimals()),
        fee,
        Liquidity.TAKER,
        1,
        false);
  }

  private static Portfolio holding(List<Integer> steps) {
    Portfolio portfolio = new Portfolio();
    for (int i = 0; i < steps.size(); i++) {
      Fill bought = fill("b" + i, Side.BUY, steps.get(i), Fixture.USD.zero());
      portfolio.apply(new StrategyId("s" + i), bought, bought.notional());
    }
    return portfolio;
  }

  @Property
  void thePartsAreTheWholeToTheLastDigit(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 1_000_000) Integer> held,
      @ForAll @IntRange(min = 1, max = 7_000_000) int closed,
      @ForAll @IntRange(min = 0, max = 1_000_000) int fee) {
    Portfolio portfolio = holding(held);
    Fill whole = fill("f", Side.SELL, closed, new Money(Int128.of(fee), Fixture.USD));

    List<LiquidationShares.Part> parts =
        LiquidationShares.of(portfolio, OWNER, whole, whole.notional());

    long quantity = parts.stream().mapToLong(part -> part.fill().quantity().raw()).sum();
    Money zero = Fixture.USD.zero();
    assertThat(quantity).isEqualTo(whole.quantity().raw());
    assertThat(parts.stream().map(LiquidationShares.Part::notional).reduce(zero, Money::plus))
        .isEqualTo(whole.notional());
    assertThat(parts.stream().map(part -> part.fill().fee()).reduce(zero, Money::plus))
        .isEqualTo(whole.fee());
  }

  @Property
  void nobodyIsOffByAStepOrClosedBeyondWhatItHeld(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 1_000_000) Integer> held,
      @ForAll @IntRange(min = 1, max = 1_000_000) int closed) {
    Portfolio portfolio = holding(held);
    long sum = held.stream().mapToLong(Integer::longValue).sum();
    long steps = Math.min(closed, sum);
    Fill whole = fill("f", Side.SELL, steps, Fixture.USD.zero());

    List<LiquidationShares.Part> parts =
        LiquidationShares.of(portfolio, OWNER, whole, whole.notional());

    for (LiquidationShares.Part part : parts) {
      long own = held.get(Integer.parseInt(part.strategy().value().substring(1)));
      double exact = own * (double) steps / sum;
      long got = part.fill().quantity().raw() / PERP.stepSize().raw();
      assertThat((double) got).isBetween(exact - 1, exact + 1);
      assertThat(got).isLessThanOrEqualTo(own);
    }
  }
}
