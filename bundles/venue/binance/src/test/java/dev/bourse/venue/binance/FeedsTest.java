package dev.bourse.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import dev.bourse.venue.binance.feed.GeneratedFeed;
import dev.bourse.venue.binance.feed.RecordedFeed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Market data that comes by itself. */
class FeedsTest {
  private static final Instrument BTCUSDT = VenueInstruments.USUAL.get(0);
  private static final long SECOND = 1_000_000_000L;

  private static Trade trade(long seconds, String price) {
    return new Trade(
        BTCUSDT, seconds * SECOND, BTCUSDT.price(price).raw(), 1000, AggressorSide.BUYER, null);
  }

  private static GeneratedFeed generated(long seed) {
    return new GeneratedFeed(
        seed, Duration.ofMillis(100), List.of(new GeneratedFeed.Start(BTCUSDT, "60000.00")));
  }

  @Test
  void theSameSeedGivesTheSamePrices() {
    List<MarketEvent> first = generated(7).due(5 * SECOND, 10_000);
    GeneratedFeed again = generated(7);
    GeneratedFeed other = generated(8);

    again.due(0, 10_000);
    other.due(0, 10_000);
    List<MarketEvent> one = again.due(60 * SECOND, 10_000);
    List<MarketEvent> two = other.due(60 * SECOND, 10_000);

    GeneratedFeed third = generated(7);
    third.due(0, 10_000);
    assertThat(first).hasSizeBetween(1, 2);
    assertThat(third.due(60 * SECOND, 10_000)).isEqualTo(one).isNotEqualTo(two);
    assertThat(one).hasSizeGreaterThan(900);
  }

  @Test
  void recordedTradesComeAtTheirSpeedWithAQuoteAroundThem() {
    RecordedFeed feed =
        new RecordedFeed(new Made(trade(100, "60000.00"), trade(110, "60010.00")), 10);

    List<MarketEvent> atOnce = feed.due(7 * SECOND, 100);
    List<MarketEvent> early = feed.due(8 * SECOND - 1, 100);
    List<MarketEvent> later = feed.due(8 * SECOND, 100);

    assertThat(atOnce).hasSize(2).allMatch(event -> event.eventTime() == 7 * SECOND);
    assertThat(early).isEmpty();
    assertThat(later)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("Quote", "Trade");
    assertThat(later.get(0).toString()).contains("bidRaw=6000999", "askRaw=6001000");
    assertThat(feed.isOver()).isTrue();
  }

  @Test
  void aBarIsFourTrades() {
    Bar bar =
        new Bar(
            BTCUSDT, BarInterval.of("1m"), 60 * SECOND, 100_00, 120_00, 90_00, 110_00, 4001, true);
    RecordedFeed feed = new RecordedFeed(new Made(bar), 0);

    List<MarketEvent> events = feed.due(SECOND, 100);

    assertThat(events)
        .filteredOn(Trade.class::isInstance)
        .extracting(event -> ((Trade) event).priceRaw() + " " + ((Trade) event).sizeRaw())
        .containsExactly("10000 1001", "9000 1000", "12000 1000", "11000 1000");
  }

  @Test
  void whatIsGeneratedFillsTheBookAndTheTape() {
    try (OpenVenue open = new OpenVenue()) {
      open.venue.play(generated(3));

      List<?> trades = List.of();
      for (int i = 0; i < 600 && trades.isEmpty(); i++) {
        open.passMillis(100);
        trades = (List<?>) open.alice.open("GET", "/api/v3/trades?symbol=BTCUSDT").body();
      }

      Client.Reply depth = open.alice.open("GET", "/api/v3/depth?symbol=BTCUSDT&limit=20");
      Client.Reply order =
          open.alice.signed(
              "POST",
              "/api/v3/order",
              "symbol",
              "BTCUSDT",
              "side",
              "BUY",
              "type",
              "MARKET",
              "quantity",
              "0.5");
      assertThat(depth.get("bids").split("\\], \\[", -1)).hasSize(10);
      assertThat(order.get("status")).isEqualTo("FILLED");
      assertThat(open.venue.isPlaying()).isTrue();
    }
  }
}
