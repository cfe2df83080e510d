package dev.bourse.testkit.exchange.example;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import java.util.List;

/** The bazaar's words in ours. Pure functions. */
final class Translation {
  static final Currency USDT = new Currency("USDT", 8);
  static final Currency BTC = new Currency("BTC", 8);

  private Translation() {}

  /** The rules of the one market; known ones keep their version, changed ones get the next. */
  static Instrument rules(List<Instrument> known) {
    Instrument first = version(1);
    return known.stream()
        .filter(each -> each.id().equals(first.id()))
        .map(each -> each.equals(version(each.version())) ? each : version(each.version() + 1))
        .findFirst()
        .orElse(first);
  }

  private static Instrument version(int version) {
    return new Instrument(
        InstrumentId.of("BTCUSDT.BAZAAR"),
        version,
        BTC,
        USDT,
        Price.of("0.01"),
        Quantity.of("0.00001"),
        Quantity.of("0.00001"),
        Quantity.of("9000"),
        Money.of("5", USDT),
        Rate.of("0.001"),
        Rate.of("0.001"),
        true);
  }

  /** Our name of an order; one that is no name here is not ours. */
  static ClientOrderId name(Message order) {
    try {
      return new ClientOrderId(order.text("name"));
    } catch (IllegalArgumentException e) {
      return new ClientOrderId("venue." + order.text("number"));
    }
  }

  static Fill fill(Message fill, AccountId account, Instrument instrument) {
    return new Fill(
        fill.text("id"),
        name(fill),
        account,
        instrument,
        Side.valueOf(fill.text("side")),
        instrument.price(fill.text("price")),
        instrument.quantity(fill.text("quantity")),
        Money.of(fill.text("fee"), USDT),
        Liquidity.TAKER,
        fill.number("time"),
        false);
  }

  static OrderReport.Status status(Message order, AccountId account, Instrument instrument) {
    OrderStatus status =
        switch (order.text("status")) {
          case "open", "waiting" -> OrderStatus.ACCEPTED;
          case "filled" -> OrderStatus.FILLED;
          case "canceled" -> OrderStatus.CANCELED;
          default -> OrderStatus.EXPIRED;
        };
    return new OrderReport.Status(
        account,
        name(order),
        order.text("number"),
        status,
        instrument.quantity(order.text("filled")),
        Money.of(order.text("worth"), USDT),
        "",
        order.number("time"),
        new OrderChange(
            instrument.quantity(order.text("quantity")),
            order.text("price").isEmpty() ? null : instrument.price(order.text("price")),
            null));
  }

  /** {@code 100 25} of {@code money USDT}: all of it, and what of it is reserved. */
  static Balance balance(String currency, String amounts) {
    Currency of = currency.equals("BTC") ? BTC : USDT;
    String[] parts = amounts.split(" ", -1);
    return new Balance(Money.of(parts[0], of), Money.of(parts[1], of));
  }

  static AccountEvent.CashFlow flow(Message flow, AccountId account) {
    Money amount = Money.of(flow.text("amount"), USDT);
    String kind = amount.signum() < 0 ? "withdrawal" : "deposit";
    return new AccountEvent.CashFlow(account, flow.text("id"), amount, kind, flow.number("time"));
  }

  static Trade trade(Message trade, Instrument instrument) {
    return new Trade(
        instrument,
        trade.number("time"),
        instrument.price(trade.text("price")).raw(),
        instrument.quantity(trade.text("size")).raw(),
        AggressorSide.SELLER,
        trade.text("id"));
  }

  static Quote quote(Message quote, Instrument instrument) {
    return new Quote(
        instrument,
        quote.number("time"),
        instrument.price(quote.text("bid")).raw(),
        instrument.quantity(quote.text("bidSize")).raw(),
        instrument.price(quote.text("ask")).raw(),
        instrument.quantity(quote.text("askSize")).raw());
  }
}
