package dev.bourse.control.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Side;
import dev.bourse.api.trader.TraderRegistry;
import dev.bourse.control.shell.complete.PositionCompleter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people see and type of several positions of one instrument. */
@Tag("P4")
@Tag("N17")
class HedgingScreensTest {
  private final FakeTrader demo =
      new FakeTrader(
          Snapshots.of("demo")
              .positions(
                  named("up", PositionSide.LONG, "0.01", "8.0512"),
                  named("down", PositionSide.SHORT, "0.02", "16.30"))
              .feeds(Demo.feed("10:05:59"))
              .build());
  private final Terminal terminal =
      new Terminal().offer(TraderRegistry.class, new FakeRegistry(demo));

  private static Position named(String id, PositionSide side, String quantity, String cost) {
    Position plain = Demo.position(side, quantity, cost, "0");
    return new Position(
        plain.account(),
        plain.strategy(),
        plain.instrument(),
        side,
        plain.quantity(),
        plain.cost(),
        plain.realized(),
        plain.fees(),
        plain.fills(),
        new PositionId(id));
  }

  @Test
  void positionsThatHaveNamesShowThem() {
    String screen = terminal.run("position:list --no-format");

    assertThat(screen)
        .isEqualTo(
            """
            Trader\tStrategy\tInstrument\tPosition\tSide\tQuantity\tAverage price\tLast price\tUnrealized\tRealized\tFees
            demo\tema\tBTCUSD.BITSTAMP\tup\tlong\t0.01\t805.12\t810.00\t0.0488 USD\t0.00 USD\t0.0402 USD
            demo\tema\tBTCUSD.BITSTAMP\tdown\tshort\t0.02\t815.00\t810.00\t0.10 USD\t0.00 USD\t0.0402 USD
            """);
  }

  @Test
  void profitIsOfEachPosition() {
    String screen = terminal.run("trader:profit --no-format");

    assertThat(screen)
        .isEqualTo(
            """
            Trader\tStrategy\tInstrument\tPosition\tRealized\tUnrealized\tFees\tNet\tFills
            demo\tema\tBTCUSD.BITSTAMP\tup\t0.00 USD\t0.0488 USD\t0.0402 USD\t0.0086 USD\t3
            demo\tema\tBTCUSD.BITSTAMP\tdown\t0.00 USD\t0.10 USD\t0.0402 USD\t0.0598 USD\t3
            """);
  }

  @Test
  void anOrderIsPlacedForAPosition() {
    String screen =
        terminal
            .answering("yes")
            .run("order:submit demo buy 0.01 BTCUSD.BITSTAMP --wait 0 --position down");

    OrderSpec spec = OrderSpec.market(Demo.BTCUSD, Side.BUY, Demo.BTCUSD.quantity("0.01"));
    assertThat(screen)
        .startsWith("This places BUY 0.01 BTCUSD.BITSTAMP MARKET for position down with trader");
    assertThat(demo.asked())
        .containsExactly(
            List.of(spec.forPosition(new PositionId("down")), "shell:karaf", Duration.ZERO));
  }

  @Test
  void tabOffersTheNamesThereAre() {
    List<String> offered = terminal.complete(PositionCompleter.class, "");

    assertThat(offered).containsExactly("down", "up");
  }
}
