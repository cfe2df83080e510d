package dev.bourse.testkit.exchange.example;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The orders, fills and money of the bazaar. On its thread. */
final class Stalls {
  private static final BigDecimal FEE = new BigDecimal("0.001");
  private static final BigDecimal LEAST = new BigDecimal("5");

  private final Consumer<Message> teller;
  private final Map<String, Ticket> orders = new LinkedHashMap<>();
  private final Map<String, Message> fills = new LinkedHashMap<>();
  private final Map<String, BigDecimal> money = new TreeMap<>();
  private BigDecimal bid = BigDecimal.ZERO;
  private BigDecimal ask = BigDecimal.ZERO;
  private long flows;
  private long trades;

  Stalls(Consumer<Message> teller) {
    this.teller = teller;
    money.put("USDT", new BigDecimal("100000"));
    money.put("BTC", new BigDecimal("10"));
  }

  /** Throws {@link IllegalArgumentException} for what it refuses. */
  Message answer(Message call) {
    return switch (call.kind()) {
      case "place" -> placed(call);
      case "bracket" -> bracket(call);
      case "cancel" -> canceled(call);
      case "change" -> changed(call);
      case "order" -> known(call).told(call.id(), "done");
      default -> everything(call);
    };
  }

  private Message placed(Message call) {
    Ticket order = new Ticket(call, Bazaar.now());
    check(order);
    place(order);
    return order.told(call.id(), "done");
  }

  /** The last row is an entry, the others wait until it has filled: all of them, or none. */
  private Message bracket(Message call) {
    Map<String, String> rows = new LinkedHashMap<>();
    List<Ticket> all =
        call.fields().values().stream()
            .map(each -> new Ticket(Rows.read(each), Bazaar.now()))
            .toList();
    Ticket entry = all.get(all.size() - 1);
    all.subList(0, all.size() - 1).forEach(each -> each.waitFor(entry));
    all.forEach(this::check);
    all.forEach(this::place);
    all.forEach(each -> rows.put(each.name, Rows.write(each.told(0, "order"))));
    return new Message(call.id(), "done", rows);
  }

  private void check(Ticket order) {
    if (orders.containsKey(order.name)) {
      throw new IllegalArgumentException("DUPLICATE there is an order " + order.name);
    }
    BigDecimal worth = order.quantity.multiply(order.price == null ? ask : order.price);
    if (worth.compareTo(LEAST) < 0) {
      throw new IllegalArgumentException("NOTIONAL least=" + LEAST);
    }
    if (order.isBuy() && worth.compareTo(free("USDT")) > 0) {
      throw new IllegalArgumentException("FUNDS free=" + free("USDT"));
    }
  }

  private void place(Ticket order) {
    order.number = orders.size() + 1L;
    orders.put(order.name, order);
    teller.accept(order.told(0, "order"));
    if (order.isOpen()) {
      match(order);
    }
    if (order.isOpen() && !order.lasts()) {
      end(order, "expired");
    }
  }

  /** Of what waits and what it waits for, the cancel of one is the cancel of all. */
  private Message canceled(Message call) {
    Ticket order = known(call);
    end(open(order.entry == null ? order : order.entry), "canceled");
    return order.told(call.id(), "done");
  }

  /** In its place and in one step; an empty field stays as it is. */
  private Message changed(Message call) {
    Ticket order = open(known(call));
    BigDecimal quantity = call.decimal("quantity", order.quantity);
    BigDecimal price = call.decimal("price", order.price);
    BigDecimal more = quantity.multiply(price).subtract(order.quantity.multiply(order.price));
    if (order.isBuy() && more.compareTo(free("USDT")) > 0) {
      throw new IllegalArgumentException("FUNDS free=" + free("USDT"));
    }
    order.quantity = quantity;
    order.price = price;
    teller.accept(order.told(0, "order"));
    match(order);
    return order.told(call.id(), "done");
  }

