package dev.bourse.venue.binance;

import dev.bourse.api.model.Instrument;
import dev.bourse.venue.binance.feed.GeneratedFeed;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Generated prices for instruments, from prices that look like theirs. */
final class GeneratedMarkets {
  private static final Map<String, String> PRICES =
      Map.of("BTCUSDT", "60000.00", "ETHUSDT", "3000.00", "ETHBTC", "0.05000");

  private GeneratedMarkets() {}

  static GeneratedFeed feed(List<Instrument> instruments, long seed, long intervalMillis) {
    return new GeneratedFeed(
        seed,
        Duration.ofMillis(intervalMillis),
        instruments.stream()
            .map(
                each ->
                    new GeneratedFeed.Start(each, PRICES.getOrDefault(each.id().symbol(), "100")))
            .toList());
  }
}
