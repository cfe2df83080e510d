package dev.bourse.control.shell;

import static dev.bourse.control.shell.Demo.ACCOUNT;
import static dev.bourse.control.shell.Demo.BTCUSD;
import static dev.bourse.control.shell.Demo.EMA;
import static dev.bourse.control.shell.Demo.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.Margin;
import dev.bourse.api.model.MarginMode;
import dev.bourse.api.model.MarginModel;
import dev.bourse.api.model.MarginTerms;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.trader.TraderRegistry;
import dev.bourse.api.trader.TraderSnapshot.AccountView;
import dev.bourse.api.trader.TraderSnapshot.FlowView;
import dev.bourse.api.trader.TraderSnapshot.LiquidationView;
import dev.bourse.api.trader.TraderSnapshot.MarginView;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people see of a margin account. */
@Tag("P4")
@Tag("N28")
class MarginScreensTest {
  private final Terminal terminal =
      new Terminal()
          .offer(
              TraderRegistry.class,
              new FakeRegistry(
                  new FakeTrader(
                      Snapshots.of("demo")
                          .accounts(account())
                          .positions(Demo.position(PositionSide.LONG, "0.01", "8.0512", "1.5"))
                          .feeds(Demo.feed("10:05:59"))
                          .build())));

  private static AccountView account() {
    MarginTerms terms =
        new MarginTerms(MarginMode.ISOLATED, MarginModel.LEVERAGED, 10, new TreeMap<>());
    Margin margin = new Margin(usd("100"), usd("0.0488"), usd("0.81"), usd("0.04"), usd("99.19"));
    LiquidationView at =
        new LiquidationView(EMA, BTCUSD.id(), 10, Optional.of(BTCUSD.price("728.25")));
    return new AccountView(
        ACCOUNT,
        "simulated",
        true,
        "",
        List.of(),
        List.of(new MarginView(terms, margin, List.of(at))),
        List.of(new FlowView("funding", usd("-1.5"))));
  }

  @Test
  void positionsShowTheirLeverageAndWhereTheyWouldBeLiquidated() {
    String screen = terminal.run("position:list --no-format");

    assertThat(screen)
        .isEqualTo(
            """
            Trader\tStrategy\tInstrument\tSide\tQuantity\tAverage price\tLast price\tUnrealized\tRealized\tFees\tLeverage\tLiquidation
            demo\tema\tBTCUSD.BITSTAMP\tlong\t0.01\t805.12\t810.00\t0.0488 USD\t1.50 USD\t0.0402 USD\t10x\t728.25
            """);
  }

  @Test
  void theTradersPageShowsWhatIsBoundAndWhatFlowed() {
    String screen = terminal.run("trader:info demo");

    assertThat(screen)
        .containsPattern(
            "Margin sim +isolated 10x: equity 100.0488 USD, initial 0.81 USD, maintenance 0.04 USD,"
                + " available 99.19 USD, unrealized 0.0488 USD")
        .containsPattern("Flows sim +funding -1.50 USD");
  }
}
