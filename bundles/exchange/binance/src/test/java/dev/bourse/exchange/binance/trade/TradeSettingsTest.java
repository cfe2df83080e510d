package dev.bourse.exchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("H1")
class TradeSettingsTest {
  @Test
  void whoeverWaitsLessForAnAnswerAsksSoonerWhetherTheVenueIsThere() {
    Duration little = Duration.ofSeconds(1);
    Duration usual = Duration.ofSeconds(10);

    Duration soon = TradeSettings.probe(little);
    Duration seldom = TradeSettings.probe(usual);

    assertThat(soon).isEqualTo(Duration.ofSeconds(2));
    assertThat(seldom).isEqualTo(Duration.ofSeconds(10));
  }
}
