package dev.bourse.exchange.simulated;

import static dev.bourse.api.model.Side.BUY;
import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Instruments.ETHUSD;
import static dev.bourse.testkit.Market.trade;
import static dev.bourse.testkit.TestOrders.limit;
import static dev.bourse.testkit.TestOrders.market;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.EventSink;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.exchange.LockstepExchange;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.testkit.ConfigFixtures;
import dev.bourse.testkit.Market;
import dev.bourse.testkit.RecordingSink;
import dev.bourse.testkit.TestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SimulatedExchangeTest {
  private static final SimulatedExchangeFactory.Config NO_LATENCY =
      ConfigFixtures.of(SimulatedExchangeFactory.Config.class, "latency", "0");

  @Test
  void saysWhatItAssumesInTheOrderOfAReport() {
    Desk desk = Desk.open("slippage", "2", "latency", "50", "balances", "10 USD");

    assertThat(desk.exchange.assumptions())
        .containsExactly(
            entry(
                "fills on quotes",
                "takers at the opposite side up to its size; resting limits when the quote reaches them"),
            entry(
                "fills on trades",
                "worse: takers at the worse of the last and the next trade, up to its size; resting limits only when traded through"),
            entry(
                "fills on bars",
                "next-open: takers at the next open; resting limits only when traded through; at most 10 % of a bar's volume"),
            entry("liquidity", "what one order takes, no other order can take"),
            entry("slippage", "2 ticks for takers"),
            entry("latency", "50 ms from decision to venue"),
            entry(
                "stops",
                "set off by what others traded, filled at the next price; on bars at the trigger, in a gap at the open, before any limit; in the market on arrival refused"),
            entry("own orders", "do not trade with each other"),
            entry("maker fee", "0.1 % or 0.25 %"),
            entry("taker fee", "0.2 % or 0.25 %"),
            entry("fees paid in", "quote"),
            entry("starting balances", "10.00000000 USD"));
  }

  @Test
  void hasWorkToDoWhenTheNextCommandArrives() {
    Desk desk = Desk.open();

    assertThat(desk.exchange.nextDeadline()).isEqualTo(Long.MAX_VALUE);
    desk.submit(10, limit("a", BTCUSD, BUY, "1", "90.00"));
    assertThat(desk.exchange.nextDeadline()).isEqualTo(Market.seconds(10.1));

    desk.at(10.1);
    assertThat(desk.exchange.nextDeadline()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void actsAtOnceWithoutLatency() {
    Desk desk = Desk.open("latency", "0");

    desk.submit(10, limit("a", BTCUSD, BUY, "1", "90.00"));

    assertThat(desk.reports()).containsExactly("a Accepted");
  }

  @Test
  void listsAnInstrumentThatComesWithTheData() {
    Desk desk = Desk.open(TestContext.of(new RecordingSink()).with(List.of(BTCUSD)));

    desk.feed(trade(ETHUSD, 5, "10.0", "1"));

    assertThat(desk.sink.events(InstrumentListed.class))
        .containsExactly(new InstrumentListed(ETHUSD, Market.seconds(5)));
    assertThat(desk.exchange.instruments()).containsExactly(BTCUSD, ETHUSD);
  }

  @Test
  void refusesASubscriptionToWhatItDoesNotList() {
    Desk desk = Desk.open();

    desk.exchange.marketData().subscribe(BTCUSD.id());

    assertThatThrownBy(
            () -> desk.exchange.marketData().subscribe(InstrumentId.of("DOGEUSD.KRAKEN")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "instrument DOGEUSD.KRAKEN is not listed at this venue; known are [BTCUSD.BITSTAMP, ETHUSD.KRAKEN]");
  }

  @Test
  void letsAReceiverCommandFromWithinAReport() {
    List<String> heard = new ArrayList<>();
    AtomicReference<LockstepExchange> exchange = new AtomicReference<>();
    EventSink eager =
        event -> {
          heard.add(event.getClass().getSimpleName());
          if (event instanceof OrderReport.Accepted accepted
              && accepted.orderId().value().equals("first")) {
            send(exchange.get(), "second");
            heard.add("sent");
          }
          return true;
        };

    exchange.set(new SimulatedExchangeFactory().open(NO_LATENCY, TestContext.of(eager)));
    send(exchange.get(), "first");

    assertThat(heard).containsExactly("ConnectionChanged", "Accepted", "sent", "Accepted");
  }

  @Test
  void refusesAnOrderOfAnotherAccount() {
    Desk desk = Desk.open();
    TestContext other =
        new TestContext(new AccountId("other"), desk.sink, List.of(BTCUSD), Optional.empty());
    Desk stranger = Desk.open(other);

    assertThatThrownBy(() -> stranger.submit(10, market("a", BTCUSD, BUY, "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("order a is for account demo, this is other");
  }

  @Test
  void isSilentAfterItWasClosed() {
    Desk desk = Desk.open();
    desk.submit(10, limit("a", BTCUSD, BUY, "1", "90.00"));

    desk.exchange.close();
    desk.at(11).feed(trade(BTCUSD, 12, "80.00", "5"));

    assertThat(desk.reports()).isEmpty();
    assertThat(desk.exchange.nextDeadline()).isEqualTo(Long.MAX_VALUE);
  }

  private static void send(LockstepExchange exchange, String id) {
    exchange
        .execution()
        .execute(
            new ExchangeCommand.Submit(limit(id, BTCUSD, BUY, "1", "90.00"), Market.seconds(1)));
  }
}
