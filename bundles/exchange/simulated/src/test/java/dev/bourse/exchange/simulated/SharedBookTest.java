package dev.bourse.exchange.simulated;

import static dev.bourse.testkit.Instruments.BTCUSD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Side;
import dev.bourse.exchange.simulated.venue.Venue;
import dev.bourse.testkit.ConfigFixtures;
import dev.bourse.testkit.Instruments;
import dev.bourse.testkit.Market;
import dev.bourse.testkit.RecordingSink;
import dev.bourse.testkit.TestOrders;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two accounts at one venue: their orders are in one book. */
class SharedBookTest {
  private static final AccountId OTHER = new AccountId("other");

  private final RecordingSink own = new RecordingSink();
  private final RecordingSink others = new RecordingSink();

  private Venue venue(String mode) {
    SimulatedSettings settings =
        SimulatedSettings.of(
            ConfigFixtures.of(
                SimulatedExchangeFactory.Config.class, "self.trade", mode, "latency", "0"),
            List.of(BTCUSD));
    Venue venue = Venue.forgetful(settings.rules());
    List<Money> balances =
        List.of(Money.of("1000", Instruments.USD), Money.of("1", Instruments.BTC));
    venue.open(TestOrders.ACCOUNT, balances, List.of(BTCUSD), own);
    venue.open(OTHER, balances, List.of(BTCUSD), others);
    return venue;
  }

  private static Order of(AccountId account, Order order) {
    return new Order(
        order.id(),
        account,
        order.strategy(),
        order.spec(),
        order.status(),
        false,
        null,
        order.filled(),
        order.filledNotional(),
        order.entry(),
        null,
        0,
        0,
        "");
  }

  private static void cross(Venue venue) {
    Order bid = TestOrders.limit("bid", BTCUSD, Side.BUY, "1", "100.00");
    Order ask = TestOrders.limit("ask", BTCUSD, Side.SELL, "1", "99.00");
    venue.take(new ExchangeCommand.Submit(bid, Market.seconds(1)));
    venue.take(new ExchangeCommand.Submit(of(OTHER, ask), Market.seconds(1)));
    venue.doWork(Market.seconds(2));
  }

  @Test
  void ordersOfTwoAccountsTradeWhateverPreventsAnAccountFromTradingWithItself() {
    Venue venue = venue("expire-both");

    cross(venue);

    assertThat(own.events(OrderReport.Filled.class))
        .extracting(report -> report.fill().price() + " " + report.fill().liquidity())
        .containsExactly("100.00 MAKER");
    assertThat(others.events(OrderReport.Filled.class))
        .extracting(report -> report.fill().price() + " " + report.fill().liquidity())
        .containsExactly("100.00 TAKER");
    assertThat(venue.balances(OTHER))
        .extracting(balance -> balance.total().toString())
        .containsExactly("0.00000000 BTC", "1099.75000000 USD");
  }

  @Test
  void ordersThatAreKeptApartDoNotSeeEachOther() {
    Venue venue = venue("apart");

    cross(venue);

    assertThat(own.events(OrderReport.Filled.class)).isEmpty();
    assertThat(others.events(OrderReport.Filled.class)).isEmpty();
  }
}
