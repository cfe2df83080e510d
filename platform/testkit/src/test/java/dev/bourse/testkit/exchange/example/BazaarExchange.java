package dev.bourse.testkit.exchange.example;

import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.exchange.ExecutionClient;
import dev.bourse.api.exchange.MarketDataClient;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.TimeInForce;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;

/** The account at the bazaar: one connection for data and orders. Any thread. */
final class BazaarExchange implements Exchange, MarketDataClient, Connection.Owner {
  private final AccountId account;
  private final Instrument instrument;
  private final Voice voice;
  private final Connection connection;
  private final BazaarOrders orders;
  private boolean follows;

  BazaarExchange(ExchangeContext context, Bazaar bazaar, String key) {
    this.account = context.account();
    this.instrument = Translation.rules(context.instruments());
    this.voice = new Voice(context.events());
    this.connection = new Connection(bazaar, key, this);
    this.orders = new BazaarOrders(account, instrument, capabilities(), connection, voice);
    connection.open();
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.builder(Duration.ofDays(1), true)
        .orderTypes(EnumSet.of(OrderType.MARKET, OrderType.LIMIT))
        .timesInForce(EnumSet.of(TimeInForce.GTC, TimeInForce.IOC))
        .amend(true)
        .orderBrackets(true)
        .build();
  }

  @Override
  public void up(String right) {
    boolean trades = right.equals("trade");
    String detail =
        trades ? "Connected to the bazaar." : "This key may look, but not trade: give another.";
    voice.tell(new ConnectionChanged(account, trades, detail, Bazaar.now()));
    gap();
  }

  /** The bazaar does not tell what was traded meanwhile. */
  private synchronized void gap() {
    if (follows) {
      voice.tell(new DataGap(instrument, Bazaar.now(), 0, "The bazaar was out of reach."));
    }
  }

  @Override
  public void down(String reason) {
    String detail = "No orders can be sent to the bazaar: " + reason;
    voice.tell(new ConnectionChanged(account, false, detail, Bazaar.now()));
  }

  @Override
  public void event(Message event) {
    switch (event.kind()) {
      case "order" -> orders.order(event);
      case "fill" -> orders.fill(event);
      case "flow" -> voice.tell(Translation.flow(event, account));
      default -> market(event);
    }
  }

  private synchronized void market(Message event) {
    if (follows) {
      voice.tell(
          event.kind().equals("trade")
              ? Translation.trade(event, instrument)
              : Translation.quote(event, instrument));
    }
  }

  @Override
  public synchronized void subscribe(InstrumentId id) {
    if (!id.equals(instrument.id())) {
      throw new IllegalArgumentException(
          id + " is not traded at the bazaar: there is only " + instrument.id());
    }
    if (!follows) {
      follows = true;
      voice.tell(new InstrumentListed(instrument, Bazaar.now()));
    }
  }

  @Override
  public synchronized void unsubscribe(InstrumentId id) {
    follows = follows && !id.equals(instrument.id());
  }

  @Override
  public List<Instrument> instruments() {
    return List.of(instrument);
  }

  @Override
  public MarketDataClient marketData() {
    return this;
  }

  @Override
  public ExecutionClient execution() {
    return orders;
  }

  @Override
  public void close() {
    voice.close();
    connection.close();
  }
}
