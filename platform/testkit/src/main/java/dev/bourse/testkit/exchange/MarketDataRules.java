package dev.bourse.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bourse.api.book.OrderBook;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.BookEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Instruments and their data. */
abstract class MarketDataRules extends ConnectionRules {
  private static final int MANY = 50;
  private static final long CLOCKS = Duration.ofMinutes(1).toNanos();

  @Test
  void refusesAnInstrumentOfAnotherVenueByItsName() {
    KitDesk desk = desk();

    InstrumentId strange = InstrumentId.of("NONE.NOWHERE");

    assertThatThrownBy(() -> desk.exchange.marketData().subscribe(strange))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NONE.NOWHERE");
  }

  @Test
  void knowsTheRulesOfWhatItFollows() {
    KitDesk desk = desk();

    Instrument instrument = desk.instrument();

    assertThat(instrument.id()).isEqualTo(venue.instrument());
    assertThat(instrument.tickSize()).isLessThanOrEqualTo(Price.of("0.01"));
    assertThat(instrument.stepSize()).isLessThanOrEqualTo(Quantity.of("0.00001"));
    assertThat(instrument.trading()).isTrue();
  }

  @Test
  void givesRulesThatChangedSinceAHigherVersion() {
    assumeOwnRules();
    Instrument now = desk().instrument();
    Instrument before = changed(now, now.version() + 6);

    KitDesk desk = keep(new KitDesk(venue, List.of(before)));
    desk.awaited(ConnectionChanged.class, ConnectionChanged::connected);
    desk.follow();

    assertThat(desk.instrument().version()).isEqualTo(before.version() + 1);
    assertThat(desk.instrument().tickSize()).isEqualTo(now.tickSize());
  }

  @Test
  void givesRulesThatAreTheSameTheVersionThatTheyHad() {
    assumeOwnRules();
    Instrument now = desk().instrument();

    KitDesk desk = keep(new KitDesk(venue, List.of(now)));
    desk.awaited(ConnectionChanged.class, ConnectionChanged::connected);
    desk.follow();

    assertThat(desk.instrument()).isEqualTo(now);
  }

  private void assumeOwnRules() {
    assumeTrue(!venue.feeds().isEmpty(), "the rules come with the data here");
  }

  private static Instrument changed(Instrument of, int version) {
    return new Instrument(
        of.id(),
        version,
        of.base(),
        of.quote(),
        of.price(2 * of.tickSize().raw()),
        of.stepSize(),
        of.minQuantity(),
        of.maxQuantity(),
        of.minNotional(),
        Rate.of("0.0077"),
        of.takerFee(),
        of.trading());
  }

  @Test
  @Tag("C1")
  void bringsTradesInOrderWithPriceSizeAndTheVenuesTime() {
    KitDesk desk = tradesCome();
    int before = desk.sink.events(Trade.class).size();
    long from = venue.now();

    for (int i = 0; i < MANY; i++) {
      venue.trade(String.format("%d.00", 59_000 + i), "0.25");
    }
    desk.awaited(Trade.class, each -> each.price().equals(Price.of("59049.00")));

    List<Trade> heard = desk.sink.events(Trade.class);
    List<Trade> many = heard.subList(before, heard.size());
    assertThat(many).extracting(each -> each.priceRaw()).isSorted();
    assertThat(many).hasSize(MANY).allMatch(each -> isQuarter(each.size()));
    assertThat(many).extracting(MarketEvent::eventTime).isSorted();
    assertThat(many)
        .allMatch(each -> Math.abs(each.eventTime() - from) < CLOCKS, "told in the venue's time");
  }

  private static boolean isQuarter(Quantity size) {
    return size.compareTo(Quantity.of("0.25")) == 0;
  }

  @Test
  @Tag("C1")
  void bringsTheBestBidAndOfferWithTheirSizes() {
    assumeBrings(Feed.QUOTES);
    KitDesk desk = desk();

    until(
        "the quote is heard",
        () -> {
          venue.quote("60010.00", "2", "60020.00", "3");
          venue.quote("60010.00", "1", "60020.00", "3");
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
          return lastBid(desk).equals(Optional.of(Price.of("60010.00")));
        });

    List<Quote> quotes = desk.sink.events(Quote.class);
    Quote quote = quotes.get(quotes.size() - 1);
    assertThat(quote.ask()).isEqualTo(Price.of("60020.00"));
    assertThat(quote.askSize()).isEqualByComparingTo(Quantity.of("3"));
    assertThat(quote.bidSize()).isBetween(Quantity.of("1"), Quantity.of("2"));
  }

  private static Optional<Price> lastBid(KitDesk desk) {
    return desk.sink.events(Quote.class).stream().map(Quote::bid).reduce((first, last) -> last);
  }

  @Test
  void saysTheRulesBeforeAnythingThatIsScaledByThem() {
    assumeBrings(Feed.TRADES);
    KitDesk desk = opened();
    desk.awaited(ConnectionChanged.class, ConnectionChanged::connected);

    desk.follow();
    trades(desk);

    List<VenueEvent> events = desk.sink.events();
    int listed = first(events, InstrumentListed.class);
    assertThat(listed).isBetween(0, first(events, Trade.class) - 1);
    assertThat(desk.sink.events(Trade.class))
        .allMatch(each -> each.instrument().equals(desk.instrument()));
  }

