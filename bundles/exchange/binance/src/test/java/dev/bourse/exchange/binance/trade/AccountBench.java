package dev.bourse.exchange.binance.trade;

import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import dev.bourse.exchange.binance.call.Credentials;
import dev.bourse.exchange.binance.call.Limits;
import dev.bourse.exchange.binance.call.VenueClock;
import dev.bourse.exchange.binance.call.Weights;
import dev.bourse.exchange.binance.key.ApiKey;
import dev.bourse.exchange.binance.net.FakeWorker;
import dev.bourse.exchange.binance.net.Socket;
import dev.bourse.exchange.binance.net.SocketListener;
import dev.bourse.exchange.binance.net.Sockets;
import dev.bourse.exchange.binance.rest.HttpRest;
import dev.bourse.exchange.binance.rest.Publications;
import dev.bourse.exchange.binance.rest.RestException;
import dev.bourse.exchange.binance.rest.SymbolReader;
import dev.bourse.exchange.binance.rules.RuleBook;
import dev.bourse.testkit.Instruments;
import dev.bourse.testkit.RecordingSink;
import dev.bourse.testkit.TestOrders;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An account at a venue whose answers and clock a test holds, without a network. */
final class AccountBench implements Sockets {
  private static final String DONE = "\"status\":200,\"result\":";

  final FakeWorker worker = new FakeWorker();

  /** Asks questions. */
  final FakeWorker asking = new FakeWorker();

  final RecordingSink sink = new RecordingSink();
  final Limits limits;
  final RuleBook rules;
  final BinanceAccount account;

  /** The methods that were called. */
  final List<String> called = new ArrayList<>();

  /** What was sent, word by word. */
  final List<String> sent = new ArrayList<>();

  /** How many connections were asked for. */
  int opened;

  /** Whether no connection opens. */
  boolean away;

  /** Whether no connection can even be asked for. */
  boolean breaks;

  /** The connection that was asked for last, as the network sees it. */
  @Nullable SocketListener line;

  /** What the venue tells everybody, by path. */
  final Map<String, String> published = new TreeMap<>();

  private final Map<String, String> answers = new TreeMap<>();

  AccountBench() {
    VenueClock clock = new VenueClock(worker::now);
    limits = new Limits(new Weights(clock));
    done("time", "{\"serverTime\":" + worker.now() / 1_000 + "}");
    done("userDataStream.subscribe.signature", "{\"subscriptionId\":0}");
    done("account.status", "{\"canTrade\":true,\"balances\":[]}");
    done("order.test", "{}");
    done("openOrders.status", "[]");
    rules =
        new RuleBook(
            new Publications(this::published),
            new SymbolReader("BINANCE", Rate.of("0.001"), Rate.of("0.001")),
            List.of());
    account =
        new BinanceAccount(
            new BinanceAccount.Parts(
                new AccountId("demo"),
                settings(),
                new Credentials(ApiKey.of("abc", "def", ""), clock, 5000),
                limits,
                rules,
                new Prices(sink, worker::now),
                List::of),
            sink,
            new HttpRest(URI.create("http://127.0.0.1:1"), Duration.ofSeconds(1)),
            this,
            worker,
            asking);
  }

  private String published(String path) throws RestException {
    String answer = published.get(path.replaceAll("\\?.*", ""));
    if (answer == null) {
      throw new RestException("the venue is away", 0, true, Duration.ZERO);
    }
    called.add(path.replaceAll("\\?.*", ""));
    return answer;
  }

  static TradeSettings settings() {
    return new TradeSettings(
        URI.create("wss://api"),
        Duration.ofSeconds(30),
        Duration.ofSeconds(10),
        Duration.ofSeconds(1),
        Duration.ofHours(1),
        Duration.ofSeconds(10),
        Duration.ofHours(23),
        Duration.ofSeconds(10),
        Duration.ofSeconds(5),
        false,
        false);
  }

  @Override
  public void open(URI address, SocketListener listener) {
    opened++;
    if (breaks) {
      throw new IllegalStateException("too many open files");
    }
    line = listener;
    if (away) {
      listener.ended("nothing answers");
      return;
    }
    listener.opened(
        new Socket() {
          @Override
          public void send(String text) {
            String method = text.replaceAll("^.*\"method\":\"([^\"]+)\".*$", "$1");
            called.add(method);
            sent.add(text);
            String id = text.replaceAll("^\\{\"id\":(\\d+),.*$", "$1");
            listener.text("{\"id\":" + id + "," + answers.get(method) + "}");
          }

          @Override
          public void drop() {}
        });
  }

  /** The newest connection ends. */
  void drop() {
    if (line != null) {
      line.ended("the line was cut");
    }
  }

  /** What a method is answered with from now on. */
  void done(String method, String result) {
    answers.put(method, DONE + result);
  }

  /** The error that a method is answered with from now on. */
  void refuses(String method, int status, String error) {
    answers.put(method, "\"status\":" + status + ",\"error\":" + error);
  }

  /** Every method is answered with a ban for so long from now on. */
  void bans(Duration time) {
    long now = worker.now() / 1_000;
    String data =
        "{\"serverTime\":" + now + ",\"retryAfter\":" + (now + time.toNanos() / 1_000) + "}";
    answers
        .keySet()
        .forEach(
            each ->
                refuses(each, 418, "{\"code\":-1003,\"msg\":\"banned\",\"data\":" + data + "}"));
  }

  /** Connects; what was told and called so far is forgotten. */
  AccountBench connected() {
    account.start();
    worker.passes(Duration.ofSeconds(1));
    sink.take();
    called.clear();
    return this;
  }

  /** An order that rests at the venue under the number 7. */
  static Order resting(String id) {
    return TestOrders.order(
            id, OrderSpec.limit(Instruments.BTCUSD, Side.BUY, Quantity.of("1"), Price.of("90.00")))
        .with(OrderStatus.ACCEPTED, "", 0)
        .withVenueOrderId("7");
  }

  /** What is told about a command. */
  List<VenueEvent> told(ExchangeCommand command) {
    sink.take();
    account.execute(command);
    return sink.take();
  }
}
