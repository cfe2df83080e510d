package dev.bourse.core.breaker;

import static dev.bourse.core.breaker.BreakerHouse.day;
import static dev.bourse.core.breaker.BreakerHouse.drawdown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.risk.Breaker;
import dev.bourse.api.risk.LossLimit;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.Fixture;
import dev.bourse.core.TraderCore;
import dev.bourse.core.settings.Guards;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Breakers watch what an account loses, and stop the trader. */
class BreakersTest {
  private static final String TRIPPED =
      "breaker guard.daily.loss tripped on account acct at 1970-01-01T12:01:00 UTC: equity 9500.00"
          + " USD is 500.00 USD (5.00%) below the 10000.00 USD when the day began,"
          + " 1970-01-01T12:00:00 UTC, and the limit is 5%; entries stop";

  @Test
  @Tag("F4")
  @Tag("F6")
  void haltsWithinAnIntervalOfTheLossWithAllNumbersInTraceAndAlert() {
    BreakerHouse house = BreakerHouse.with(day("5%", false));
    house.buy("10", "100.00");

    house.trader().trade("50.00");
    List<String> before = house.trips();
    house.pass(Duration.ofMinutes(1));

    assertThat(before).isEmpty();
    assertThat(house.trips()).containsExactly(TRIPPED);
    assertThat(house.view().status()).isEqualTo(TraderStatus.HALTED);
    assertThat(house.view().detail()).isEqualTo(TRIPPED + "; risk:reset lifts it");
    assertThat(house.view().safeguards().tripped())
        .extracting(each -> each.tripped())
        .containsExactly(TRIPPED);
    assertThat(house.trader().turns())
        .flatExtracting(turn -> turn.results())
        .contains(
            new TurnResult.Noted(
                Alert.Level.CRITICAL,
                TRIPPED
                    + "; look at trader:info, then lift it with risk:reset, which measures from the"
                    + " equity of that moment"));
  }

  @Test
  @Tag("F4")
  void doesNotTripACentBeforeTheLimit() {
    BreakerHouse house = BreakerHouse.with(day("5%", false));
    house.buy("10", "100.00");

    house.trader().trade("50.01");
    house.pass(Duration.ofMinutes(5));

    assertThat(house.trips()).isEmpty();
    assertThat(house.view().status()).isEqualTo(TraderStatus.RUNNING);
  }

  @Test
  @Tag("F4")
  void looksAtOnceWhenAnExecutionChangesTheAccount() {
    BreakerHouse house = BreakerHouse.with(day("500", false));
    house.buy("10", "100.00");
    Order late = house.order("1");
    house.trader().accept(late.id());
    house.trader().trade("40.00");

    house.trader().fill(late.id(), "1", "40.00", Fixture.USD.zero());

    assertThat(house.trips()).hasSize(1);
    assertThat(house.trips().get(0)).contains("and the limit is 500 USD");
  }

  @Test
  @Tag("F4")
  void staysLatchedUntilAPersonResetsItAndThenMeasuresFromThere() {
    BreakerHouse house = BreakerHouse.with(day("5%", false));
    house.buy("10", "100.00");
    house.trader().trade("50.00");
    house.pass(Duration.ofMinutes(1));

    house.trader().trade("200.00");
    house.pass(Duration.ofMinutes(5));
    TraderStatus latched = house.view().status();
    house.trader().trade("50.00");
    house.trader().on(new ControlEvent.Reset("op"));
    house.trader().on(new ControlEvent.Resume("op"));
    house.pass(Duration.ofMinutes(5));

    assertThat(latched).isEqualTo(TraderStatus.HALTED);
    assertThat(house.view().status()).isEqualTo(TraderStatus.RUNNING);
    assertThat(house.mark("day UTC")).isEqualTo("9500.00000000 USD");
    assertThat(house.trips()).hasSize(1);
  }

