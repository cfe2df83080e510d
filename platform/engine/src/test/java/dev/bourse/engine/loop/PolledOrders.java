package dev.bourse.engine.loop;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.Event;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.model.TradingMode;
import dev.bourse.api.trader.WatcherView;
import dev.bourse.core.TraderCore;
import dev.bourse.core.settings.TraderSettings;
import dev.bourse.engine.Market;
import dev.bourse.engine.config.AccountWatchers;
import dev.bourse.engine.loop.StatusPolls.Worth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;

/** Two orders that rest, and the questions for them. */
abstract class PolledOrders {
  static final AccountId MAIN = new AccountId("main");
  static final Currency USD = new Currency("USD", 2);

  final TraderCore core =
      new TraderCore(
          TraderSettings.of(new TraderId("t"), TradingMode.LIVE, List.of(MAIN), List.of()));
  final List<ClientOrderId> asked = new ArrayList<>();
  CompletableFuture<Boolean> taken = CompletableFuture.completedFuture(true);
  final StatusPolls polls = polls(AccountWatchers.DEFAULTS);
  long turn;
  ClientOrderId first;
  ClientOrderId second;

  StatusPolls polls(AccountWatchers keys) {
    return new StatusPolls(
        core,
        keys,
        query -> {
          asked.add(query.orderId());
          return taken;
        });
  }

  /** Two orders rest; the first was taken before the second. Nothing is told after 0 s. */
  @BeforeEach
  void rest() {
    core.bindAccount(MAIN, Capabilities.basic(Duration.ofDays(1), true));
    on(new LifecycleEvent.Started(1, ""));
    on(new InstrumentListed(Market.BTC, 1));
    on(new LifecycleEvent.Recovered(""));
    on(new ConnectionChanged(MAIN, true, "", 1));
    Balance cash = new Balance(Money.of("10000", USD), USD.zero());
    on(new AccountEvent.MassReport(MAIN, List.of(), List.of(), List.of(cash), 5, 5));
    on(Market.trade(Market.BTC, 6, 100_00));
    first = accepted("7", seconds(-1));
    second = accepted("8", 0);
  }

  void on(Event event) {
    core.on(++turn, event);
  }

  ClientOrderId accepted(String number, long now) {
    OrderSpec spec =
        OrderSpec.limit(
            Market.BTC, Side.BUY, Market.BTC.quantity("0.1000"), Market.BTC.price("90.00"));
    on(new ControlEvent.Submit(spec, "test"));
    List<Order> live = core.state().ledger().live();
    ClientOrderId id =
        live.stream()
            .filter(each -> each.venueOrderId() == null)
            .map(Order::id)
            .findFirst()
            .orElseThrow();
    on(new CommandEvent.Sent(id));
    OrderReport.Accepted report = new OrderReport.Accepted(MAIN, id, number, 1);
    on(report);
    polls.heard(report, now);
    return id;
  }

  static long seconds(long count) {
    return TimeUnit.SECONDS.toNanos(count);
  }

  void look(long second) {
    polls.look(MAIN, seconds(second));
  }

  OrderReport.Status status(ClientOrderId id, OrderStatus status, String filled) {
    Order order = core.state().ledger().find(id);
    return new OrderReport.Status(
        MAIN,
        id,
        order.venueOrderId(),
        status,
        Market.BTC.quantity(filled),
        Market.BTC.notional(Market.BTC.price("90.00"), Market.BTC.quantity(filled)),
        "",
        9);
  }

  Worth answer(OrderReport report, long second) {
    return polls.worth(report, seconds(second));
  }

  Worth same(ClientOrderId id, long second) {
    return answer(status(id, OrderStatus.ACCEPTED, "0.0000"), second);
  }

  OrderReport lost(ClientOrderId id) {
    return new OrderReport.AnswerLost(MAIN, id, "the network is away", 9);
  }

  WatcherView view() {
    return polls.view(MAIN);
  }
}
