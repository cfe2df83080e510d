package dev.bourse.core.codec;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.VenueCause;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/** Venue reports about orders and accounts as bytes. */
final class ReportCodec {
  /** What never left, for what it is. */
  static final int DENIED = 98;

  /** What never left, for what passes by itself. */
  static final int DENIED_PASSING = 109;

  static final int COMPARED = 103;

  /** A report whose descriptions say when the venue took the orders. */
  static final int TAKEN = 121;

  /** What the venue refused for a limit. */
  static final int REJECTED_PASSING = 122;

  private final ValueCodec values;

  ReportCodec(ValueCodec values) {
    this.values = values;
  }

  void write(StateWriter out, OrderReport report) {
    if (report instanceof OrderReport.Filled filled) {
      values.fill(out.putByte(22), filled.fill());
    } else if (report instanceof OrderReport.Made made) {
      made(out.putByte(38), made);
    } else if (report instanceof OrderReport.Status status) {
      boolean terms = status.terms() != null;
      status(out.putByte(terms ? 29 : 27), status);
      terms(out, status);
    } else if (report instanceof OrderReport.Updated updated) {
      head(out.putByte(36), report);
      values.details().change(out.putText(updated.venueOrderId()), updated.change());
    } else {
      head(out.putByte(tag(report)), report);
      out.putText(text(report));
      out.putLong(report instanceof OrderReport.NotFound absent ? absent.queriedAt() : 0);
    }
  }

  private static int tag(OrderReport report) {
    if (report instanceof OrderReport.Accepted) {
      return 20;
    }
    if (report instanceof OrderReport.Rejected rejected) {
      return rejected.passing() ? REJECTED_PASSING : 21;
    }
    if (report instanceof OrderReport.Denied denied) {
      return denied.passing() ? DENIED_PASSING : DENIED;
    }
    if (report instanceof OrderReport.Canceled) {
      return 23;
    }
    if (report instanceof OrderReport.Expired) {
      return 24;
    }
    if (report instanceof OrderReport.CancelRejected) {
      return 25;
    }
    if (report instanceof OrderReport.AnswerLost) {
      return 26;
    }
    if (report instanceof OrderReport.Triggered) {
      return 35;
    }
    return report instanceof OrderReport.UpdateRejected ? 37 : 28;
  }

  private static String text(OrderReport report) {
    if (report instanceof OrderReport.Accepted accepted) {
      return accepted.venueOrderId();
    }
    if (report instanceof OrderReport.Rejected rejected) {
      return rejected.reason();
    }
    if (report instanceof OrderReport.Denied denied) {
      return denied.reason();
    }
    if (report instanceof OrderReport.Canceled canceled) {
      return canceled.reason();
    }
    if (report instanceof OrderReport.Expired expired) {
      return expired.reason();
    }
    if (report instanceof OrderReport.CancelRejected rejected) {
      return rejected.reason();
    }
    if (report instanceof OrderReport.UpdateRejected rejected) {
      return rejected.reason();
    }
    return report instanceof OrderReport.AnswerLost lost ? lost.reason() : "";
  }

  OrderReport read(int tag, StateReader in) {
    return switch (tag) {
      case 22 -> new OrderReport.Filled(values.fill(in));
      case 27 -> status(in);
      case 29 -> withTerms(status(in), in);
      case 38 -> made(in);
      default -> answer(tag, in);
    };
  }

  private OrderReport answer(int tag, StateReader in) {
    AccountId account = new AccountId(in.getText());
    ClientOrderId id = new ClientOrderId(in.getText());
    long time = in.getLong();
    String text = in.getText();
    if (tag == 36) {
      return new OrderReport.Updated(account, id, text, values.details().change(in), time);
    }
    long queriedAt = in.getLong();
    return switch (tag) {
      case 20 -> new OrderReport.Accepted(account, id, text, time);
      case 21 -> new OrderReport.Rejected(account, id, text, time);
      case REJECTED_PASSING -> new OrderReport.Rejected(account, id, text, true, time);
      case DENIED -> new OrderReport.Denied(account, id, text, time);
      case DENIED_PASSING -> new OrderReport.Denied(account, id, text, true, time);
      case 23 -> new OrderReport.Canceled(account, id, text, time);
      case 24 -> new OrderReport.Expired(account, id, text, time);
      case 25 -> new OrderReport.CancelRejected(account, id, text, time);
      case 26 -> new OrderReport.AnswerLost(account, id, text, time);
      case 35 -> new OrderReport.Triggered(account, id, time);
      case 37 -> new OrderReport.UpdateRejected(account, id, text, time);
      default -> new OrderReport.NotFound(account, id, queriedAt, time);
    };
  }

