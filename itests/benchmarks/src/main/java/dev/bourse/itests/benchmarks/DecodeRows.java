package dev.bourse.itests.benchmarks;

import dev.bourse.api.event.Quote;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.EventSink;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Rate;
import dev.bourse.exchange.binance.market.FeedSettings;
import dev.bourse.exchange.binance.market.MarketFeed;
import dev.bourse.exchange.binance.net.Socket;
import dev.bourse.exchange.binance.net.SocketListener;
import dev.bourse.exchange.binance.net.Worker;
import dev.bourse.exchange.binance.rest.Publications;
import dev.bourse.exchange.binance.rest.SymbolReader;
import dev.bourse.exchange.binance.rules.RuleBook;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What it costs to make an event of a message of Binance, from the text to the event's sink. */
final class DecodeRows {
  private static final int MESSAGES = 500_000;
  private static final int KINDS = 1_000;
  private static final int WARM = 5;
  private static final int ROUNDS = 7;

  private static final String SYMBOL =
      "{\"symbols\":[{\"symbol\":\"BTCUSDT\",\"status\":\"TRADING\",\"baseAsset\":\"BTC\","
          + "\"baseAssetPrecision\":8,\"quoteAsset\":\"USDT\",\"quoteAssetPrecision\":8,\"filters\":["
          + "{\"filterType\":\"PRICE_FILTER\",\"tickSize\":\"0.01\"},"
          + "{\"filterType\":\"LOT_SIZE\",\"minQty\":\"0.00001\",\"maxQty\":\"9000\",\"stepSize\":\"0.00001\"}]}]}";

  /** Does at once what is to be done soon, and nothing that is to be done later. */
  private static final class AtOnce implements Worker {
    @Override
    public long now() {
      return Quotes.START;
    }

    @Override
    public void soon(Runnable work) {
      work.run();
    }

    @Override
    public void later(Duration delay, Runnable work) {}

    @Override
    public void end() {}
  }

  /** Counts quotes. */
  private static final class Counting implements EventSink {
    private long count;
    private long sum;

    @Override
    public boolean accept(VenueEvent event) {
      if (event instanceof Quote quote) {
        count++;
        sum += quote.bidRaw();
      }
      return true;
    }
  }

  private static final class Deaf implements Socket {
    @Override
    public void send(String text) {}

    @Override
    public void drop() {}
  }

  /** All rows. */
  List<Row> measure() {
    double[] nanos = new double[ROUNDS];
    double[] bytes = new double[ROUNDS];
    for (int round = -WARM; round < ROUNDS; round++) {
      Counting sink = new Counting();
      SocketListener line = line(sink);
      List<String> messages = messages(round + WARM);
      Stopwatch.Use use = Stopwatch.measure(() -> tell(line, messages));
      if (sink.count != MESSAGES || sink.sum == 0) {
        throw new IllegalStateException(sink.count + " quotes of " + MESSAGES + " messages");
      }
      if (round >= 0) {
        nanos[round] = (double) use.nanos() / MESSAGES;
        bytes[round] = (double) use.bytes() / MESSAGES;
      }
    }
    return List.of(
        Row.atMost(
            "decode of a book ticker message of Binance to an event",
            600,
            Stopwatch.median(nanos),
            "ns",
            String.format(Locale.ROOT, "%.0f B, the event included", Stopwatch.median(bytes))));
  }

  private static void tell(SocketListener line, List<String> messages) {
    for (String each : messages) {
      line.text(each);
    }
  }

  /** A feed of BTCUSDT over a connection that is open. */
  private static SocketListener line(Counting sink) {
    List<SocketListener> opened = new ArrayList<>();
    FeedSettings settings =
        new FeedSettings(
            URI.create("wss://streams"),
            "BINANCE",
            false,
            false,
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            Duration.ofHours(23),
            Duration.ofSeconds(10),
            Duration.ofMinutes(10));
    SymbolReader symbols = new SymbolReader("BINANCE", Rate.ZERO, Rate.ZERO);
    Publications publications = new Publications(path -> SYMBOL);
    MarketFeed feed =
        new MarketFeed(
            new AccountId("main"),
            settings,
            new RuleBook(publications, symbols, List.of()),
            sink,
            publications,
            (address, listener) -> opened.add(listener),
            new AtOnce());
    feed.subscribe(InstrumentId.of("BTCUSDT.BINANCE"));
    opened.get(0).opened(new Deaf());
    return opened.get(0);
  }

  /** Texts made before the clock starts; each round's numbers rise above those of the last. */
  private static List<String> messages(int round) {
    List<String> messages = new ArrayList<>(MESSAGES);
    for (int i = 0; i < MESSAGES; i++) {
      int kind = i % KINDS;
      messages.add(
          "{\"stream\":\"btcusdt@bookTicker\",\"data\":{\"u\":"
              + (40_000_000_000L + (long) round * MESSAGES + i)
              + ",\"s\":\"BTCUSDT\",\"b\":\"60"
              + (100 + kind % 900)
              + ".12000000\",\"B\":\"1.23456000\",\"a\":\"61000.13000000\",\"A\":\"0.50000000\"}}");
    }
    return messages;
  }
}
