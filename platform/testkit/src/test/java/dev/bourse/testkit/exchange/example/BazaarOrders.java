package dev.bourse.testkit.exchange.example;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.exchange.ExecutionClient;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Commands go out, and what becomes of them is told. Any thread; nothing blocks. */
class BazaarOrders implements ExecutionClient {
  private static final long LIMIT_PAUSE = 1_000_000_000L;

  private final AccountId account;
  private final Instrument instrument;
  private final Capabilities can;
  private final Connection connection;
  private final Voice voice;
  private final BazaarBrackets brackets;
  private volatile long notBefore;

  BazaarOrders(
      AccountId account,
      Instrument instrument,
      Capabilities can,
      Connection connection,
      Voice voice) {
    this.account = account;
    this.instrument = instrument;
    this.can = can;
    this.connection = connection;
    this.voice = voice;
    this.brackets = new BazaarBrackets(this, connection);
  }

  @Override
  public boolean execute(ExchangeCommand command) {
    Order order = command.order();
    if (command instanceof ExchangeCommand.Submit) {
      return submit(order);
    } else if (command instanceof ExchangeCommand.SubmitBracket bracket) {
      return brackets.submit(bracket);
    } else if (command instanceof ExchangeCommand.Cancel) {
      return connection.call("cancel", new Cancelled(order.id()), "name", order.id());
    } else if (command instanceof ExchangeCommand.Query) {
      return connection.call("everything", new Queried(order.id(), Bazaar.now()));
    }
    return command instanceof ExchangeCommand.Amend amend && change(order, amend.change());
  }

  private boolean change(Order order, OrderChange change) {
    if (change.triggerPrice() != null) {
      String reason = "UNSUPPORTED_CHANGE: order=" + order.id() + " " + change;
      voice.tell(new OrderReport.UpdateRejected(account, order.id(), reason, Bazaar.now()));
      return true;
    }
    return connection.call(
        "change",
        new Changed(order.id(), change),
        "name",
        order.id(),
        "quantity",
        change.quantity() == null ? "" : change.quantity(),
        "price",
        change.price() == null ? "" : change.price());
  }

  private boolean submit(Order order) {
    String problem = problem(order.spec());
    if (problem != null) {
      denied(order.id(), problem, false);
      return true;
    }
    String patience = patience();
    if (patience != null) {
      denied(order.id(), patience, true);
      return true;
    }
    return connection.call("place", placed(order.id()), ticket(order));
  }

  /** Why nothing new may be sent now, or null: that passes. */
  @Nullable String patience() {
    return Bazaar.now() < notBefore ? "RATE_LIMIT: until=" + notBefore : null;
  }

  /** Names and values of a new order. */
  static Object[] ticket(Order order) {
    return new Object[] {
      "name",
      order.id(),
      "side",
      order.spec().side(),
      "life",
      life(order.spec()),
      "quantity",
      order.spec().quantity(),
      "price",
      order.spec().price() == null ? "" : order.spec().price()
    };
  }

  /** Hears what became of a new order. */
  Connection.Answer placed(ClientOrderId id) {
    return new Placed(id);
  }

  void denied(ClientOrderId id, String reason, boolean passing) {
    voice.tell(new OrderReport.Denied(account, id, reason, passing, Bazaar.now()));
  }

  /** What is not declared is denied here, before it could become something else there. */
  @Nullable String problem(OrderSpec spec) {
    if (!can.orderTypes().contains(spec.type())) {
      return "UNSUPPORTED_ORDER: type=" + spec.type();
    }
    if (!can.timesInForce().contains(life(spec))) {
      return "UNSUPPORTED_ORDER: time_in_force=" + spec.timeInForce();
    }
    if (spec.postOnly() || spec.displayQuantity() != null || spec.amount() != null) {
      return "UNSUPPORTED_ORDER: order=" + spec;
    }
    return filtered(spec);
  }

  /** The bazaar would refuse it, by the same name. */
  private @Nullable String filtered(OrderSpec spec) {
    Money worth = spec.price() == null ? null : spec.worth(spec.price());
    return worth != null && worth.compareTo(instrument.minNotional()) < 0
        ? "NOTIONAL: notional=" + worth + " least=" + instrument.minNotional()
        : null;
  }

  /** What is to end at a time is ended by the platform: until then it lasts. */
  private static TimeInForce life(OrderSpec spec) {
    return spec.timeInForce() == TimeInForce.GTD ? TimeInForce.GTC : spec.timeInForce();
  }

  void rejected(ClientOrderId id, String reason, boolean passing) {
    voice.tell(new OrderReport.Rejected(account, id, reason, passing, Bazaar.now()));
  }

  void lost(ClientOrderId id, String reason) {
    voice.tell(new OrderReport.AnswerLost(account, id, reason, Bazaar.now()));
  }