  @Test
  @Tag("F1")
  @Tag("F4")
  void cancelsEntriesAndClosesPositionsIfItIsToFlatten() {
    BreakerHouse house = BreakerHouse.with(day("5%", true));
    house.buy("10", "100.00");
    house.trader().trade("50.00");

    house.pass(Duration.ofMinutes(1));
    Order closing = house.trader().last();
    house.trader().accept(closing.id());
    house.trader().fill(closing.id(), "10", "50.00", Fixture.USD.zero());

    assertThat(closing.spec().side()).isEqualTo(Side.SELL);
    assertThat(closing.spec().quantity()).isEqualTo(Fixture.BTCUSD.quantity("10"));
    assertThat(house.view().positions()).allMatch(each -> each.isFlat());
    assertThat(house.trader().turns())
        .flatExtracting(turn -> turn.results())
        .contains(
            new TurnResult.Noted(
                Alert.Level.INFO, "flat: every position is closed, no order is live"));
    assertThat(house.view().status()).isEqualTo(TraderStatus.HALTED);
  }

  @Test
  @Tag("F5")
  void measuresDrawdownFromARunningPeak() {
    BreakerHouse house = BreakerHouse.with(drawdown("10%"));
    house.buy("50", "100.00");

    house.trader().trade("200.00");
    house.pass(Duration.ofMinutes(2));
    String peak = house.mark("peak");
    house.trader().trade("169.99");
    house.pass(Duration.ofMinutes(2));

    assertThat(peak).isEqualTo("15000.00000000 USD");
    assertThat(house.trips()).hasSize(1);
    assertThat(house.trips().get(0))
        .contains(
            "equity 13499.50 USD is 1500.50 USD (10.00%) below the 15000.00 USD at its peak,"
                + " 1970-01-01T12:02:00 UTC, and the limit is 10%");
  }

  @Test
  @Tag("F5")
  @Tag("D5")
  void depositsAndWithdrawalsAreNeitherGainNorLoss() {
    BreakerHouse house = BreakerHouse.with(day("5%", false), drawdown("5%"));

    house.flow("1", "5000", "deposit");
    house.flow("2", "-9000", "withdrawal");
    house.pass(Duration.ofMinutes(5));
    String day = house.mark("day UTC");
    String peak = house.mark("peak");
    house.flow("3", "-300", "funding");

    assertThat(day).isEqualTo("6000.00000000 USD");
    assertThat(peak).isEqualTo("6000.00000000 USD");
    assertThat(house.trips()).hasSize(2);
  }

  @Test
  @Tag("F5")
  void aDifferenceThatNothingExplainsIsTakenForADeposit() {
    BreakerHouse house = BreakerHouse.with(drawdown("5%"));

    house.trader().report("12000");
    house.flow("1", "-2000", "withdrawal");
    house.pass(Duration.ofMinutes(5));

    assertThat(house.mark("peak")).isEqualTo("10000.00000000 USD");
    assertThat(house.trips()).isEmpty();
  }

  @Test
  @Tag("F4")
  void theDayBeginsAnewAtMidnightOfItsZoneWithTheEquityOfThatMoment() {
    Breaker tokyo =
        new Breaker(
            "daily.loss",
            new Breaker.Day(ZoneId.of("Asia/Tokyo")),
            LossLimit.of("daily.loss", "5%"),
            Duration.ofMinutes(1),
            false);
    BreakerHouse house = BreakerHouse.with(tokyo);
    house.buy("10", "100.00");
    house.trader().trade("60.00");

    house.pass(Duration.ofHours(3).minusSeconds(3));
    String before = house.mark("day Asia/Tokyo");
    house.pass(Duration.ofSeconds(3));
    String after = house.mark("day Asia/Tokyo");
    house.trader().trade("55.00");
    house.pass(Duration.ofHours(2));

    assertThat(before).isEqualTo("10000.00000000 USD");
    assertThat(after).isEqualTo("9600.00000000 USD");
    assertThat(house.trips()).isEmpty();
  }

