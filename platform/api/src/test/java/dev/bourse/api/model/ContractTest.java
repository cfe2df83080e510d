package dev.bourse.api.model;

import static dev.bourse.api.model.Contracts.BTC;
import static dev.bourse.api.model.Contracts.USD;
import static dev.bourse.api.model.Contracts.fill;
import static dev.bourse.api.model.Contracts.flat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What contracts are worth, and what they earn. */
@Tag("N17")
class ContractTest {
  @Test
  void aLinearContractIsSettledInQuoteByItsSize() {
    Instrument contract = Contracts.sized();

    Money worth = contract.notional(contract.price("50000.00"), contract.quantity("7"));

    assertThat(worth).isEqualTo(Money.of("3500", USD));
    assertThat(contract.settlement()).isEqualTo(USD);
  }

  @Test
  void anInverseContractIsSettledInBase() {
    Instrument contract = Contracts.inverse("100");

    Money worth = contract.notional(contract.price("40000.0"), contract.quantity("3"));

    assertThat(worth).isEqualTo(Money.of("0.0075", BTC));
    assertThat(contract.settlement()).isEqualTo(BTC);
  }

  @Test
  void aShortInverseContractEarnsBaseWhenThePriceFalls() {
    Instrument contract = Contracts.inverse("1");
    Fill opening = fill(contract, Side.SELL, "10000", "10000.0", BTC.zero());
    Fill closing = fill(contract, Side.BUY, "10000", "8000.0", BTC.zero());

    Position opened = flat(contract).after(opening);
    Position closed = opened.after(closing);

    assertThat(opened.unrealized(contract.price("8000.0"))).isEqualTo(Money.of("0.25", BTC));
    assertThat(closed.realized()).isEqualTo(Money.of("0.25", BTC));
    assertThat(closed.isFlat()).isTrue();
  }

  @Test
  void theAveragePriceOfInverseContractsIsThatOfTheirWorthInBase() {
    Instrument contract = Contracts.inverse("1");

    Position position =
        flat(contract)
            .after(fill(contract, Side.BUY, "10000", "10000.0", BTC.zero()))
            .after(fill(contract, Side.BUY, "10000", "5000.0", BTC.zero()));

    assertThat(position.cost()).isEqualTo(Money.of("3", BTC));
    assertThat(position.averagePrice()).contains(Price.of("6666.66667"));
  }

  @Test
  void aFillThroughZeroClosesAndOpens() {
    Instrument contract = Contracts.linear();

    Position position =
        flat(contract)
            .after(fill(contract, Side.BUY, "1", "100.00", Money.of("0.1", USD)))
            .after(fill(contract, Side.SELL, "3", "110.00", Money.of("0.33", USD)));

    assertThat(position.side()).isEqualTo(PositionSide.SHORT);
    assertThat(position.quantity()).isEqualByComparingTo(Quantity.of("2"));
    assertThat(position.realized()).isEqualTo(Money.of("10", USD));
    assertThat(position.averagePrice()).contains(Price.of("110.000000"));
    assertThat(position.fees()).isEqualTo(Money.of("0.43", USD));
  }

  @Test
  void aContractThatCannotBeIsRefusedWithItsNumbers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Contract.linear(Rate.of("1")))
        .withMessage(
            "maintenance margin 1.000000 must be zero or more and below the initial margin 1.000000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Contract.inverse(Quantity.of("0"), Rate.ZERO))
        .withMessage("contract size 0 must be above zero");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Contracts.inverse("1").notional(new Price(0, 1), Quantity.of("1")))
        .withMessage("price=0.0 must be above zero: an inverse contract is worth size/price");
  }
}
