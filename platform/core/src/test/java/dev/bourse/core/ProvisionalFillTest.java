package dev.bourse.core;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTC;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.STRATEGY;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Quantity;
import dev.bourse.core.portfolio.FeeBook;
import dev.bourse.core.portfolio.PositionKey;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a query counts before its executions are known, and how they take its place. */
@Tag("B8")
@Tag("B12")
class ProvisionalFillTest {
  private final Fixture trader = new Fixture();
  private ClientOrderId order;

  @BeforeEach
  void buyThree() {
    trader.running(
        new OnTrade(
            orders -> {
              if (orders.isFlat()) {
                orders.buyMarket(Quantity.of("0.3000"));
              } else {
                orders.close();
              }
            }));
    trader.trade("100.00");
    order = trader.last().id();
    trader.sent(order);
  }

  @Test
  void reckonsTheTakersFeeInBaseUntilTheRealFillIsKnown() {
    status("0.3000", "30.00");

    Position before = position();
    real("a", "0.3000", "100.00", Money.of("0.06", USD));

    assertThat(before.quantity()).isEqualTo(Quantity.of("0.29940000"));
    assertThat(position().quantity()).isEqualTo(Quantity.of("0.30000000"));
    assertThat(position().fees()).isEqualTo(Money.of("0.06", USD));
    assertThat(total(USD)).isEqualTo(usd("9969.94"));
    assertThat(total(BTC)).isEqualTo(Money.of("0.3", BTC));
  }

  @Test
  void takesTheRealFeeInBaseFromThePosition() {
    status("0.3000", "30.00");

    real("a", "0.3000", "100.00", Money.of("0.0003", BTC));

    assertThat(position().quantity()).isEqualTo(Quantity.of("0.29970000"));
    assertThat(total(BTC)).isEqualTo(Money.of("0.2997", BTC));
    assertThat(total(USD)).isEqualTo(usd("9970"));
  }

  @Test
  void listsWhatWasPaidInOtherCurrenciesOnceTheRealFillIsKnown() {
    Currency coupon = new Currency("BNB", 8);
    status("0.3000", "30.00");

    List<FeeBook.Paid> reckoned = fees();
    real("a", "0.2000", "100.00", Money.of("0.0002", BTC));
    real("b", "0.1000", "100.00", Money.of("0.5", coupon));

    assertThat(reckoned).extracting(FeeBook.Paid::amount).containsExactly(Money.of("0.0006", BTC));
    assertThat(fees())
        .extracting(FeeBook.Paid::amount)
        .containsExactly(Money.of("0.5", coupon), Money.of("0.0002", BTC));
    assertThat(TraderCore.restore(trader.core().state().settings(), trader.core().save()))
        .satisfies(again -> assertThat(again.state().portfolio().fees().all()).isEqualTo(fees()));
  }

  private List<FeeBook.Paid> fees() {
    return trader.core().state().portfolio().fees().all();
  }

  @Test
  void countsEveryPartOnceThoughRealFillsOvertakeEachOther() {
    status("0.1000", "10.00");

    real("second", "0.0500", "101.00", USD.zero());
    real("first", "0.1000", "100.00", USD.zero());
    real("third", "0.1500", "102.00", USD.zero());
    real("third", "0.1500", "102.00", USD.zero());

    assertThat(trader.order(order).filled()).isEqualTo(Quantity.of("0.3000"));
    assertThat(trader.order(order).status()).isEqualTo(OrderStatus.FILLED);
    assertThat(trader.order(order).filledNotional()).isEqualTo(usd("30.35"));
    assertThat(position().quantity()).isEqualTo(Quantity.of("0.30000000"));
    assertThat(position().cost()).isEqualTo(usd("30.35"));
    assertThat(total(USD)).isEqualTo(usd("9969.65"));
  }

  @Test
  void correctsAnAverageThatIsNoPriceOfTheInstrument() {
    status("0.3000", "30.002");

    Money before = position().cost();
    real("a", "0.1000", "100.00", USD.zero());
    real("b", "0.2000", "100.01", USD.zero());

    assertThat(before).isEqualTo(usd("30.003"));
    assertThat(position().cost()).isEqualTo(usd("30.002"));
    assertThat(total(USD)).isEqualTo(usd("9969.998"));
  }

  @Test
  void givesBackWhatWasReckonedTooMuchThoughThePositionWasSoldMeanwhile() {
    status("0.3000", "30.00");
    trader.trade("100.00");
    Order close = trader.last();
    trader.sent(close.id());
    trader.fill(close.id(), "0.2994", "100.00", USD.zero());

    Position sold = position();
    real("a", "0.3000", "100.00", USD.zero());

    assertThat(close.spec().quantity()).isEqualTo(Quantity.of("0.2994"));
    assertThat(sold.side()).isEqualTo(PositionSide.FLAT);
    assertThat(position().side()).isEqualTo(PositionSide.LONG);
    assertThat(position().quantity()).isEqualTo(Quantity.of("0.00060000"));
    assertThat(total(BTC)).isEqualTo(Money.of("0.0006", BTC));
  }

  @Test
  void survivesARestartInBetween() {
    status("0.3000", "30.00");

    TraderCore again = TraderCore.restore(trader.core().state().settings(), trader.core().save());
    Fixture after = new Fixture(again);
    after.now(trader.now());
    after.on(new OrderReport.Filled(fill("a", "0.3000", "100.00", Money.of("0.06", USD))));
    real("a", "0.3000", "100.00", Money.of("0.06", USD));

    assertThat(again.stateHash()).isEqualTo(trader.core().stateHash());
    assertThat(again.state().isProvisional(order)).isFalse();
  }

  private void status(String filled, String notional) {
    trader.on(
        new OrderReport.Status(
            ACCOUNT,
            order,
            "v",
            OrderStatus.PARTIALLY_FILLED,
            Quantity.of(filled),
            usd(notional),
            "",
            trader.now()));
  }

  private void real(String id, String quantity, String price, Money fee) {
    trader.on(new OrderReport.Filled(fill(id, quantity, price, fee)));
  }

  private Fill fill(String id, String quantity, String price, Money fee) {
    return trader.fillOf(order, id, quantity, price, fee);
  }

  private static Money usd(String amount) {
    return Money.of(amount, USD);
  }

  private Position position() {
    return trader
        .core()
        .state()
        .portfolio()
        .position(new PositionKey(ACCOUNT, STRATEGY, BTCUSD.id()), BTCUSD);
  }

  private Money total(Currency currency) {
    return trader.core().state().portfolio().balance(ACCOUNT, currency).orElseThrow().total();
  }
}