  private void terms(StateWriter out, OrderReport.Status report) {
    OrderChange terms = report.terms();
    if (terms != null) {
      values.details().change(out, terms);
    }
  }

  private OrderReport.Status withTerms(OrderReport.Status report, StateReader in) {
    return new OrderReport.Status(
        report.account(),
        report.orderId(),
        report.venueOrderId(),
        report.status(),
        report.filled(),
        report.filledNotional(),
        report.reason(),
        report.eventTime(),
        values.details().change(in));
  }

  private void head(StateWriter out, OrderReport report) {
    out.putText(report.account().value()).putText(report.orderId().value());
    out.putLong(report.eventTime());
  }

  private void status(StateWriter out, OrderReport.Status report) {
    head(out, report);
    values.optionalText(out, report.venueOrderId());
    out.putText(report.status().name());
    values.quantity(out, report.filled());
    values.money(out, report.filledNotional());
    out.putText(report.reason());
  }

  private OrderReport.Status status(StateReader in) {
    AccountId account = new AccountId(in.getText());
    ClientOrderId id = new ClientOrderId(in.getText());
    long time = in.getLong();
    return new OrderReport.Status(
        account,
        id,
        values.optionalText(in),
        OrderStatus.valueOf(in.getText()),
        values.quantity(in),
        values.money(in),
        in.getText(),
        time);
  }

  /**
   * What holds at the venue stands behind the rest, which is as layout 1 had it; what the venue did
   * by itself stands before that, and what it says of positions and foreign orders before that, and
   * its history of flows before all.
   */
  void writeMass(StateWriter out, AccountEvent.MassReport report) {
    List<AccountEvent.CashFlow> history = report.history();
    if (history != null) {
      out.putByte(120).putInt(history.size());
      history.forEach(each -> flow(out, each));
    }
    if (!report.described().isEmpty() || report.positions() != null) {
      boolean times = report.described().stream().anyMatch(each -> each.takenAt() != 0);
      details(out.putByte(times ? TAKEN : 96), report, times);
    }
    if (!report.made().isEmpty() || !report.flows().isEmpty()) {
      out.putByte(17).putInt(report.made().size());
      report.made().forEach(each -> made(out, each));
      out.putInt(report.flows().size());
      report.flows().forEach(each -> flow(out, each));
    }
    boolean terms = report.openOrders().stream().anyMatch(each -> each.terms() != null);
    mass(out.putByte(terms ? 15 : 14), report);
    if (terms) {
      for (OrderReport.Status each : report.openOrders()) {
        out.putBoolean(each.terms() != null);
        terms(out, each);
      }
    }
  }

  /** A report whose first tag was read. */
  AccountEvent.MassReport mass(int tag, StateReader in) {
    return switch (tag) {
      case 120 -> rememberingMass(in);
      case 96 -> detailedMass(in, false);
      case TAKEN -> detailedMass(in, true);
      case 17 -> wholeMass(in);
      case 15 -> massWithTerms(in);
      default -> mass(in);
    };
  }

  private AccountEvent.MassReport rememberingMass(StateReader in) {
    List<AccountEvent.CashFlow> history = flows(in);
    return mass(in.getByte(), in).remembering(history);
  }

  void compared(StateWriter out, AccountEvent.BalancesCompared event) {
    out.putByte(COMPARED).putText(event.account().value()).putInt(event.differences().size());
    event.differences().forEach(each -> values.money(out, each));
    out.putText(event.unclear());
    List<AccountEvent.CashFlow> history = event.history();
    out.putBoolean(history != null);
    if (history != null) {
      out.putInt(history.size());
      history.forEach(each -> flow(out, each));
    }
    out.putLong(event.eventTime());
  }

