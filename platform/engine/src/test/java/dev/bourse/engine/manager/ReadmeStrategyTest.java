package dev.bourse.engine.manager;

import static dev.bourse.engine.Eventually.waitUntil;
import static dev.bourse.engine.manager.ManagerBench.plugin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.engine.Market;
import dev.bourse.engine.ScriptedVenue;
import dev.bourse.engine.plugin.PluginKind;
import dev.bourse.strategy.emacross.EmaCross;
import dev.bourse.testkit.scripted.ScriptedAnswer;
import dev.bourse.testkit.scripted.ScriptedExchange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The README's strategy on two instruments through the whole live engine, at a venue that fills in
 * parts, takes fees in base, and withholds, loses, repeats and reorders its answers as a seed says.
 * What is judged is the truth at the venue at the moment when an order arrives there.
 */
@Timeout(300)
@Tag("B1")
class ReadmeStrategyTest {
  private static final List<Instrument> INSTRUMENTS = List.of(Market.BTC, Market.ETH);
  private static final int STEPS = 200;

  @TempDir private Path folder;
  private final List<Order> placed = new CopyOnWriteArrayList<>();
  private final List<String> offences = new CopyOnWriteArrayList<>();
  private final ScriptedVenue venue = new ScriptedVenue(this::witness);
  private Random answers = new Random();
  private long minute = TimeUnit.NANOSECONDS.toMinutes(System.currentTimeMillis() * 1_000_000L);
  private long events;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void neverASecondOrderInFlightAndNeverAnOversell(long seed) {
    Random random = new Random(seed);
    answers = new Random(seed + 1_000);
    try (ManagerBench bench = new ManagerBench(folder, venue)) {
      run(bench);
      venue.exchange().chargeBase();

      for (int step = 0; step < STEPS; step++) {
        disturb(random);
        trade(bench, random);
      }
      TraderSnapshot after = settle(bench);

      assertThat(offences).isEmpty();
      assertThat(placed).hasSizeGreaterThan(20);
      assertThat(after.liveOrders()).isEmpty();
      assertThat(after.accounts().get(0).balances()).containsExactlyInAnyOrderElementsOf(truth());
      assertThat(after.positions()).allSatisfy(this::isTrue);
    }
  }

  private static void run(ManagerBench bench) {
    bench.manager.add(plugin(PluginKind.STRATEGY, "emacross", new EmaCross()));
    bench.configureTrader("demo", "main");
    bench.configureStrategy(
        "demo",
        "ema",
        "type",
        "emacross",
        "instruments",
        "BTCUSD.TEST,ETHUSD.TEST",
        "bar",
        "1m",
        "fast",
        "1",
        "slow",
        "2",
        "quantity",
        "0.1");
    bench.await("demo", TraderStatus.RUNNING);
  }

  /** On the engine's thread, before the venue takes the command. */
  private void witness(ExchangeCommand command, ScriptedExchange exchange) {
    if (command instanceof ExchangeCommand.Submit) {
      exchange.settle();
      judge(command.order(), exchange);
      placed.add(command.order());
      exchange.answer(next(command.order().spec()));
    }
  }

  private void judge(Order order, ScriptedExchange exchange) {
    Instrument instrument = order.spec().instrument();
    Quantity selling = Quantity.zero(instrument.quantityDecimals());
    for (Order each : placed) {
      Order truth = exchange.order(each.id()).orElse(each);
      boolean rival = truth.isLive() && each.spec().instrument().equals(instrument);
      if (rival && each.spec().side() == order.spec().side()) {
        offences.add(order.id() + " was sent while " + truth + " was in flight");
      }
      if (rival && order.entry()) {
        offences.add(order.id() + " enters while " + truth + " was in flight");
      }
      selling = rival && each.spec().side() == Side.SELL ? selling.plus(truth.unfilled()) : selling;
    }
    double has = exchange.balance(instrument.base()).toDouble();
    double sells = selling.plus(order.spec().quantity()).toDouble();
    if (order.spec().side() == Side.SELL && sells > has) {
      offences.add(order.id() + " sells " + sells + " of " + has);
    }
  }

