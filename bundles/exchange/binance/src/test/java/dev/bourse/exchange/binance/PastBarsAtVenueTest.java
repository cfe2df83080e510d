package dev.bourse.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import dev.bourse.testkit.ConfigFixtures;
import dev.bourse.testkit.RecordingSink;
import dev.bourse.testkit.TestContext;
import dev.bourse.venue.binance.LocalVenue;
import dev.bourse.venue.binance.VenueSettings;
import dev.bourse.venue.binance.faults.Fault;
import dev.bourse.venue.binance.faults.Fault.Kind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bars of the past, asked of a venue whose clock the test moves. */
@Tag("A12")
class PastBarsAtVenueTest {
  private static final Instant ZERO = Instant.parse("2026-01-05T00:00:00Z");
  private static final long START = TimeUnit.SECONDS.toNanos(ZERO.getEpochSecond());
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  private final AtomicReference<Instant> clock = new AtomicReference<>(ZERO);
  private final RecordingSink sink = new RecordingSink();
  private LocalVenue venue;
  private Exchange exchange;
  private Instrument instrument;

  @BeforeEach
  void open() throws Exception {
    venue = LocalVenue.start(new SimulatedExchangeFactory(), VenueSettings.local().at(clock::get));
    venue.quote("BTCUSDT", "60000.00", "2", "60000.01", "2");
    exchange = opened();
    exchange.marketData().subscribe(InstrumentId.of("BTCUSDT.BINANCE"));
    instrument = ((InstrumentListed) sink.await(InstrumentListed.class::isInstance)).instrument();
  }

  private Exchange opened() throws IOException {
    return new BinanceExchangeFactory()
        .open(
            ConfigFixtures.of(
                BinanceExchangeFactory.Config.class,
                "rest.url",
                venue.restUrl(),
                "stream.url",
                venue.socketUrl()),
            TestContext.of(sink).with(List.of()));
  }

  @AfterEach
  void close() {
    exchange.close();
    venue.close();
  }

  private void trade(int second, String price, String size) {
    clock.set(ZERO.plusSeconds(second));
    venue.trade("BTCUSDT", price, size, AggressorSide.SELLER);
  }

  private List<Bar> asked(String interval, int after, int through) {
    return exchange
        .marketData()
        .bars(
            instrument, BarInterval.of(interval), START + after * MINUTE, START + through * MINUTE)
        .orTimeout(60, TimeUnit.SECONDS)
        .join();
  }

  private static String text(Bar bar) {
    return Duration.ofNanos(bar.eventTime() - START).toMinutes()
        + " "
        + bar.open()
        + " "
        + bar.high()
        + " "
        + bar.low()
        + " "
        + bar.close()
        + " "
        + bar.volume();
  }

  @Test
  void aBarHasWhatWasTradedInItAndOneWithoutTradesIsNotThere() {
    trade(10, "60000.00", "0.5");
    trade(50, "60001.00", "0.25");
    trade(130, "59999.00", "1");
    trade(185, "60002.00", "1");

    List<Bar> bars = asked("1m", 0, 3);

    assertThat(exchange.capabilities().barHistory()).isTrue();
    assertThat(bars)
        .extracting(PastBarsAtVenueTest::text)
        .containsExactly(
            "1 60000.00 60001.00 60000.00 60001.00 0.75000",
            "3 59999.00 59999.00 59999.00 59999.00 1.00000");
    assertThat(bars).allMatch(each -> each.complete() && each.instrument().equals(instrument));
  }

  @Test
  void aLengthThatTheVenueDoesNotHaveIsMadeOfOneThatItHas() {
    trade(10, "60000.00", "0.5");
    trade(70, "60003.00", "0.25");
    trade(130, "59999.00", "1");
    trade(600, "60002.00", "1");

    List<Bar> bars = asked("2m", 0, 4);

    assertThat(bars)
        .extracting(PastBarsAtVenueTest::text)
        .containsExactly(
            "2 60000.00 60003.00 60000.00 60003.00 0.75000",
            "4 59999.00 59999.00 59999.00 59999.00 1.00000");
  }

  @Test
  void aRangeOfManyPagesComesWhole() {
    for (int minute = 0; minute < 2_300; minute += 100) {
      trade(60 * minute + 5, "60000.00", "1");
    }

    List<Bar> bars = asked("1m", 0, 2_300);

    assertThat(bars).hasSize(23);
    assertThat(bars.get(22).eventTime()).isEqualTo(START + 2_201 * MINUTE);
  }

  @Test
  void aVenueThatDoesNotAnswerIsAFailureWithASentence() {
    venue.add(Fault.always(Kind.FAIL, "GET /api/v3/klines").with(503));

    assertThatThrownBy(() -> asked("1m", 0, 3))
        .isInstanceOf(CompletionException.class)
        .hasMessageContaining("/api/v3/klines");
  }

  @Test
  void aQuestionThatWouldWeighTooMuchIsRefused() {
    assertThatThrownBy(() -> asked("30s", -100_000, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bars of 30s over that time are more than 30000 candles of 1s: ask for less");
  }
}
