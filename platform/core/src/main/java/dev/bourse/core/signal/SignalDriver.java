package dev.bourse.core.signal;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.BarPrice;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.Signal;
import dev.bourse.api.model.SignalReason;
import dev.bourse.api.model.SignalState;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.SignalStrategy;
import dev.bourse.api.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs the signals of one strategy on one instrument, as an event strategy: it asks, places the
 * entry, watches, and sells. All it knows is in its {@link SignalBook}.
 *
 * <p>Exits are held here, by the platform: nothing rests at the venue, so they work only while this
 * process does. They work also while strategies are not asked, as a held stop does: whoever drives
 * it then calls {@code guard} instead, which asks the strategy nothing and never enters.
 */
public final class SignalDriver implements Strategy {
  /** The name of its timer: the next time at which the clock alone may move the signal. */
  public static final String TIMER = "signal";

  private final StrategyId id;
  private final SignalStrategy strategy;
  private final BarInterval judged;
  private final SignalBook book;
  private final SignalMoves moves;

  /**
   * The bar that signals are asked for and judged by: the first that the strategy's file names.
   * Throws {@link IllegalArgumentException} if it is not a time bar of trades.
   */
  public static BarInterval judgedBy(StrategyId id, List<BarInterval> bars) {
    if (bars.isEmpty() || !bars.get(0).isTime() || bars.get(0).price() != BarPrice.TRADE) {
      throw new IllegalArgumentException(
          "signal strategy "
              + id
              + " needs a bar of time first, like bar=1m: its signals are asked for and judged when"
              + " one closes");
    }
    return bars.get(0);
  }

  /** A driver of a strategy's signals, which are judged by bars of one length. */
  public SignalDriver(StrategyId id, SignalStrategy strategy, BarInterval judged) {
    this.id = id;
    this.judged = judged;
    this.strategy = strategy;
    this.book = new SignalBook(strategy.interval(), strategy.rules());
    this.moves = new SignalMoves(id, book);
  }

  /** What must survive. */
  public SignalBook book() {
    return book;
  }

  @Override
  public void onStart(Orders orders) {
    SignalOrders desk = (SignalOrders) orders;
    look(desk);
    if (book.live() == null && desk.isLong()) {
      desk.warn(
          "strategy "
              + id
              + " holds "
              + desk.position().quantity()
              + " of "
              + desk.instrument().id()
              + " without a signal: nothing watches it, and no signal is asked for until it is"
              + " closed, for example by trader:flatten");
    }
  }

  @Override
  public void onHistory(Bar bar) {
    strategy.onBar(bar);
    if (bar.interval().equals(judged)) {
      book.add(bar);
    }
  }

  @Override
  public void onBar(Bar bar, Orders orders) {
    SignalOrders desk = (SignalOrders) orders;
    strategy.onBar(bar);
    if (!bar.interval().equals(judged)) {
      return;
    }
    book.add(bar);
    look(desk);
    LiveSignal live = book.live();
    if (live == null) {
      ask(bar, desk);
    } else if (live.state() == SignalState.SCHEDULED) {
      scheduled(live, desk);
    } else {
      touched(live, bar, desk);
    }
  }

  private void touched(LiveSignal live, Bar bar, SignalOrders desk) {
    boolean profit = bar.eventTime() - bar.interval().nanos() >= live.openedAt();
    touched(live, bar.low(), bar.high(), profit, desk);
  }

  /** Watches the exits of what is held, by a bar that closed. */
  public void guard(Bar bar, SignalOrders desk) {
    LiveSignal live = bar.interval().equals(judged) ? guarded(desk) : null;
    if (live != null) {
      touched(live, bar, desk);
    }
  }

  /** Watches the exits of what is held, by a trade. */
  public void guard(Trade trade, SignalOrders desk) {
    if (guarded(desk) != null) {
      onTrade(trade, desk);
    }
  }

  /** The signal that entered and is not over, brought up to now; null for none. */
  private @Nullable LiveSignal guarded(SignalOrders desk) {
    if (entered() != null && desk.isDue(TIMER)) {
      onTimer(TIMER, desk);
    } else {
      look(desk);
    }
    return entered();
  }

  private @Nullable LiveSignal entered() {
    LiveSignal live = book.live();
    return live == null || live.state() == SignalState.SCHEDULED ? null : live;
  }

  @Override
  public void onTrade(Trade trade, Orders orders) {
    LiveSignal live = book.live();
    if (live != null && live.state() != SignalState.SCHEDULED) {
      Price price = trade.price();
      touched(live, price, price, true, (SignalOrders) orders);
    }
  }