  AccountEvent.BalancesCompared compared(StateReader in) {
    AccountId account = new AccountId(in.getText());
    List<Money> differences = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      differences.add(values.money(in));
    }
    String unclear = in.getText();
    List<AccountEvent.CashFlow> history = in.getBoolean() ? flows(in) : null;
    return new AccountEvent.BalancesCompared(account, differences, unclear, history, in.getLong());
  }

  private List<AccountEvent.CashFlow> flows(StateReader in) {
    List<AccountEvent.CashFlow> flows = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      flows.add(flow(in));
    }
    return flows;
  }

  private void details(StateWriter out, AccountEvent.MassReport report, boolean times) {
    out.putInt(report.described().size());
    for (AccountEvent.Described each : report.described()) {
      values.spec(out.putText(each.orderId().value()), each.spec());
      if (times) {
        out.putLong(each.takenAt());
      }
    }
    List<AccountEvent.PositionReport> positions = report.positions();
    out.putBoolean(positions != null);
    if (positions != null) {
      out.putInt(positions.size());
      positions.forEach(each -> position(out, each));
    }
  }

  private AccountEvent.MassReport detailedMass(StateReader in, boolean times) {
    List<AccountEvent.Described> described = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      ClientOrderId id = new ClientOrderId(in.getText());
      OrderSpec spec = values.spec(in);
      described.add(new AccountEvent.Described(id, spec, times ? in.getLong() : 0));
    }
    List<AccountEvent.PositionReport> positions = in.getBoolean() ? positions(in) : null;
    return mass(in.getByte(), in).describing(described).holding(positions);
  }

  private void position(StateWriter out, AccountEvent.PositionReport position) {
    values.instrument(out, position.instrument());
    values.quantity(out.putText(position.side().name()), position.quantity());
    values.optionalPrice(out, position.averagePrice());
  }

  private List<AccountEvent.PositionReport> positions(StateReader in) {
    List<AccountEvent.PositionReport> positions = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      positions.add(
          new AccountEvent.PositionReport(
              values.instrument(in),
              PositionSide.valueOf(in.getText()),
              values.quantity(in),
              values.optionalPrice(in)));
    }
    return positions;
  }

  /** A report with what the venue did by itself, which stands before the rest. */
  private AccountEvent.MassReport wholeMass(StateReader in) {
    List<OrderReport.Made> made = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      made.add(made(in));
    }
    List<AccountEvent.CashFlow> flows = flows(in);
    AccountEvent.MassReport rest = in.getByte() == 15 ? massWithTerms(in) : mass(in);
    return new AccountEvent.MassReport(
        rest.account(),
        rest.openOrders(),
        rest.fills(),
        rest.balances(),
        rest.requestedAt(),
        rest.eventTime(),
        made,
        flows);
  }

  void flow(StateWriter out, AccountEvent.CashFlow flow) {
    out.putText(flow.account().value()).putText(flow.id());
    values.money(out, flow.amount());
    out.putText(flow.kind()).putLong(flow.eventTime());
  }

  AccountEvent.CashFlow flow(StateReader in) {
    return new AccountEvent.CashFlow(
        new AccountId(in.getText()), in.getText(), values.money(in), in.getText(), in.getLong());
  }

  private void made(StateWriter out, OrderReport.Made made) {
    head(out, made);
    values.spec(out, made.spec());
    out.putText(made.cause().name()).putText(made.reason());
  }

  private OrderReport.Made made(StateReader in) {
    AccountId account = new AccountId(in.getText());
    ClientOrderId id = new ClientOrderId(in.getText());
    long time = in.getLong();
    OrderSpec spec = values.spec(in);
    VenueCause cause = VenueCause.valueOf(in.getText());
    return new OrderReport.Made(account, id, spec, cause, in.getText(), time);
  }

  private AccountEvent.MassReport massWithTerms(StateReader in) {
    AccountEvent.MassReport bare = mass(in);
    List<OrderReport.Status> orders = new ArrayList<>();
    for (OrderReport.Status each : bare.openOrders()) {
      orders.add(in.getBoolean() ? withTerms(each, in) : each);
    }
    return new AccountEvent.MassReport(
        bare.account(),
        orders,
        bare.fills(),
        bare.balances(),
        bare.requestedAt(),
        bare.eventTime());
  }

  private void mass(StateWriter out, AccountEvent.MassReport report) {
    out.putText(report.account().value());
    out.putInt(report.openOrders().size());
    report.openOrders().forEach(each -> status(out, each));
    out.putInt(report.fills().size());
    report.fills().forEach(each -> values.fill(out, each));
    values.balances(out, report.balances());
    out.putLong(report.requestedAt()).putLong(report.eventTime());
  }

  private AccountEvent.MassReport mass(StateReader in) {
    AccountId account = new AccountId(in.getText());
    List<OrderReport.Status> orders = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      orders.add(status(in));
    }
    List<Fill> fills = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      fills.add(values.fill(in));
    }
    List<Balance> balances = values.balances(in);
    return new AccountEvent.MassReport(
        account, orders, fills, balances, in.getLong(), in.getLong());
  }
}
