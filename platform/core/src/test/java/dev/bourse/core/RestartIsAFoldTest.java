package dev.bourse.core;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTC;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.SECOND;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.book.BookView;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.BookLevels;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.event.Trade;
import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.indicator.Ema;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Side;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.trace.Turn;
import dev.bourse.core.codec.TurnCodec;
import dev.bourse.core.settings.CommandTimeouts;
import dev.bourse.core.settings.History;
import dev.bourse.core.settings.Purge;
import dev.bourse.core.settings.TraderSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/**
 * A restart at any turn, from a snapshot at any earlier turn, gives the same state and the same
 * next decisions.
 */
class RestartIsAFoldTest {
  private static final int TURNS = 250;
  private static final TraderSettings SETTINGS =
      Fixture.settings(List.of())
          .withHistory(new History(true, 20 * SECOND))
          .withTimeouts(new CommandTimeouts(10 * SECOND, 5 * SECOND, 2, true))
          .withPurge(new Purge(60 * SECOND, 90 * SECOND, 120 * SECOND));

  /** Trades on everything it can see, so that any difference in state shows in its orders. */
  private static final class Busy implements Strategy {
    private final Ema fast;
    private final Ema slow;

    Busy(StrategyContext context) {
      fast = context.keep("fast", new Ema(2));
      slow = context.keep("slow", new Ema(4));
    }

    @Override
    public void onBar(Bar bar, Orders orders) {
      fast.add(bar.closeAsDouble());
      slow.add(bar.closeAsDouble());
      if (slow.ready() && fast.value() > slow.value() && orders.isFlat()) {
        orders.buyMarket(BTCUSD.quantity("0.5"));
      } else if (slow.ready() && fast.value() < slow.value() && orders.isLong()) {
        orders.close();
      }
    }

    @Override
    public void onTrade(Trade trade, Orders orders) {
      if (trade.priceRaw() % 7 == 0 && orders.live().size() < 3) {
        orders.buyLimit(BTCUSD.quantity("0.1"), BTCUSD.price(trade.priceRaw() - 100));
        orders.setTimer("later", orders.time() + 3 * SECOND);
      } else if (trade.priceRaw() % 5 == 0) {
        orders.buyMarketFor(Money.of("33.33", USD));
      } else if (trade.priceRaw() % 11 == 0) {
        orders.cancelAll();
      }
    }

    @Override
    public void onBook(BookView book, Orders orders) {
      if (!book.isKnown()) {
        orders.cancelAll();
      } else if (book.levels(Side.BUY) % 3 == 1 && orders.live().size() < 3) {
        orders.buyLimit(BTCUSD.quantity("0.1"), book.price(Side.BUY, 0));
      }
    }

    @Override
    public void onTimer(String name, Orders orders) {
      orders.sellLimit(BTCUSD.quantity("0.1"), BTCUSD.price("101.00"));
    }

    @Override
    public void onOrder(OrderOutcome outcome, Orders orders) {
      if (outcome instanceof OrderOutcome.Rejected) {
        orders.cancelAll();
      }
    }
  }

  /** Makes inputs from the state and a seed: the same for equal cores. */
  private static final class World {
    private final Random random;
    private final Fixture trader;
    private long price = 10_000;
    private long update;

    World(long seed, Fixture trader) {
      this.random = new Random(seed);
      this.trader = trader;
    }

    void step() {
      long time = trader.now() + random.nextInt(20) * SECOND;
      for (TimerEvent due = trader.core().due(time); due != null; due = trader.core().due(time)) {
        trader.at(Math.max(trader.core().time(), due.deadline()), due);
      }
      trader.now(Math.max(time, trader.core().time()));
      List<Order> live = trader.core().state().ledger().live();
      if (live.isEmpty() || random.nextInt(3) == 0) {
        if (random.nextInt(3) == 0) {
          book();
        } else {
          trade();
        }
      } else {
        answer(live.get(random.nextInt(live.size())));
      }
    }

    private void trade() {
      price = Math.max(5_000, price + random.nextInt(101) - 50);
      trader.on(
          new Trade(
              BTCUSD,
              trader.now(),
              price,
              1 + random.nextInt(20_000),
              AggressorSide.UNKNOWN,
              null));
    }

    /** Mostly the next difference, sometimes one after a hole, a full book or a loss. */
    private void book() {
      long first = ++update;
      int kind = random.nextInt(12);
      if (kind == 0) {
        trader.on(new DataGap(BTCUSD, trader.now(), 0, "lost"));
      } else if (kind < 4) {
        trader.on(new FullBook(BTCUSD, trader.now(), first, levels(-10), levels(1)));
      } else {
        update += kind == 4 ? 2 : 0;
        trader.on(new BookDifference(BTCUSD, trader.now(), update, update, levels(-10), levels(1)));
      }
    }

