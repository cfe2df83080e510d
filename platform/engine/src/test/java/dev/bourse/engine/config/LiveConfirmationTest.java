package dev.bourse.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.TraderId;
import dev.bourse.api.model.TradingMode;
import dev.bourse.api.risk.Breaker;
import dev.bourse.api.risk.LossLimit;
import dev.bourse.core.settings.Guards;
import dev.bourse.engine.config.ConfigFile.Kind;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveConfirmationTest {
  private static final TraderId DEMO = new TraderId("demo");

  private final ConfigFixture files = new ConfigFixture();

  @Test
  void startsNoLiveTraderByAccident() {
    files.demo();
    files.add(Kind.TRADER, "demo", "mode", "live", "accounts", "paper", "risk", "limits");

    Configuration read = files.read();

    assertThat(read.refused().get(DEMO))
        .containsExactly(
            "trader demo (dev.bourse.trader-demo.cfg): mode=live places real orders: write"
                + " confirm.live=paper if that is meant; mode=live needs a loss limit: write what an"
                + " account may lose in a day before entries stop, like loss.limit=5% or"
                + " loss.limit=500, or loss.limit=none if nothing is to stop it");
  }

  private GuardKeys live(String... keys) {
    files.demo();
    List<String> all = new ArrayList<>(List.of("mode", "live", "accounts", "paper"));
    all.addAll(List.of("risk", "limits", "confirm.live", "paper"));
    all.addAll(List.of(keys));
    files.add(Kind.TRADER, "demo", all.toArray(String[]::new));
    Configuration read = files.read();
    assertThat(read.refused()).isEmpty();
    assertThat(read.traders().get(DEMO).values().mode()).isEqualTo(TradingMode.LIVE);
    return read.traders().get(DEMO).values().guards();
  }

  @Test
  void takesALiveTraderThatIsConfirmedAndSaysThatNothingLimitsItsLosses() {
    GuardKeys guards = live("loss.limit", "none");

    assertThat(guards.lossLimit()).isEmpty();
    assertThat(guards.settings().breakers()).isEmpty();
  }

  @Test
  @Tag("F4")
  void aLossLimitIsABreakerOfTheDay() {
    GuardKeys guards =
        live("loss.limit", "5%", "loss.action", "flatten", "day.zone", "Europe/Berlin");

    assertThat(guards.settings().breakers())
        .containsExactly(
            new Breaker(
                "loss.limit",
                new Breaker.Day(ZoneId.of("Europe/Berlin")),
                LossLimit.of("loss.limit", "5%"),
                Duration.ofMinutes(1),
                true));
  }

  @Test
  @Tag("P23")
  void aLiveTraderClosesAPositionWithoutItsStopUnlessItIsToldNotTo() {
    GuardKeys byDefault = live("loss.limit", "none");
    GuardKeys told = live("loss.limit", "none", "unprotected", "alert", "protect.within", "30s");
    GuardKeys off = live("loss.limit", "none", "protect.within", "off");

    assertThat(byDefault.settings())
        .isEqualTo(new Guards(List.of(), Duration.ofSeconds(10).toNanos(), true));
    assertThat(told.settings())
        .isEqualTo(new Guards(List.of(), Duration.ofSeconds(30).toNanos(), false));
    assertThat(off.settings().watchesProtection()).isFalse();
    assertThat(GuardKeys.DEFAULTS.closeUnprotected()).isFalse();
  }

  @ParameterizedTest
  @Tag("A13")
  @CsvSource(
      delimiter = '|',
      value = {
        "loss.limit|some|loss.limit=some must be an amount above zero in the account's currency,"
            + " like 500, or a share of at most 100 percent, like 5%, or none",
        "loss.limit|-5%|loss.limit=-5% must be an amount above zero in the account's currency,"
            + " like 500, or a share of at most 100 percent, like 5%, or none",
        "protect.within|1h|protect.within=1h must be 1s to 10m, or off",
        "protect.within|soon|protect.within=soon must be a duration above zero, such as 50ms, 5s,"
            + " 10m or 1h, or off",
        "day.zone|Frankfurt|day.zone=Frankfurt is no time zone: write one like UTC or"
            + " Europe/Berlin",
      })
  void refusesWhatLimitsNothing(String key, String value, String sentence) {
    files.demo(key, value);

    Configuration read = files.read();

    assertThat(read.refused().get(DEMO)).hasSize(1);
    assertThat(read.refused().get(DEMO).get(0)).endsWith(sentence);
  }
}
