package dev.bourse.control.shell;

import static dev.bourse.control.shell.Demo.ACCOUNT;
import static dev.bourse.control.shell.Demo.BTCUSD;
import static dev.bourse.control.shell.Demo.EMA;
import static dev.bourse.control.shell.Demo.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.risk.Breaker;
import dev.bourse.api.risk.LossLimit;
import dev.bourse.api.trace.TurnResult.Protection;
import dev.bourse.api.trader.Safeguards;
import dev.bourse.api.trader.Safeguards.BreakerView;
import dev.bourse.api.trader.Safeguards.UnprotectedView;
import dev.bourse.api.trader.TraderRegistry;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people see of what stops a trader at a loss. */
@Tag("P4")
@Tag("F6")
class BreakerScreensTest {
  private static final String TRIPPED = "breaker loss.limit tripped on account sim: numbers";

  private static BreakerView day(String equity, String tripped) {
    Breaker breaker =
        new Breaker(
            "loss.limit",
            new Breaker.Day(ZoneId.of("UTC")),
            LossLimit.of("loss.limit", "5%"),
            Duration.ofMinutes(1),
            true);
    return new BreakerView(
        breaker,
        ACCOUNT,
        Optional.of(usd(equity)),
        Optional.of(usd("10000")),
        Demo.time("00:00:00"),
        tripped);
  }

  private static BreakerView unmeasured() {
    Breaker breaker =
        new Breaker(
            "guard.drawdown",
            new Breaker.Peak(),
            LossLimit.of("drawdown", "1000"),
            Duration.ofMinutes(2),
            false);
    return new BreakerView(
        breaker, ACCOUNT, Optional.empty(), Optional.empty(), Long.MIN_VALUE, "");
  }

  private static Terminal with(BreakerView... breakers) {
    Snapshots snapshot =
        Snapshots.of("demo").safeguards(new Safeguards(List.of(breakers), List.of()));
    return new Terminal()
        .offer(TraderRegistry.class, new FakeRegistry(new FakeTrader(snapshot.build())));
  }

  @Test
  void showsHowFarEachBreakerIsFromItsLimit() {
    String screen = with(day("9900.5", ""), unmeasured()).run("risk:status");

    assertThat(screen)
        .isEqualTo(
            """
            Trader  Breaker         Account  State                   Measured from  Since                   Worth then       Equity       Loss  Limit  Action
            ------  --------------  -------  ----------------------  -------------  --------------------  ------------  -----------  ---------  -----  -------
            demo    loss.limit      sim      watches                 day UTC        2013-11-25T00:00:00Z  10000.00 USD  9900.50 USD  99.50 USD     5%  flatten
            demo    guard.drawdown  sim      cannot know the equity  peak           -                                -            -          -   1000  halt
            """);
  }

  @Test
  void saysWhyOneTripped() {
    String screen = with(day("9400", TRIPPED)).run("risk:status demo");

    assertThat(screen)
        .contains(" TRIPPED ", " 600.00 USD ")
        .endsWith("\nBreaker loss.limit tripped on account sim: numbers.\n");
  }

  @Test
  void saysHowToGetOneWhereNoneWatches() {
    assertThat(with().run("risk:status"))
        .isEqualTo(
            "No breaker watches: set loss.limit in a trader's file, or name a risk module of type"
                + " breakers.\n");
  }

  @Test
  void standsOnThePageOfTheTrader() {
    Snapshots halted =
        Snapshots.of("demo")
            .status(TraderStatus.HALTED, TRIPPED + "; risk:reset lifts it")
            .safeguards(new Safeguards(List.of(day("9400", TRIPPED)), List.of()));
    Terminal terminal =
        new Terminal()
            .offer(TraderRegistry.class, new FakeRegistry(new FakeTrader(halted.build())));

    String screen = terminal.run("trader:info demo");

    assertThat(screen)
        .contains("\nBreakers\n  Trader  Breaker     Account  State ")
        .contains("It is HALTED: " + TRIPPED + "; risk:reset lifts it.");
  }

  @Test
  @Tag("P23")
  void positionsAndThePageSayWhatHasNoStop() {
    String why = "UNPROTECTED: LONG 0.01 of BTCUSD.BITSTAMP has had no working stop for 10 s";
    UnprotectedView unprotected =
        new UnprotectedView(
            ACCOUNT, EMA, BTCUSD.id(), PositionId.NETTED, Protection.CLOSING, 1, why);
    Snapshots snapshot =
        Snapshots.of("demo")
            .positions(Demo.position(PositionSide.LONG, "0.01", "8.0512", "1.5"))
            .feeds(Demo.feed("10:05:59"))
            .safeguards(new Safeguards(List.of(), List.of(unprotected)));
    Terminal terminal =
        new Terminal()
            .offer(TraderRegistry.class, new FakeRegistry(new FakeTrader(snapshot.build())));

    String positions = terminal.run("position:list");
    String page = terminal.run("trader:info demo");

    assertThat(positions).contains("  Protection\n").contains("  UNPROTECTED, closing\n");
    assertThat(page).contains(why + ".\n");
  }
}