    private BookLevels levels(int from) {
      long[] pairs = new long[2 * (1 + random.nextInt(3))];
      for (int i = 0; i < pairs.length; i += 2) {
        pairs[i] = 10_000L + 10L * from + i * 5L + random.nextInt(5);
        pairs[i + 1] = random.nextInt(3) * 1_000L;
      }
      return BookLevels.of(pairs, pairs.length / 2);
    }

    private void answer(Order order) {
      switch (random.nextInt(10)) {
        case 0 -> trader.sent(order.id());
        case 1, 2 -> trader.accept(order.id());
        case 3 -> fill(order);
        case 4 -> trader.on(new OrderReport.AnswerLost(ACCOUNT, order.id(), "lost", 0));
        case 5 -> trader.on(new OrderReport.Canceled(ACCOUNT, order.id(), "gone", 0));
        case 6 ->
            trader.on(new OrderReport.Rejected(ACCOUNT, order.id(), "no", random.nextBoolean(), 0));
        case 7 ->
            trader.on(
                new OrderReport.Denied(ACCOUNT, order.id(), "never left", random.nextBoolean(), 0));
        case 8 -> {
          boolean spent = order.unusedAmount() != null && order.filled().isPositive();
          trader.on(
              new OrderReport.Status(
                  ACCOUNT,
                  order.id(),
                  "v",
                  spent ? OrderStatus.FILLED : OrderStatus.ACCEPTED,
                  order.filled(),
                  order.filledNotional(),
                  "",
                  0));
        }
        default -> control();
      }
    }

    private void fill(Order order) {
      if (order.unfilled().isPositive()) {
        boolean inBase = random.nextBoolean() && order.spec().side().sign() > 0;
        Money fee = inBase ? Money.of("0.0001", BTC) : Money.of("0.01", USD);
        long half = Math.max(1, order.unfilled().raw() / 2);
        String quantity = BTCUSD.quantity(half).toString();
        trader.fill(order.id(), quantity, BTCUSD.price(price).toString(), fee);
      }
    }

    private void control() {
      switch (random.nextInt(6)) {
        case 0 -> trader.on(new ControlEvent.Pause("op"));
        case 1 -> trader.on(new ControlEvent.Flatten("op"));
        case 2 -> trader.on(new ControlEvent.CancelAll("op"));
        default -> trader.on(new ControlEvent.Resume("op"));
      }
    }
  }

  private static Fixture begin(Capabilities venue) {
    Fixture trader = new Fixture(new TraderCore(SETTINGS));
    trader.running(new Strategy() {});
    trader.core().bindAccount(ACCOUNT, venue);
    trader.core().bind(Fixture.bound("v1"), Busy::new);
    return trader;
  }

  @Property(tries = 150)
  @Tag("K11")
  @Tag("P16")
  void anyCutGivesTheSameStateAndTheSameDecisions(
      @ForAll long seed,
      @ForAll @IntRange(min = 10, max = TURNS) int cut,
      @ForAll @IntRange(max = 9) int age) {
    Capabilities venue = AmountOrderTest.venue(seed % 2 == 0);
    Fixture trader = begin(venue);
    World world = new World(seed, trader);
    Snapshot snapshot = trader.core().save();
    List<JournalEntry> journal = new ArrayList<>();
    TurnCodec codec = new TurnCodec(trader.core().instruments());
    int snapshotAt = cut * age / 10;
    for (int i = 0; i < cut; i++) {
      int from = trader.turns().size();
      world.step();
      trader.turns().subList(from, trader.turns().size()).stream()
          .map(turn -> codec.encode(turn.sequence(), turn.time(), turn.event(), turn.results()))
          .forEach(journal::add);
      if (i == snapshotAt) {
        snapshot = trader.core().save();
        journal.clear();
      }
    }

    TraderCore restored = TraderCore.restore(SETTINGS, snapshot);
    restored.bind(Fixture.bound("v1"), Busy::new);
    Fixture after = new Fixture(restored);
    restored.bindAccount(ACCOUNT, venue);
    TurnCodec reader = new TurnCodec(restored.instruments());
    List<String> differences = new ArrayList<>();
    journal.forEach(entry -> differences.addAll(restored.replay(reader.decode(entry))));

    assertThat(differences).isEmpty();
    assertThat(restored.stateHash()).isEqualTo(trader.core().stateHash());
    assertThat(next(after, trader.now(), seed)).isEqualTo(next(trader, trader.now(), seed));
  }

  private static List<Turn> next(Fixture trader, long now, long seed) {
    trader.now(now);
    int from = trader.turns().size();
    World world = new World(seed + 1, trader);
    for (int i = 0; i < 40; i++) {
      world.step();
    }
    return List.copyOf(trader.turns().subList(from, trader.turns().size()));
  }
}