  @Override
  public void onFill(Fill fill, Orders orders) {
    SignalOrders desk = (SignalOrders) orders;
    LiveSignal live = book.live();
    if (live == null) {
      look(desk);
    } else if (live.state() == SignalState.CLOSING && fill.side() == Side.BUY) {
      moves.on(SignalEvent.BOUGHT, live.reason(), live.detail(), desk);
    }
  }

  @Override
  public void onOrder(OrderOutcome outcome, Orders orders) {
    SignalOrders desk = (SignalOrders) orders;
    LiveSignal live = book.live();
    if (live == null) {
      return;
    }
    if (live.state() == SignalState.OPENING && outcome.orderId().equals(live.entry())) {
      moves.entry(live, outcome, desk);
    } else {
      look(desk);
    }
  }

  @Override
  public void onTimer(String name, Orders orders) {
    SignalOrders desk = (SignalOrders) orders;
    look(desk);
    LiveSignal live = book.live();
    if (live == null) {
      return;
    }
    SignalEvent event = SignalTriggers.time(live, desk.time());
    if (event != null) {
      moves.on(event, reason(event), times(live, desk), desk);
    } else if (live.state() == SignalState.CLOSING) {
      moves.on(SignalEvent.AGAIN, live.reason(), live.detail(), desk);
    }
  }

  /** Somebody asks for the end of a signal; false if it is none of this driver's, or over. */
  public boolean close(String signal, String by, SignalOrders orders) {
    LiveSignal live = book.live();
    if (live == null || !live.id().equals(signal)) {
      return false;
    }
    look(orders);
    moves.on(SignalEvent.CLOSE_ASKED, SignalReason.USER, "by=" + by, orders);
    return true;
  }

  /** Compares with the books: fills, ends and sales, whoever caused them. */
  private void look(SignalOrders orders) {
    LiveSignal newest = book.newest();
    if (newest != null) {
      moves.look(newest, orders);
    }
  }

  private void scheduled(LiveSignal live, SignalOrders orders) {
    Price price = book.price();
    SignalEvent event = SignalTriggers.waiting(live, orders.time(), price);
    if (event == SignalEvent.TIMED_OUT) {
      moves.on(event, SignalReason.TIMEOUT, times(live, orders), orders);
    } else if (event != null) {
      moves.on(event, reason(event), "price=" + price + " " + live.signal(), orders);
    }
  }

  private void touched(
      LiveSignal live, Price low, Price high, boolean profit, SignalOrders orders) {
    SignalEvent event = SignalTriggers.touched(live, orders.time(), low, high, profit);
    if (event == SignalEvent.STOP_TOUCHED) {
      String numbers = "low=" + low + " stop_loss=" + live.signal().stopLoss();
      moves.on(event, SignalReason.STOP_LOSS, numbers, orders);
    } else if (event == SignalEvent.TAKE_TOUCHED) {
      String numbers = "high=" + high + " take_profit=" + live.signal().takeProfit();
      moves.on(event, SignalReason.TAKE_PROFIT, numbers, orders);
    } else if (event != null) {
      moves.on(event, reason(event), times(live, orders), orders);
    }
  }

  private static SignalReason reason(SignalEvent event) {
    return switch (event) {
      case ENTER -> SignalReason.PRICE_REACHED;
      case PRICE_REJECTED -> SignalReason.PRICE_REJECT;
      case EXPIRED -> SignalReason.TIME_EXPIRED;
      case TIMED_OUT -> SignalReason.TIMEOUT;
      default -> throw new IllegalArgumentException(event + " is not an event of time or price");
    };
  }

  private static String times(LiveSignal live, SignalOrders orders) {
    long since = live.state() == SignalState.ACTIVE ? live.openedAt() : live.givenAt();
    return "after=" + (orders.time() - since) / 60_000_000_000L + "m";
  }

  private void ask(Bar bar, SignalOrders orders) {
    Price price = book.price();
    if (price == null || !orders.isFlat() || !book.takeInterval(orders.time())) {
      return;
    }
    strategy
        .signal(Asking.of(bar, price, orders))
        .ifPresent(signal -> given(signal, price, orders));
  }

  private void given(Signal signal, Price price, SignalOrders orders) {
    List<String> problems =
        new ArrayList<>(strategy.rules().problems(signal, orders.instrument(), price));
    if (!signal.isLong()) {
      problems.add("a short signal needs an account that can borrow, this one is a spot account");
    }
    moves.given(signal, price, strategy.rules(), problems, orders);
  }
}
