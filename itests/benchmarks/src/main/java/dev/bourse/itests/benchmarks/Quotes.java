package dev.bourse.itests.benchmarks;

import dev.bourse.api.event.Quote;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import java.util.SplittableRandom;

/** Made-up quotes: a random walk with a spread, a millisecond apart, always the same. */
final class Quotes {
  static final Currency USD = new Currency("USD", 8);
  static final Currency BTC = new Currency("BTC", 8);
  static final long STEP = 1_000_000L;
  static final long START = 1_700_000_000_000_000_000L;

  private static final long SEED = 7;

  private Quotes() {}

  /** An instrument with a tick of 0.01 and a step of 0.0001. */
  static Instrument instrument(String symbol) {
    return new Instrument(
        InstrumentId.of(symbol + ".BENCH"),
        1,
        BTC,
        USD,
        Price.of("0.01"),
        Quantity.of("0.0001"),
        Quantity.of("0.0001"),
        Quantity.of("1000000"),
        Money.of("1", USD),
        Rate.of("0.001"),
        Rate.of("0.001"),
        true);
  }

  /** So many quotes of one instrument. */
  static Quote[] walk(Instrument instrument, int count) {
    SplittableRandom random = new SplittableRandom(SEED);
    Quote[] quotes = new Quote[count];
    long middle = 5_000_000;
    for (int i = 0; i < count; i++) {
      middle = Math.max(100_000, middle + random.nextInt(-50, 51));
      long time = START + i * STEP;
      quotes[i] = new Quote(instrument, time, middle - 1, 50_000, middle + 1, 50_000);
    }
    return quotes;
  }
}
