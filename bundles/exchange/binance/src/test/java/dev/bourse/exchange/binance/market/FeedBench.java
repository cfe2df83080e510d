package dev.bourse.exchange.binance.market;

import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.ServiceChanged;
import dev.bourse.api.event.Trade;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Rate;
import dev.bourse.exchange.binance.net.FakeWorker;
import dev.bourse.exchange.binance.rest.Publications;
import dev.bourse.exchange.binance.rest.SymbolReader;
import dev.bourse.exchange.binance.rules.RuleBook;
import dev.bourse.testkit.RecordingSink;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** A feed of BTCUSDT over connections, answers and a clock that a test holds. */
final class FeedBench {
  static final InstrumentId BTCUSDT = InstrumentId.of("BTCUSDT.BINANCE");
  static final Duration MOMENT = Duration.ofSeconds(1);

  final FakeSockets sockets = new FakeSockets();
  final FakeWorker worker = new FakeWorker();
  final FakeRest rest = new FakeRest();
  final RecordingSink sink = new RecordingSink();
  final MarketFeed feed;

  FeedBench(boolean books) {
    this(books, false);
  }

  FeedBench(boolean books, boolean klines) {
    FeedSettings settings =
        new FeedSettings(
            URI.create("wss://streams"),
            "BINANCE",
            books,
            klines,
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            Duration.ofHours(23),
            Duration.ofSeconds(10),
            Duration.ofMinutes(10));
    SymbolReader symbols = new SymbolReader("BINANCE", Rate.of("0.001"), Rate.of("0.001"));
    Publications publications = new Publications(rest);
    RuleBook rules = new RuleBook(publications, symbols, List.of());
    feed =
        new MarketFeed(new AccountId("main"), settings, rules, sink, publications, sockets, worker);
  }

  /** Follows BTCUSDT over an open connection that brings everything; what came so far is taken. */
  FeedBench following() {
    feed.subscribe(BTCUSDT);
    worker.passes(MOMENT);
    sockets.last().opens();
    worker.passes(MOMENT);
    sockets.last().grants();
    sink.take();
    return this;
  }

  static void trade(FakeSockets.Line line, long id, String price) {
    line.says(
        "btcusdt@trade",
        "{\"e\":\"trade\",\"E\":1700000000000001,\"s\":\"BTCUSDT\",\"t\":"
            + id
            + ",\"p\":\""
            + price
            + "\",\"q\":\"0.00200000\",\"T\":1700000000000000,\"m\":true,\"M\":true}");
  }

  static void trade(FakeSockets.Line line, String symbol, long id) {
    line.says(
        symbol.toLowerCase(Locale.ROOT) + "@trade",
        "{\"e\":\"trade\",\"t\":%d,\"p\":\"100.00\",\"q\":\"0.002\",\"T\":1700000000000000,\"m\":true}"
            .formatted(id));
  }

  static void difference(FakeSockets.Line line, long first, long last) {
    difference(line, "BTCUSDT", first, last);
  }

  static void difference(FakeSockets.Line line, String symbol, long first, long last) {
    line.says(
        symbol.toLowerCase(Locale.ROOT) + "@depth@100ms",
        "{\"e\":\"depthUpdate\",\"E\":1700000000000000,\"s\":\""
            + symbol
            + "\",\"U\":"
            + first
            + ",\"u\":"
            + last
            + ",\"b\":[[\"99.00000000\",\"1.00000000\"]],\"a\":[]}");
  }

  static void quote(FakeSockets.Line line, long update, String bid, String ask) {
    line.says(
        "btcusdt@bookTicker",
        "{\"u\":%d,\"s\":\"BTCUSDT\",\"b\":\"%s\",\"B\":\"1\",\"a\":\"%s\",\"A\":\"1\"}"
            .formatted(update, bid, ask));
  }

  void passes(Duration time) {
    worker.passes(time);
  }

  /** What came of instruments, in a word each. */
  List<String> came() {
    return sink.take().stream()
        .filter(each -> !(each instanceof ServiceChanged))
        .map(FeedBench::word)
        .toList();
  }

  /** What came of services, in a few words each. */
  List<String> services() {
    return sink.take().stream()
        .filter(ServiceChanged.class::isInstance)
        .map(ServiceChanged.class::cast)
        .map(each -> each.service() + (each.works() ? " works" : " stopped: " + each.detail()))
        .toList();
  }

  private static String word(VenueEvent event) {
    if (event instanceof Trade trade) {
      return "trade " + trade.venueTradeId();
    } else if (event instanceof Quote quote) {
      return "quote " + quote.bid() + " " + quote.ask();
    } else if (event instanceof DataGap gap) {
      return "gap of " + gap.lost();
    } else if (event instanceof FullBook book) {
      return "book " + book.lastUpdateId();
    } else if (event instanceof BookDifference difference) {
      return "difference " + difference.firstUpdateId() + " " + difference.lastUpdateId();
    } else if (event instanceof InstrumentListed listed) {
      return "listed " + listed.instrument().id() + " " + listed.instrument().version();
    }
    return event.toString();
  }
}
