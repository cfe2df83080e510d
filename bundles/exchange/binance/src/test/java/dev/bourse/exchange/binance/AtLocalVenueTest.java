package dev.bourse.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.book.OrderBook;
import dev.bourse.api.event.BookEvent;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Side;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import dev.bourse.testkit.ConfigFixtures;
import dev.bourse.testkit.RecordingSink;
import dev.bourse.testkit.TestContext;
import dev.bourse.venue.binance.LocalVenue;
import dev.bourse.venue.binance.VenueSettings;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The adapter over real connections to a venue that speaks Binance's protocol. */
@Tag("H3")
class AtLocalVenueTest {
  private static final InstrumentId BTCUSDT = InstrumentId.of("BTCUSDT.BINANCE");

  private final LocalVenue venue;
  private final RecordingSink sink = new RecordingSink();
  private final Exchange exchange;

  AtLocalVenueTest() throws IOException {
    venue = LocalVenue.start(new SimulatedExchangeFactory(), VenueSettings.local());
    venue.quote("BTCUSDT", "60000.00", "2", "60000.01", "2");
    exchange =
        new BinanceExchangeFactory()
            .open(
                ConfigFixtures.of(
                    BinanceExchangeFactory.Config.class,
                    "rest.url",
                    venue.restUrl(),
                    "stream.url",
                    venue.socketUrl(),
                    "reconnect.pause",
                    "100ms",
                    "books",
                    "diffs"),
                TestContext.of(sink).with(List.of()));
  }

  @AfterEach
  void close() {
    exchange.close();
    venue.close();
  }

  private <T extends VenueEvent> T awaited(Class<T> type, Predicate<T> wanted)
      throws InterruptedException, TimeoutException {
    return type.cast(sink.await(event -> type.isInstance(event) && wanted.test(type.cast(event))));
  }

  /** Follows BTCUSDT until its trades come. */
  private void follow() throws InterruptedException, TimeoutException {
    exchange.marketData().subscribe(BTCUSDT);
    awaited(InstrumentListed.class, any -> true);
    awaitTradesFrom("1");
  }

  /** Lets others trade until we hear of it: before, the connection was not there yet. */
  private void awaitTradesFrom(String size) throws InterruptedException, TimeoutException {
    int heard = sink.events(Trade.class).size();
    for (int i = 0; i < 200 && sink.events(Trade.class).size() == heard; i++) {
      trade("60000.00", size);
      tradeHeard(heard);
    }
    assertThat(sink.events(Trade.class)).hasSizeGreaterThan(heard);
  }

  private void tradeHeard(int before) throws InterruptedException {
    long until = System.nanoTime() + 100_000_000L;
    while (sink.events(Trade.class).size() == before && System.nanoTime() < until) {
      Thread.onSpinWait();
    }
  }

  private void trade(String price, String size) {
    venue.trade("BTCUSDT", price, size, AggressorSide.SELLER);
  }

  @Test
  void theVenuesRulesBecomeTheInstrument() throws Exception {
    exchange.marketData().subscribe(BTCUSDT);

    Instrument listed = awaited(InstrumentListed.class, any -> true).instrument();

    assertThat(listed.id()).isEqualTo(BTCUSDT);
    assertThat(listed.tickSize()).isEqualTo(Price.of("0.01"));
    assertThat(listed.trading()).isTrue();
    assertThat(exchange.instruments()).containsExactly(listed);
  }

  @Test
  void aTradeOfOthersIsHeardWithItsPriceSizeAndSide() throws Exception {
    follow();

    trade("60001.23", "0.5");
    Trade heard = awaited(Trade.class, each -> each.price().equals(Price.of("60001.23")));

    assertThat(heard.size().toString()).startsWith("0.5");
    assertThat(heard.aggressor()).isEqualTo(AggressorSide.SELLER);
  }

  @Test
  void tradesDuringACutAreHeardAfterIt() throws Exception {
    follow();

    venue.cutSockets();
    for (int i = 0; i < 50; i++) {
      trade("59000.00", "0.1");
    }
    awaitTradesFrom("0.2");

    long[] ids =
        sink.events(Trade.class).stream()
            .mapToLong(each -> Long.parseLong(String.valueOf(each.venueTradeId())))
            .toArray();
    assertThat(ids).containsExactly(LongStream.rangeClosed(ids[0], ids[ids.length - 1]).toArray());
    assertThat(sink.events(Trade.class))
        .filteredOn(each -> each.price().equals(Price.of("59000.00")))
        .hasSize(50);
  }

  @Test
  void aVenueThatGoesDownIsLeftWithoutAHole() throws Exception {
    follow();

    venue.announceShutdown();
    awaitTradesFrom("0.2");
    venue.quote("BTCUSDT", "60010.00", "1", "60010.01", "1");
    Quote quote = awaited(Quote.class, each -> each.bid().equals(Price.of("60010.00")));

    assertThat(quote.ask()).isEqualTo(Price.of("60010.01"));
  }

  @Test
  void theBookIsThatOfTheVenue() throws Exception {
    follow();

    venue.quote("BTCUSDT", "60020.00", "3", "60020.05", "4");
    awaited(
        BookEvent.class,
        event ->
            LongStream.range(0, event.asks().count())
                .anyMatch(i -> event.asks().priceRaw((int) i) == 6_002_005));
    awaited(FullBook.class, any -> true);

    OrderBook book = new OrderBook(exchange.instruments().get(0));
    sink.events(BookEvent.class).forEach(book::apply);
    assertThat(book.isKnown()).isTrue();
    assertThat(book.best(Side.BUY)).contains(Price.of("60020.00"));
    assertThat(book.best(Side.SELL)).contains(Price.of("60020.05"));
  }
}