  /** What the bazaar says of an order by itself, or as an answer. */
  void order(Message order) {
    ClientOrderId id = Translation.name(order);
    long time = order.number("time");
    switch (order.text("status")) {
      case "canceled" ->
          voice.tell(new OrderReport.Canceled(account, id, "CANCELED: order=" + id, time));
      case "expired" ->
          voice.tell(new OrderReport.Expired(account, id, "EXPIRED: order=" + id, time));
      default -> voice.tell(new OrderReport.Accepted(account, id, order.text("number"), time));
    }
  }

  void fill(Message fill) {
    voice.tell(new OrderReport.Filled(Translation.fill(fill, account, instrument)));
  }

  @Override
  public void requestReport(long since) {
    if (!connection.call("everything", new Reported(since, Bazaar.now()))) {
      connection.later(() -> requestReport(since));
    }
  }

  AccountEvent.MassReport report(Message everything, long since, long requestedAt) {
    List<OrderReport.Status> orders = new ArrayList<>();
    List<Fill> fills = new ArrayList<>();
    List<Balance> balances = new ArrayList<>();
    for (Map.Entry<String, String> row : everything.fields().entrySet()) {
      String kind = row.getKey().substring(0, row.getKey().indexOf(' '));
      switch (kind) {
        case "order" -> orders.add(status(Rows.read(row.getValue())));
        case "fill" -> fills.add(Translation.fill(Rows.read(row.getValue()), account, instrument));
        default -> balances.add(Translation.balance(row.getKey().substring(6), row.getValue()));
      }
    }
    return new AccountEvent.MassReport(
        account,
        orders.stream().filter(each -> each.status().isLive()).toList(),
        fills.stream().filter(each -> each.eventTime() >= since).toList(),
        balances,
        requestedAt,
        Bazaar.now());
  }

  private OrderReport.Status status(Message order) {
    return Translation.status(order, account, instrument);
  }

  /** Hears what became of a new order. */
  private final class Placed implements Connection.Answer {
    private final ClientOrderId id;

    Placed(ClientOrderId id) {
      this.id = id;
    }

    @Override
    public void done(Message answer) {
      order(answer);
    }

    @Override
    public void refused(String code, String text) {
      if (text.startsWith("DUPLICATE")) {
        BazaarOrders.this.lost(id, "there is an order of that name already");
        return;
      }
      boolean limit = code.equals("SLOWER");
      if (limit) {
        notBefore = Bazaar.now() + LIMIT_PAUSE;
      }
      rejected(id, code + ": " + text, limit);
    }

    @Override
    public void lost(String reason) {
      BazaarOrders.this.lost(id, reason);
    }
  }

  /** Hears what became of a cancel. */
  private final class Cancelled implements Connection.Answer {
    private final ClientOrderId id;

    Cancelled(ClientOrderId id) {
      this.id = id;
    }

    @Override
    public void done(Message answer) {
      order(answer);
    }

    @Override
    public void refused(String code, String text) {
      voice.tell(new OrderReport.CancelRejected(account, id, code + ": " + text, Bazaar.now()));
    }

    @Override
    public void lost(String reason) {
      BazaarOrders.this.lost(id, reason);
    }
  }

  /** Hears what became of a change. */
  private final class Changed implements Connection.Answer {
    private final ClientOrderId id;
    private final OrderChange change;

    Changed(ClientOrderId id, OrderChange change) {
      this.id = id;
      this.change = change;
    }

    @Override
    public void done(Message answer) {
      voice.tell(new OrderReport.Updated(account, id, answer.text("number"), change, Bazaar.now()));
    }

    @Override
    public void refused(String code, String text) {
      voice.tell(new OrderReport.UpdateRejected(account, id, code + ": " + text, Bazaar.now()));
    }

    @Override
    public void lost(String reason) {
      BazaarOrders.this.lost(id, reason);
    }
  }

  /** Tells what was filled, then where the order stands. */
  private final class Queried implements Connection.Answer {
    private final ClientOrderId id;
    private final long askedAt;

    Queried(ClientOrderId id, long askedAt) {
      this.id = id;
      this.askedAt = askedAt;
    }

    @Override
    public void done(Message answer) {
      String order = answer.text("order " + id);
      if (order.isEmpty()) {
        voice.tell(new OrderReport.NotFound(account, id, askedAt, Bazaar.now()));
        return;
      }
      report(answer, 0, askedAt).fills().stream()
          .filter(each -> each.orderId().equals(id))
          .forEach(each -> voice.tell(new OrderReport.Filled(each)));
      voice.tell(status(Rows.read(order)));
    }

    @Override
    public void refused(String code, String text) {
      lost(code);
    }

    @Override
    public void lost(String reason) {
      BazaarOrders.this.lost(id, reason);
    }
  }

  /** A report that is lost is asked for again. */
  private final class Reported implements Connection.Answer {
    private final long since;
    private final long askedAt;

    Reported(long since, long askedAt) {
      this.since = since;
      this.askedAt = askedAt;
    }

    @Override
    public void done(Message answer) {
      voice.tell(report(answer, since, askedAt));
    }

    @Override
    public void refused(String code, String text) {
      lost(code);
    }

    @Override
    public void lost(String reason) {
      connection.later(() -> requestReport(since));
    }
  }
}