  private static Ticket open(Ticket order) {
    if (!order.isOpen()) {
      throw new IllegalArgumentException("CLOSED status=" + order.status);
    }
    return order;
  }

  private void end(Ticket order, String status) {
    order.status = status;
    teller.accept(order.told(0, "order"));
    waitingFor(order).forEach(each -> end(each, status));
  }

  private List<Ticket> waitingFor(Ticket order) {
    return orders.values().stream().filter(each -> each.isWaitingFor(order)).toList();
  }

  private Ticket known(Message call) {
    Ticket order = orders.get(call.text("name"));
    if (order == null) {
      throw new IllegalArgumentException("UNKNOWN name=" + call.text("name"));
    }
    return order;
  }

  /** One answer with a row for each order, fill and currency. */
  private Message everything(Message call) {
    Map<String, String> rows = new LinkedHashMap<>();
    orders.forEach((name, order) -> rows.put("order " + name, Rows.write(order.told(0, "order"))));
    fills.forEach((id, fill) -> rows.put("fill " + id, Rows.write(fill)));
    money.forEach(
        (currency, amount) -> rows.put("money " + currency, amount + " " + reserved(currency)));
    return new Message(call.id(), "done", rows);
  }

  private BigDecimal free(String currency) {
    return money.get(currency).subtract(reserved(currency));
  }

  private BigDecimal reserved(String currency) {
    return orders.values().stream()
        .filter(Ticket::isOpen)
        .filter(each -> each.isBuy() == currency.equals("USDT"))
        .map(each -> each.isBuy() ? each.quantity.multiply(each.price) : each.quantity)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  BigDecimal quote(String newBid, String bidSize, String newAsk, String askSize) {
    bid = new BigDecimal(newBid);
    ask = new BigDecimal(newAsk);
    teller.accept(
        Message.of(
            0,
            "quote",
            "bid",
            bid,
            "bidSize",
            bidSize,
            "ask",
            ask,
            "askSize",
            askSize,
            "time",
            Bazaar.now()));
    orders.values().stream().filter(Ticket::isOpen).forEach(this::match);
    return bid;
  }

  long trade(String price, String size) {
    trades++;
    teller.accept(
        Message.of(0, "trade", "id", trades, "price", price, "size", size, "time", Bazaar.now()));
    return trades;
  }

  boolean transfer(String amount) {
    money.merge("USDT", new BigDecimal(amount), BigDecimal::add);
    teller.accept(
        Message.of(0, "flow", "id", "flow-" + ++flows, "amount", amount, "time", Bazaar.now()));
    return true;
  }

  private void match(Ticket order) {
    BigDecimal price = order.isBuy() ? ask : bid;
    boolean meets =
        order.price == null
            || (order.isBuy()
                ? order.price.compareTo(price) >= 0
                : order.price.compareTo(price) <= 0);
    if (meets) {
      fill(order, order.price != null && order.rested ? order.price : price);
    }
    order.rested = true;
  }

  private void fill(Ticket order, BigDecimal price) {
    BigDecimal worth = order.quantity.multiply(price);
    BigDecimal fee = worth.multiply(FEE).setScale(8, RoundingMode.HALF_UP);
    String id = "f" + (fills.size() + 1);
    order.status = "filled";
    order.worth = worth;
    money.merge("BTC", order.isBuy() ? order.quantity : order.quantity.negate(), BigDecimal::add);
    money.merge("USDT", (order.isBuy() ? worth.negate() : worth).subtract(fee), BigDecimal::add);
    Message fill =
        Message.of(
            0,
            "fill",
            "id",
            id,
            "name",
            order.name,
            "side",
            order.isBuy() ? "BUY" : "SELL",
            "price",
            price,
            "quantity",
            order.quantity,
            "fee",
            fee,
            "time",
            Bazaar.now());
    fills.put(id, fill);
    teller.accept(fill);
    waitingFor(order).forEach(this::release);
  }

  private void release(Ticket order) {
    order.work();
    teller.accept(order.told(0, "order"));
    match(order);
  }
}
