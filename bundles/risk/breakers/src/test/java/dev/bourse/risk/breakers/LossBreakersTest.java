package dev.bourse.risk.breakers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.config.ConfigException;
import dev.bourse.api.config.Parameters;
import dev.bourse.api.risk.Breaker;
import dev.bourse.api.risk.LossLimit;
import dev.bourse.testkit.ConfigFixtures;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("A13")
class LossBreakersTest {
  private static List<Breaker> breakers(String... keys) {
    BreakersFactory.Config config = ConfigFixtures.of(BreakersFactory.Config.class, keys);
    return new BreakersFactory().create(config).breakers();
  }

  @Test
  @Tag("F4")
  @Tag("F5")
  void declaresBothByDefault() {
    List<Breaker> declared = breakers();

    assertThat(declared)
        .containsExactly(
            new Breaker(
                "daily.loss",
                new Breaker.Day(ZoneId.of("UTC")),
                LossLimit.of("daily.loss", "5%"),
                Duration.ofMinutes(1),
                false),
            new Breaker(
                "drawdown",
                new Breaker.Peak(),
                LossLimit.of("drawdown", "10%"),
                Duration.ofMinutes(2),
                false));
  }

  @Test
  void takesAmountsAZoneAndFlatten() {
    List<Breaker> declared =
        breakers(
            "daily.loss",
            "250.50",
            "daily.loss.interval",
            "5",
            "drawdown",
            "",
            "day.zone",
            "Europe/Berlin",
            "breaker.action",
            "flatten");

    assertThat(declared)
        .containsExactly(
            new Breaker(
                "daily.loss",
                new Breaker.Day(ZoneId.of("Europe/Berlin")),
                LossLimit.of("daily.loss", "250.50"),
                Duration.ofSeconds(5),
                true));
  }

  @Test
  void refusesWhatIsNoLimitAndSaysWhatToWrite() {
    String[] wrong = {"daily.loss", "lots", "drawdown", "150%"};

    assertThatThrownBy(() -> breakers(wrong))
        .hasMessage(
            "daily.loss=lots must be an amount above zero in the account's currency, like 500, or a"
                + " share of at most 100 percent, like 5%; drawdown=150% must be an amount above"
                + " zero in the account's currency, like 500, or a share of at most 100 percent,"
                + " like 5%");
  }

  @Test
  void refusesAZoneThatIsNone() {
    String[] wrong = {"day.zone", "Frankfurt"};

    assertThatThrownBy(() -> breakers(wrong))
        .hasMessage("day.zone=Frankfurt is no time zone: write one like UTC or Europe/Berlin");
  }

  @Test
  void refusesToWatchNothing() {
    String[] wrong = {"daily.loss", "", "drawdown", " "};

    assertThatThrownBy(() -> breakers(wrong))
        .hasMessageStartingWith("daily.loss and drawdown are both empty");
  }

  @Test
  void refusesUnknownKeysAndWhatIsOutOfRange() {
    Map<String, String> wrong = Map.of("daily.los", "5%", "drawdown.interval", "0");

    assertThatThrownBy(() -> Parameters.of(BreakersFactory.Config.class).read(wrong))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("daily.los")
        .hasMessageContaining("drawdown.interval=0");
  }
}