  private static int first(List<VenueEvent> events, Class<?> type) {
    return events.indexOf(events.stream().filter(type::isInstance).findFirst().orElse(null));
  }

  @Test
  void bringsNothingAfterUnsubscribeAndEverythingOnceAfterSubscribingTwiceAgain() {
    KitDesk desk = tradesCome();

    desk.exchange.marketData().unsubscribe(venue.instrument());
    int before = desk.sink.events(Trade.class).size();
    venue.trade("58000.00", "0.5");
    desk.massReport();
    int unsubscribed = desk.sink.events(Trade.class).size();
    desk.follow();
    desk.exchange.marketData().subscribe(venue.instrument());
    trades(desk);
    venue.trade("57000.00", "0.5");
    desk.awaited(Trade.class, each -> each.price().equals(Price.of("57000.00")));

    assertThat(unsubscribed).isEqualTo(before).isPositive();
    // it may still be on its way when we subscribe again
    assertThat(priced(desk, "58000.00")).hasSizeLessThanOrEqualTo(1);
    assertThat(priced(desk, "57000.00")).hasSize(1);
  }

  @Test
  @Tag("H3")
  void tradesDuringACutAreHeardAfterItOrMarkedAsAGap() {
    KitDesk desk = tradesCome();

    strike(Mishap.CUT);
    for (int i = 0; i < MANY; i++) {
      venue.trade("58500.00", "0.25");
    }
    trades(desk);

    boolean complete = priced(desk, "58500.00").size() == MANY;
    boolean marked = !desk.sink.events(DataGap.class).isEmpty();
    assertThat(complete || marked).as("%s", desk.sink.events(Trade.class)).isTrue();
    assertThat(priced(desk, "58500.00")).hasSizeLessThanOrEqualTo(MANY);
  }

  @Test
  @Tag("H3")
  void followsTheBookAlsoAfterACut() {
    assumeBrings(Feed.BOOK);
    KitDesk desk = desk();
    bookIs(desk, "60030.00", "60040.00");

    strike(Mishap.CUT);
    venue.quote("60050.00", "3", "60060.00", "4");
    bookIs(desk, "60070.00", "60080.00");

    assertThat(desk.sink.events(FullBook.class)).isNotEmpty();
    assertThat(book(desk).best(Side.BUY)).contains(Price.of("60070.00"));
    assertThat(book(desk).best(Side.SELL)).contains(Price.of("60080.00"));
  }

  @Test
  @Tag("A12")
  void tellsOfThePastOnlyWhatIsOverAndWasAskedFor() {
    KitDesk desk = desk();
    assumeDeclared(can(desk).barHistory(), "bars of the past");
    BarInterval minute = BarInterval.of("1m");
    long now = venue.now();
    long through = Math.floorDiv(now, minute.nanos()) * minute.nanos();
    long after = through - 10 * minute.nanos();

    List<Bar> bars =
        desk.exchange
            .marketData()
            .bars(desk.instrument(), minute, after, through)
            .orTimeout(venue.patience().toSeconds(), TimeUnit.SECONDS)
            .join();

    assertThat(bars).extracting(Bar::eventTime).isSorted().doesNotHaveDuplicates();
    assertThat(bars)
        .allMatch(each -> each.eventTime() > after && each.eventTime() <= through)
        .allMatch(each -> each.eventTime() % minute.nanos() == 0)
        .allMatch(each -> each.interval().equals(minute) && each.complete())
        .allMatch(each -> each.volumeRaw() > 0, "a minute without a trade has no bar");
  }

  /** A market that moves, and comes to rest there. */
  private void bookIs(KitDesk desk, String bid, String ask) {
    until(
        "the book shows " + bid + " and " + ask,
        () -> {
          venue.quote(bid, "2", ask, "3");
          venue.quote(bid, "1", ask, "2");
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
          OrderBook book = book(desk);
          return book.isKnown()
              && book.best(Side.BUY).equals(Optional.of(Price.of(bid)))
              && book.best(Side.SELL).equals(Optional.of(Price.of(ask)));
        });
  }

  private static OrderBook book(KitDesk desk) {
    OrderBook book = new OrderBook(desk.instrument());
    desk.sink.events(BookEvent.class).forEach(book::apply);
    return book;
  }

  /** A desk that follows trades. */
  private KitDesk tradesCome() {
    assumeBrings(Feed.TRADES);
    KitDesk desk = desk();
    trades(desk);
    return desk;
  }

  /** Lets others trade until we hear of it: before, the connection is not there yet. */
  private void trades(KitDesk desk) {
    int heard = desk.sink.events(Trade.class).size();
    until(
        "trades are heard",
        () -> {
          venue.trade("60000.00", "1");
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
          return desk.sink.events(Trade.class).size() > heard;
        });
    int before = priced(desk, "60001.00").size();
    venue.trade("60001.00", "2");
    until("the last one is heard", () -> priced(desk, "60001.00").size() > before);
  }

  private static List<Trade> priced(KitDesk desk, String price) {
    return desk.sink.events(Trade.class).stream()
        .filter(each -> each.price().equals(Price.of(price)))
        .toList();
  }
}
