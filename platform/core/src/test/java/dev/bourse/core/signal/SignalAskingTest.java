package dev.bourse.core.signal;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.USD;
import static dev.bourse.core.signal.SignalHouse.MARKET;
import static dev.bourse.core.signal.SignalHouse.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Signal;
import dev.bourse.api.strategy.PriceRule;
import dev.bourse.api.strategy.SignalInterval;
import dev.bourse.api.strategy.SignalRules;
import dev.bourse.core.Fixture;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When a signal strategy is asked, what it sees, and which of its signals are refused. */
@Tag("S3")
class SignalAskingTest {
  private final SignalHouse house = new SignalHouse();
  private final Fixture trader = house.trader;

  @Test
  @Tag("S8")
  void isAskedOncePerIntervalByTheTradersTime() {
    house.interval = SignalInterval.FIVE_MINUTES;
    house.open();

    for (int minute = 0; minute < 12; minute++) {
      house.bar("100.00");
    }

    assertThat(house.askings).extracting(view -> view.time() / MINUTE).containsExactly(1L, 5L, 10L);
  }

  @Test
  @Tag("S8")
  void anEntryThatIsDeniedGivesTheIntervalBack() {
    SignalHouse guarded = new SignalHouse(List.of("limits"));
    guarded.interval = SignalInterval.ONE_HOUR;
    guarded.open().give(MARKET);

    guarded.give(MARKET);

    assertThat(guarded.moves())
        .containsExactly("OPENING GIVEN", "CANCELED DENIED", "OPENING GIVEN", "CANCELED DENIED");
    assertThat(guarded.view().detail()).startsWith("RISK_MODULE_MISSING");
    assertThat(guarded.askings).hasSize(2);
  }

  @Test
  @Tag("S8")
  void anEntryThatTheVenueRejectsGivesTheIntervalBack() {
    house.interval = SignalInterval.ONE_HOUR;
    house.open().give(MARKET);
    ClientOrderId entry = trader.last().id();
    trader.sent(entry);

    trader.on(new OrderReport.Rejected(ACCOUNT, entry, "no funds", trader.now()));
    house.bar("100.00");

    assertThat(house.moves()).containsExactly("OPENING GIVEN", "CANCELED REJECTED");
    assertThat(house.askings).hasSize(2);
  }

  @Test
  @Tag("S8")
  @Tag("B7")
  void anEntryThatTheAdapterDeniesGivesTheIntervalBackAndSaysSo() {
    house.interval = SignalInterval.ONE_HOUR;
    house.open().give(MARKET);
    ClientOrderId entry = trader.last().id();
    trader.sent(entry);

    trader.on(new OrderReport.Denied(ACCOUNT, entry, "LOT_SIZE: max=1", trader.now()));
    house.bar("100.00");

    assertThat(house.moves()).containsExactly("OPENING GIVEN", "CANCELED DENIED");
    assertThat(house.askings).hasSize(2);
  }

  @Test
  @Tag("S4")
  @Tag("S8")
  void refusesAnInvalidSignalWithEverySentenceAndKeepsTheInterval() {
    house.interval = SignalInterval.ONE_HOUR;
    house.open();
    Money none = Money.of("0", USD);

    house.give(Signal.buyFor(none, BTCUSD.price("100.10"), BTCUSD.price("70.00")));
    house.bar("100.00");

    assertThat(house.moves()).containsExactly("REFUSED INVALID");
    assertThat(house.view().detail())
        .isEqualTo(
            "cost=0.00000000 USD must be above zero;"
                + " take_profit=100.10 is nearer to 100.00 than the least distance, 0.005000;"
                + " stop_loss=70.00 is farther from 100.00 than the greatest distance, 0.200000");
    assertThat(house.askings).hasSize(1);
  }

  @Test
  void deniesAShortSignalOnASpotAccount() {
    house.open();

    house.give(Signal.sell(BTCUSD.quantity("1"), BTCUSD.price("90.00"), BTCUSD.price("110.00")));

    assertThat(house.moves()).containsExactly("REFUSED INVALID");
    assertThat(house.view().detail())
        .isEqualTo("a short signal needs an account that can borrow, this one is a spot account");
  }

  @Test
  void seesClosedBarsAndThePriceOfTheRuleOnly() {
    house.rules = SignalRules.DEFAULT.judgedBy(PriceRule.VWAP, 2);
    house.open();

    house.bar("100.00");
    int early = house.askings.size();
    house.bar("102.00", "106.00", "101.00", "103.00");

    assertThat(early).isZero();
    assertThat(house.askings)
        .singleElement()
        .satisfies(
            view -> {
              assertThat(view.price().toString()).isEqualTo("101.666667");
              assertThat(view.bar().close()).isEqualTo(BTCUSD.price("103.00"));
              assertThat(view.lastPrice()).contains(BTCUSD.price("103.00"));
              assertThat(view.position().isFlat()).isTrue();
              assertThat(view.time()).isEqualTo(trader.now());
            });
  }

  @Test
  void needsABar() {
    LifecycleEvent.StrategyBound barless =
        new LifecycleEvent.StrategyBound(
            Fixture.STRATEGY, "test", "v1", "p", ACCOUNT, List.of(BTCUSD.id()), "", "");

    assertThatThrownBy(() -> trader.core().bind(barless, context -> house))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "signal strategy s1 needs a bar of time first, like bar=1m: its signals are asked for"
                + " and judged when one closes");
  }
}
