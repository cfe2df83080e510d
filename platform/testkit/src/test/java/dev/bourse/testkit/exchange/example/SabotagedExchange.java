package dev.bourse.testkit.exchange.example;

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
    return taken;
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
    OrderSpec spec = order.spec();
    boolean strange = !capabilities().orderTypes().contains(spec.type());
    if (strange && sabotage == Sabotage.ANY_KIND_AS_MARKET) {
      spec = OrderSpec.market(spec.instrument(), spec.side(), spec.quantity());
    }
    String name = order.id().value();
    if (!sent.add(order.id()) && sabotage == Sabotage.A_NAME_OF_ITS_OWN_FOR_A_REPEAT) {
      name = name + "-again";
    }
    if (name.length() > LONGEST && sabotage == Sabotage.TRUNCATED_NAME) {
      name = name.substring(0, LONGEST);
    }
    return TestOrders.order(name, spec);
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