  @Test
  @Tag("F4")
  void aDayThatBeganWhileItWasDownBeginsWithWhatWasLastSeen() {
    BreakerHouse house = BreakerHouse.with(day("5%", false));
    house.buy("10", "100.00");
    house.trader().trade("60.00");

    house.trader().now(house.trader().now() + Duration.ofHours(14).toNanos());
    house.trader().on(new LifecycleEvent.Started(2, "mode=replay"));
    house.trader().on(new LifecycleEvent.Recovered("read"));
    house.trader().trade("50.00");
    house.pass(Duration.ofMinutes(2));

    assertThat(house.mark("day UTC")).isEqualTo("9600.00000000 USD");
    assertThat(house.trips()).isEmpty();
  }

  @Test
  @Tag("A13")
  void newLimitsCountAtOnceAndMeasureFromTheSameMark() {
    BreakerHouse house = BreakerHouse.with(day("5%", false));
    house.buy("10", "100.00");
    house.trader().trade("80.00");
    house.pass(Duration.ofMinutes(5));
    List<String> before = house.trips();

    List<Breaker> narrower = List.of(day("2%", false));
    house.trader().core().bindRisk("guard", new BreakerHouse.Declared(narrower));
    house.trader().on(new LifecycleEvent.RiskModuleChanged("guard", true, ""));

    assertThat(before).isEmpty();
    assertThat(house.trips()).hasSize(1);
    assertThat(house.trips().get(0))
        .contains("200.00 USD (2.00%) below the 10000.00 USD", "the limit is 2%");
  }

  @Test
  @Tag("F4")
  void entriesAreDeniedWhileNobodyKnowsTheEquity() {
    BreakerHouse house = BreakerHouse.with(day("5%", false));
    TraderCore core = house.trader().core();
    core.bindRisk("guard", new BreakerHouse.Declared(List.of(day("5%", false), drawdown("10%"))));

    Order denied = house.order("1");
    house.trader().on(new LifecycleEvent.RiskModuleChanged("guard", true, ""));
    Order approved = house.order("1");

    assertThat(denied.reason()).startsWith("NO_EQUITY: account=acct because=");
    assertThat(approved.status()).isEqualTo(OrderStatus.INITIALIZED);
  }

  @Test
  @Tag("F4")
  void theTradersOwnLossLimitNeedsNoModule() {
    Breaker own =
        new Breaker(
            "loss.limit",
            new Breaker.Day(BreakerHouse.UTC),
            LossLimit.of("loss.limit", "100"),
            Duration.ofMinutes(1),
            false);
    Fixture trader =
        new Fixture(
            new TraderCore(
                Fixture.settings(List.of()).withGuards(new Guards(List.of(own), 0, false))));
    BreakerHouse house = new BreakerHouse(trader.running(new Strategy() {}));
    trader.trade("100.00");
    house.buy("10", "100.00");

    trader.trade("90.00");
    house.pass(Duration.ofMinutes(1));

    assertThat(house.trips()).hasSize(1);
    assertThat(house.trips().get(0)).startsWith("breaker loss.limit tripped on account acct");
    assertThat(house.view().status()).isEqualTo(TraderStatus.HALTED);
  }

  @Test
  @Tag("F4")
  void aBreakerThatIsGoneIsNotLookedAtAnyMore() {
    BreakerHouse house = BreakerHouse.with(day("5%", false));
    house.buy("10", "100.00");
    house.trader().core().unbindRisk("guard");
    house.trader().on(new LifecycleEvent.RiskModuleChanged("guard", false, "removed"));

    house.trader().trade("10.00");
    house.pass(Duration.ofMinutes(5));

    assertThat(house.trips()).isEmpty();
    assertThat(house.view().status()).isEqualTo(TraderStatus.REDUCING);
  }
}