  private ScriptedAnswer next(OrderSpec spec) {
    String part = new Quantity(spec.quantity().raw() / 3, spec.quantity().decimals()).toString();
    return switch (answers.nextInt(10)) {
      case 0 -> ScriptedAnswer.accept();
      case 1 -> ScriptedAnswer.fill("100.00").withheld();
      case 2 -> ScriptedAnswer.fill("100.01").lost();
      case 3 -> ScriptedAnswer.fill("99.99").twice();
      case 4 -> ScriptedAnswer.accept().thenFill("100.00", "").reversed();
      case 5 -> ScriptedAnswer.accept().thenFill("100.00", part);
      case 6 -> ScriptedAnswer.accept().thenFill("100.00", part).lost();
      case 7 -> ScriptedAnswer.reject("NO: not today");
      default -> ScriptedAnswer.fill("100.00");
    };
  }

  private void disturb(Random random) {
    ScriptedExchange exchange = venue.exchange();
    int what = random.nextInt(12);
    if (what < 3) {
      exchange.release();
    } else if (what < 5) {
      working().forEach(order -> exchange.fill(order.id(), "100.02", ""));
    } else if (what == 5) {
      working().forEach(order -> exchange.fillSilently(order.id(), "100.03", ""));
    } else if (what == 6) {
      exchange.connected(false);
      exchange.connected(true);
    }
  }

  private List<Order> working() {
    List<Order> working = new ArrayList<>();
    for (Order each : placed) {
      venue.exchange().order(each.id()).filter(Order::isLive).ifPresent(working::add);
    }
    return working;
  }

  /** A trade of the next minute on each instrument, which ends the bar before. */
  private void trade(ManagerBench bench, Random random) {
    minute++;
    for (Instrument instrument : INSTRUMENTS) {
      int price = 9_000 + random.nextInt(2_000);
      venue.exchange().market(Market.trade(instrument, TimeUnit.MINUTES.toNanos(minute), price));
      events++;
    }
    waitUntil("all data is seen", () -> seen(bench) == events);
  }

  private static long seen(ManagerBench bench) {
    return bench.trader("demo").snapshot().feeds().stream()
        .mapToLong(TraderSnapshot.FeedView::events)
        .sum();
  }

  /** Everything is filled and told, also what was on its way, so that nothing is left to doubt. */
  private TraderSnapshot settle(ManagerBench bench) {
    venue.exchange().connected(false);
    venue.exchange().connected(true);
    waitUntil(
        () -> "everything is certain, now " + describe(bench),
        () -> {
          venue.exchange().release();
          working().forEach(order -> venue.exchange().fill(order.id(), "100.00", ""));
          return isCertain(bench, truth());
        });
    return bench.trader("demo").snapshot();
  }

  private static boolean isCertain(ManagerBench bench, List<Balance> truth) {
    TraderSnapshot view = bench.trader("demo").snapshot();
    return view.status() == TraderStatus.RUNNING
        && view.liveOrders().isEmpty()
        && view.accounts().get(0).balances().containsAll(truth);
  }

  private String describe(ManagerBench bench) {
    TraderSnapshot view = bench.trader("demo").snapshot();
    return view.status()
        + " "
        + view.liveOrders()
        + " "
        + view.accounts().get(0).balances()
        + " of "
        + truth();
  }

  private List<Balance> truth() {
    List<Balance> truth = new ArrayList<>();
    truth.add(balance(Market.BTC.quote()));
    INSTRUMENTS.forEach(each -> truth.add(balance(each.base())));
    return truth;
  }

  private Balance balance(Currency currency) {
    return new Balance(venue.exchange().balance(currency), currency.zero());
  }

  private void isTrue(Position position) {
    assertThat(position.quantity().toDouble())
        .isEqualTo(venue.exchange().balance(position.instrument().base()).toDouble());
  }
}
