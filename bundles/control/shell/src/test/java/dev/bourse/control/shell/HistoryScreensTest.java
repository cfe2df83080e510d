package dev.bourse.control.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.Event;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.api.trader.TraderRegistry;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How orders and positions stood. */
@Tag("N13")
class HistoryScreensTest {
  private static final String ID = "demo-ema-3-2";
  private static final Event SENT = new CommandEvent.Sent(new ClientOrderId(ID));

  private final FakeTrader demo =
      new FakeTrader(
          Snapshots.of("demo").orders(Demo.order(ID, OrderStatus.FILLED, "0.01", "")).build());
  private final Terminal terminal =
      new Terminal().offer(TraderRegistry.class, new FakeRegistry(demo));

  private static Turn turn(long sequence, String clock, Event event, TurnResult... results) {
    return new Turn(sequence, Demo.time(clock), event, List.of(results));
  }

  private static TurnResult order(String id, OrderStatus status, String filled) {
    return new TurnResult.OrderKept(Demo.order(id, status, filled, ""));
  }

  private static TurnResult position(String quantity, String cost, String price) {
    return new TurnResult.PositionKept(
        Demo.position(PositionSide.LONG, quantity, cost, "1.50"), Demo.BTCUSD.price(price));
  }

  private static Event interval(String clock) {
    return new TimerEvent(TimerEvent.ENGINE, "history", Demo.time(clock), false);
  }

  @Test
  void anOrderIsListedAsItStoodAfterEachChangeAndInEachInterval() {
    demo.turns(
        turn(1, "10:05:00", SENT, order(ID, OrderStatus.SUBMITTED, "0")),
        turn(
            2,
            "10:06:00",
            interval("10:06:00"),
            order("demo-ema-3-1", OrderStatus.ACCEPTED, "0"),
            order(ID, OrderStatus.ACCEPTED, "0")),
        turn(3, "10:06:30", SENT, order(ID, OrderStatus.FILLED, "0.01")));

    String screen = terminal.run("order:history " + ID);

    assertThat(screen.lines().map(line -> line.replaceAll(" {2,}", "|")))
        .containsExactly(
            "Time|Kept at|Status|Quantity|Filled|Average price|Price|Trigger|Venue's id|Reason",
            screen.lines().toList().get(1).replaceAll(" {2,}", "|"),
            "2013-11-25T10:05:00.000Z|change|SUBMITTED|0.01|0|-|-|-|V2|-",
            "2013-11-25T10:06:00.000Z|interval|ACCEPTED|0.01|0|-|-|-|V2|-",
            "2013-11-25T10:06:30.000Z|change|FILLED|0.01|0.01|805.12|-|-|V2|-");
  }

  @Test
  void positionsAreListedWithThePriceAndTheProfitOfTheMoment() {
    demo.turns(
        turn(1, "10:05:00", SENT, position("0.01", "8.05", "805.00")),
        turn(2, "10:06:00", interval("10:06:00"), position("0.01", "8.05", "815.00")));

    String screen = terminal.run("position:history BTCUSD.BITSTAMP --no-format");

    assertThat(screen.lines())
        .containsExactly(
            "Time\tKept at\tStrategy\tSide\tQuantity\tAverage price\tPrice\tUnrealized\tRealized\tFees",
            "2013-11-25T10:05:00.000Z\tchange\tema\tlong\t0.01\t805.00\t805.00\t0.00"
                + " USD\t1.50 USD\t0.0402 USD",
            "2013-11-25T10:06:00.000Z\tinterval\tema\tlong\t0.01\t805.00\t815.00\t0.10"
                + " USD\t1.50 USD\t0.0402 USD");
  }

  @Test
  void onlyTheNewestOfAPartOfTheTimeAreListed() {
    demo.turns(
        IntStream.range(0, 2_500)
            .mapToObj(
                each ->
                    turn(
                        each,
                        "10:%02d:%02d".formatted(each / 60, each % 60),
                        SENT,
                        position("0.01", "8.05", "8" + (each / 100) % 10 + "5.00")))
            .toArray(Turn[]::new));

    String screen =
        terminal.run(
            "position:history BTCUSD.BITSTAMP demo --to 2013-11-25T10:40:00Z -n 2 --no-format");

    assertThat(screen.lines().skip(1).map(line -> line.substring(0, 24)))
        .containsExactly("2013-11-25T10:39:58.000Z", "2013-11-25T10:39:59.000Z");
  }

  @Test
  void saysHowSomethingIsKeptWhereNothingWas() {
    String orders = terminal.run("order:history " + ID);

    String positions = terminal.run("position:history BTCUSD.BITSTAMP demo");

    assertThat(orders)
        .isEqualTo(
            "Nothing was kept of order demo-ema-3-2 then. history.changes = true and"
                + " history.interval = 1m in the file of trader demo keep it from then on;"
                + " trace:explain tells the story of an order in any case.\n");
    assertThat(positions).startsWith("Nothing was kept of positions in BTCUSD.BITSTAMP then.");
  }
}
