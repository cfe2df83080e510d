package dev.bourse.testkit.exchange.example;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.exchange.ExecutionClient;
import dev.bourse.api.exchange.MarketDataClient;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Quantity;
import dev.bourse.testkit.TestOrders;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Does something else than it was asked to. */
final class SabotagedExchange implements Exchange, ExecutionClient, MarketDataClient {
  private static final int LONGEST = 24;

  private final Sabotage sabotage;
  private final BazaarExchange real;
  private final SabotagedSink sink;
  private final Set<ClientOrderId> sent = new TreeSet<>();
  private final Set<ClientOrderId> cancelled = new TreeSet<>();

  SabotagedExchange(Sabotage sabotage, BazaarExchange real, SabotagedSink sink) {
    this.sabotage = sabotage;
    this.real = real;
    this.sink = sink;
  }

  @Override
  public boolean execute(ExchangeCommand command) {
    if (command instanceof ExchangeCommand.Amend amend && isNoChange(amend)) {
      return true;
    }
    if (command instanceof ExchangeCommand.SubmitBracket bracket) {
      return bracket(bracket);
    }
    if (!(command instanceof ExchangeCommand.Submit)) {
      return isSwallowed(command) || real.execution().execute(command);
    }
    int before = sink.count();
    Order order = changed(command.order());
    boolean taken = submit(order);
    if (sabotage == Sabotage.DENIED_AND_SENT) {
      submit(larger(order));
    }
    if (sabotage == Sabotage.SENT_AGAIN) {
      sink.onUp(() -> submit(order));
    }
    if (sabotage == Sabotage.WAITS_FOR_THE_ANSWER) {
      while (sink.count() == before) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
      }
    }
    if (!taken && sabotage == Sabotage.DEAD_VENUE_TAKES_ORDERS) {
      sink.tell(new OrderReport.Accepted(order.account(), order.id(), "7", 1));
      return true;
    }
    return taken;
  }

  /** Whether it only seems to be changed. */
  private boolean isNoChange(ExchangeCommand.Amend amend) {
    Order order = amend.order();
    if (sabotage == Sabotage.CHANGE_AS_ANOTHER_ORDER) {
      String name = order.id() + "-" + amend.change().price();
      submit(TestOrders.order(name, amend.change().applied(order.spec())));
    } else if (sabotage != Sabotage.CHANGE_TOLD_AND_NOT_SENT) {
      return false;
    }
    sink.tell(
        new OrderReport.Updated(
            order.account(), order.id(), order.venueOrderId(), amend.change(), 1));
    return true;
  }

  private boolean bracket(ExchangeCommand.SubmitBracket bracket) {
    Order entry = bracket.order();
    switch (sabotage) {
      case EXITS_OF_A_BRACKET_PLACED_AT_ONCE, BRACKET_SENT_ONE_BY_ONE ->
          bracket.orders().forEach(this::submit);
      case EXITS_OF_A_BRACKET_NEVER_SENT -> {
        submit(entry);
        bracket
            .exits()
            .forEach(
                each -> sink.tell(new OrderReport.Accepted(each.account(), each.id(), "7", 1)));
      }
      case ENTRY_OF_A_DENIED_BRACKET_SENT -> {
        real.execution().execute(bracket);
        submit(entry);
      }
      default -> {
        return real.execution().execute(bracket);
      }
    }
    return true;
  }

  private boolean isSwallowed(ExchangeCommand command) {
    return sabotage == Sabotage.SECOND_CANCEL_SWALLOWED
        && command instanceof ExchangeCommand.Cancel
        && !cancelled.add(command.orderId());
  }

  private boolean submit(Order order) {
    return real.execution().execute(new ExchangeCommand.Submit(order, 0));
  }

  /** An order of the same name that the venue takes. */
  private static Order larger(Order order) {
    OrderSpec spec = order.spec();
    return TestOrders.order(order.id().value(), spec.withQuantity(Quantity.of("0.5")));
  }

  private Order changed(Order order) {
    String name = order.id().value();
    if (!sent.add(order.id()) && sabotage == Sabotage.A_NAME_OF_ITS_OWN_FOR_A_REPEAT) {
      name = name + "-again";
    }
    if (name.length() > LONGEST && sabotage == Sabotage.TRUNCATED_NAME) {
      name = name.substring(0, LONGEST);
    }
    return TestOrders.order(name, changed(order.spec()));
  }

  private OrderSpec changed(OrderSpec spec) {
    boolean strange = !capabilities().orderTypes().contains(spec.type());
    boolean lives = capabilities().timesInForce().contains(spec.timeInForce());
    if (strange && sabotage == Sabotage.ANY_KIND_AS_MARKET) {
      return OrderSpec.market(spec.instrument(), spec.side(), spec.quantity());
    } else if (!lives && sabotage == Sabotage.ANY_LIFE_AS_ONE_THAT_LASTS) {
      return plain(spec);
    }
    boolean forgets =
        (spec.postOnly() && sabotage == Sabotage.TAKES_THOUGH_POST_ONLY)
            || (spec.displayQuantity() != null && sabotage == Sabotage.SHOWS_WHAT_IS_TO_BE_HIDDEN);
    return forgets ? plain(spec) : spec;
  }

  /** A limit order of which nothing else is known. */
  private static OrderSpec plain(OrderSpec spec) {
    return OrderSpec.limit(spec.instrument(), spec.side(), spec.quantity(), spec.price());
  }

  @Override
  public void requestReport(long since) {
    real.execution().requestReport(since);
  }

  @Override
  public void subscribe(InstrumentId instrument) {
    real.subscribe(instrument);
  }

  @Override
  public void unsubscribe(InstrumentId instrument) {
    if (sabotage != Sabotage.UNSUBSCRIBE_IGNORED) {
      real.unsubscribe(instrument);
    }
  }

  @Override
  public Capabilities capabilities() {
    return real.capabilities();
  }

  @Override
  public List<Instrument> instruments() {
    return real.instruments();
  }

  @Override
  public MarketDataClient marketData() {
    return this;
  }

  @Override
  public ExecutionClient execution() {
    return this;
  }

  @Override
  public void close() {
    switch (sabotage) {
      case NEVER_CLOSED -> {}
      case LINE_KEPT_OPEN -> sink.silence();
      default -> real.close();
    }
  }

  @Override
  public String toString() {
    return sabotage == Sabotage.KEY_IN_ITS_NAME ? "account with " + Bazaar.KEY : "account";
  }
}
