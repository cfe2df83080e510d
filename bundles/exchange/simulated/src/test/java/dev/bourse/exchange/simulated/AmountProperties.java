package dev.bourse.exchange.simulated;

import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Instruments.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.testkit.Market;
import dev.bourse.testkit.TestOrders;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** One order for an amount in a market that moves at random, with fees in every currency. */
class AmountProperties {
  private static final List<String> FEES = List.of("quote", "base", "ETH");

  /** Coarse steps, so that much may be left. */
  private static final Instrument COARSE = coarse();

  private static Instrument coarse() {
    return new Instrument(
        BTCUSD.id(),
        2,
        BTCUSD.base(),
        BTCUSD.quote(),
        BTCUSD.tickSize(),
        Quantity.of("0.001"),
        Quantity.of("0.001"),
        Quantity.of("1000"),
        USD.zero(),
        BTCUSD.makerFee(),
        BTCUSD.takerFee(),
        true);
  }

  @Property(tries = 300)
  @Tag("N23")
  void neverUsesMoreThanTheAmountAndIsFilledWithLessThanAStepLeft(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 50_000) int cents,
      @ForAll boolean buy,
      @ForAll @IntRange(max = 2) int fee) {
    Money amount = Money.of(cents / 100 + "." + cents % 100 / 10 + cents % 10, USD);
    Desk desk = Desk.open("fee.currency", FEES.get(fee), "balances", "1000 USD,50 BTC,10 ETH");
    Random random = new Random(seed);
    feed(desk, random, 1, 3);

    Side side = buy ? Side.BUY : Side.SELL;
    Order order = TestOrders.order("a", OrderSpec.marketFor(COARSE, side, amount));
    desk.submit(3.5, order);
    feed(desk, random, 4, 60);

    List<Fill> fills = desk.massReport().fills();
    Money used = fills.stream().map(Fill::notional).reduce(USD.zero(), Money::plus);
    assertThat(used).isLessThanOrEqualTo(amount);
    desk.query(100, order).at(101);
    OrderReport.Status status = desk.sink.events(OrderReport.Status.class).get(0);
    assertThat(status.filledNotional()).isEqualTo(used);
    if (status.status() == OrderStatus.FILLED) {
      Price last = Objects.requireNonNull(fills.get(fills.size() - 1)).price();
      Price slipped = COARSE.price(Math.max(last.raw(), dearest(fills)));
      assertThat(amount.minus(used))
          .isLessThan(COARSE.notional(dearer(slipped), COARSE.stepSize()));
    }
  }

  private static long dearest(List<Fill> fills) {
    return fills.stream().mapToLong(fill -> fill.price().raw()).max().orElse(0);
  }

  /** The market moves by a dollar a step at most, and slippage is a tick. */
  private static Price dearer(Price price) {
    return COARSE.price(price.raw() + 101);
  }

  private static void feed(Desk desk, Random random, int from, int until) {
    long price = 10_000;
    for (int second = from; second < until; second++) {
      price += random.nextInt(201) - 100;
      desk.feed(event(random, second, price));
    }
  }

  private static MarketEvent event(Random random, int second, long price) {
    long time = Market.seconds(second);
    return switch (random.nextInt(3)) {
      case 0 -> new Quote(COARSE, time, price - 1, random.nextInt(800), price, random.nextInt(800));
      case 1 -> new Bar(COARSE, BarInterval.of("1s"), time, price, price, price, price, 900, true);
      default ->
          new Trade(COARSE, time, price, 1 + random.nextInt(800), AggressorSide.UNKNOWN, null);
    };
  }
}
