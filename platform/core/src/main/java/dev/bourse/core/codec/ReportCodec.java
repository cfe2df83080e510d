package dev.bourse.core.codec;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/** Venue reports about orders and accounts as bytes. */
final class ReportCodec {
  private final ValueCodec values;

  ReportCodec(ValueCodec values) {
    this.values = values;
  }

  void head(StateWriter out, OrderReport report) {
    out.putText(report.account().value()).putText(report.orderId().value());
    out.putLong(report.eventTime());
  }

  void status(StateWriter out, OrderReport.Status report) {
    head(out, report);
    values.optionalText(out, report.venueOrderId());
    out.putText(report.status().name());
    values.quantity(out, report.filled());
    values.money(out, report.filledNotional());
    out.putText(report.reason());
  }

  OrderReport.Status status(StateReader in) {
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

  void mass(StateWriter out, AccountEvent.MassReport report) {
    out.putText(report.account().value());
    out.putInt(report.openOrders().size());
    report.openOrders().forEach(each -> status(out, each));
    out.putInt(report.fills().size());
    report.fills().forEach(each -> values.fill(out, each));
    values.balances(out, report.balances());
    out.putLong(report.requestedAt()).putLong(report.eventTime());
  }

  AccountEvent.MassReport mass(StateReader in) {
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
