package dev.bourse.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.TraderId;
import dev.bourse.engine.config.ConfigFile.Kind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("N16")
class OrderIdRoomTest {
  private static final TraderId DEMO = new TraderId("demo");

  private final ConfigFixture files = new ConfigFixture();

  @Test
  void refusesATraderWhoseNameLeavesNoRoomForOrdersByHand() {
    files.add(Kind.TRADER, "a-trader-of-seven", "accounts", "paper", "risk", "none", "data", "x");

    Configuration read = files.read();

    assertThat(read.traders()).isEmpty();
    assertThat(read.problems())
        .singleElement()
        .asString()
        .contains(
            "order ids of trader a-trader-of-seven and strategy manual would have up to 37"
                + " characters, venues take 36");
  }

  @Test
  void refusesNamesThatDoNotFitIntoAnOrdersId() {
    files.demo();
    files.add(
        Kind.STRATEGY,
        "a-strategy-with-a-long-name",
        "trader",
        "demo",
        "type",
        "emacross",
        "instruments",
        "ETHUSD.BITSTAMP");

    Configuration read = files.read();

    assertThat(read.refused().get(DEMO))
        .singleElement()
        .asString()
        .contains(
            "order ids of trader demo and strategy a-strategy-with-a-long-name would have up to 45"
                + " characters, venues take 36: the two names have 31 characters together, at most"
                + " 22 fit; choose shorter ones");
  }
}
