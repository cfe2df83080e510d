package dev.bourse.exchange.simulated;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.exchange.LockstepExchange;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.testkit.ConfigFixtures;
import dev.bourse.testkit.Market;
import dev.bourse.testkit.RecordingSink;
import dev.bourse.testkit.TestContext;
import dev.bourse.testkit.TestStore;
import java.util.List;

/**
 * A trader's side of an open simulated account: feeds it, commands it, hears it. Times are in
 * seconds.
 */
final class Desk {
  final RecordingSink sink = new RecordingSink();
  final LockstepExchange exchange;
  private long position;

  private Desk(TestContext context, String... parameters) {
    this.exchange =
        new SimulatedExchangeFactory()
            .open(
                ConfigFixtures.of(SimulatedExchangeFactory.Config.class, parameters),
                context.with(sink));
    this.position = exchange.position();
  }

  static Desk open(String... parameters) {
    return new Desk(TestContext.of(new RecordingSink()), parameters);
  }

  static Desk open(TestStore store, String... parameters) {
    return new Desk(TestContext.of(new RecordingSink()).with(store), parameters);
  }

  static Desk open(TestContext context, String... parameters) {
    return new Desk(context, parameters);
  }

  /** Brings market data at its own time. */
  Desk feed(MarketEvent... events) {
    for (MarketEvent event : events) {
      exchange.onMarket(event, ++position, event.eventTime());
    }
    return this;
  }

  Desk at(double seconds) {
    exchange.doWork(Market.seconds(seconds));
    return this;
  }

  Desk submit(double seconds, Order order) {
    exchange.execution().execute(new ExchangeCommand.Submit(order, Market.seconds(seconds)));
    return this;
  }

  Desk cancel(double seconds, Order order) {
    exchange.execution().execute(new ExchangeCommand.Cancel(order, Market.seconds(seconds)));
    return this;
  }

  Desk amend(double seconds, Order order, OrderChange change) {
    exchange.execution().execute(new ExchangeCommand.Amend(order, change, Market.seconds(seconds)));
    return this;
  }

  Desk query(double seconds, Order order) {
    exchange.execution().execute(new ExchangeCommand.Query(order, Market.seconds(seconds)));
    return this;
  }

  /**
   * Price, quantity, fee and liquidity of every fill: {@code 100.01 x 0.50000000 fee 0.12501250 USD
   * TAKER}.
   */
  List<String> fills() {
    return sink.events(OrderReport.Filled.class).stream()
        .map(report -> text(report.fill()))
        .toList();
  }

  /** Every report about orders in a short form. */
  List<String> reports() {
    return sink.events(OrderReport.class).stream().map(Desk::text).toList();
  }

  List<VenueEvent> events() {
    return sink.events();
  }

  AccountEvent.MassReport massReport() {
    sink.take();
    exchange.execution().requestReport(0);
    return sink.events(AccountEvent.MassReport.class).get(0);
  }

  /** Totals and what of them is reserved: {@code 10000.00000000 USD (100.25000000)}. */
  List<String> balances() {
    return massReport().balances().stream().map(Desk::text).toList();
  }

  static String text(Balance balance) {
    return balance.total() + " (" + balance.reserved().amount() + ")";
  }

  private static String text(Fill fill) {
    return fill.price() + " x " + fill.quantity() + " fee " + fill.fee() + " " + fill.liquidity();
  }

  private static String text(OrderReport report) {
    String head = report.orderId() + " " + report.getClass().getSimpleName();
    if (report instanceof OrderReport.Filled filled) {
      return head + " " + text(filled.fill());
    } else if (report instanceof OrderReport.Rejected rejected) {
      return head + " " + rejected.reason();
    } else if (report instanceof OrderReport.Canceled canceled) {
      return head + " " + canceled.reason();
    } else if (report instanceof OrderReport.Expired expired) {
      return head + " " + expired.reason();
    } else if (report instanceof OrderReport.CancelRejected rejected) {
      return head + " " + rejected.reason();
    } else if (report instanceof OrderReport.Updated updated) {
      return head + " " + updated.change();
    } else if (report instanceof OrderReport.UpdateRejected rejected) {
      return head + " " + rejected.reason();
    } else if (report instanceof OrderReport.Status status) {
      return head + " " + status.status() + " " + status.filled() + " " + status.filledNotional();
    }
    return head;
  }
}
