package dev.bourse.exchange.binance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.VenueFilter;
import dev.bourse.testkit.Instruments;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What makes rules new ones. */
@Tag("N6")
class VersionsTest {
  private final Versions versions = new Versions(List.of());

  private static Instrument filtered(String name, String most) {
    return Instruments.BTCUSD.filtered(
        List.of(new VenueFilter(name, new TreeMap<>(Map.of("maxQty", most)))));
  }

  @Test
  void aLargestMarketOrderThatIsReckonedAnewIsNoNewVersion() {
    Instrument first = versions.of(filtered("MARKET_LOT_SIZE", "60.25597724"));

    Instrument second = versions.of(filtered("MARKET_LOT_SIZE", "104.34142329"));

    assertThat(second.version()).isEqualTo(first.version());
  }

  @Test
  void anotherFilterIsANewVersion() {
    Instrument first = versions.of(filtered("LOT_SIZE", "60"));

    Instrument second = versions.of(filtered("LOT_SIZE", "90"));

    assertThat(second.version()).isEqualTo(first.version() + 1);
  }
}
