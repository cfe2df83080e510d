package dev.bourse.core.codec;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.Event;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.event.FundingRate;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.MarkPrice;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.ServiceChanged;
import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;

/**
 * Events as bytes: a tag and the fields. Tags are never given a second meaning.
 *
 * <p>1-9 and 80-89 market, 10-19 and 102 venue, 20-29 and 98 orders, 30-39 commands and timers,
 * 40-59 control, 60-70, 75-79, 90, 100, 101 and 130 lifecycle, 71-74 what venues say of contracts,
 * 95-97 reconciliation.
 */
final class EventCodec {
  private static final int SERVICE = 105;

  private final ValueCodec values;
  private final MarketCodec market;
  private final ReportCodec reports;
  private final ControlCodec control;
  private final LifecycleCodec lifecycle;

  EventCodec(ValueCodec values) {
    this.values = values;
    this.market = new MarketCodec(values);
    this.reports = new ReportCodec(values);
    this.control = new ControlCodec(values);
    this.lifecycle = new LifecycleCodec(values);
  }

  void write(StateWriter out, Event event) {
    if (event instanceof MarketEvent data) {
      out.putByte(tag(data));
      market.write(out, data);
    } else if (event instanceof OrderReport report) {
      reports.write(out, report);
    } else if (event instanceof AccountEvent report) {
      writeAccount(out, report);
    } else if (event instanceof InstrumentListed listed) {
      values.definition(out.putByte(10), listed.instrument());
      out.putLong(listed.eventTime());
    } else if (event instanceof ConnectionChanged changed) {
      out.putByte(11).putText(changed.account().value()).putBoolean(changed.connected());
      out.putText(changed.detail()).putLong(changed.eventTime());
    } else if (event instanceof ServiceChanged changed) {
      out.putByte(SERVICE).putText(changed.account().value()).putText(changed.service().name());
      out.putBoolean(changed.works()).putText(changed.detail()).putLong(changed.eventTime());
    } else if (event instanceof CommandEvent command) {
      writeCommand(out, command);
    } else if (event instanceof TimerEvent timer) {
      out.putByte(33).putText(timer.owner()).putText(timer.name());
      out.putLong(timer.deadline()).putBoolean(timer.late());
    } else if (event instanceof ControlEvent asked) {
      control.write(out, asked);
    } else if (event instanceof LifecycleEvent change) {
      lifecycle.write(out, change);
    }
  }

  Event read(StateReader in) {
    int tag = in.getByte();
    return switch (tag) {
      case 1 -> market.trade(in);
      case 2 -> market.quote(in);
      case 3 -> market.bar(in);
      case 4 -> market.gap(in);
      case 80 -> market.fullBook(in);
      case 81 -> market.difference(in);
      case 71 -> market.mark(in);
      case 72 -> market.funding(in);
      case 10 -> new InstrumentListed(values.definition(in), in.getLong());
      case 11 ->
          new ConnectionChanged(
              new AccountId(in.getText()), in.getBoolean(), in.getText(), in.getLong());
      case SERVICE ->
          new ServiceChanged(
              new AccountId(in.getText()),
              ServiceChanged.Service.valueOf(in.getText()),
              in.getBoolean(),
              in.getText(),
              in.getLong());
      case 12 ->
          new AccountEvent.Balances(new AccountId(in.getText()), values.balances(in), in.getLong());
      case 13 -> reports.flow(in);
      case 14, 15 -> reports.mass(tag, in);
      case 16 ->
          new AccountEvent.Terms(new AccountId(in.getText()), values.terms(in), in.getLong());
      case 17, 96, 120, ReportCodec.TAKEN -> reports.mass(tag, in);
      case 102 ->
          new AccountEvent.Rights(new AccountId(in.getText()), RightsCodec.read(in), in.getLong());
      case ReportCodec.COMPARED -> reports.compared(in);
      case LifecycleCodec.OVERDUE -> lifecycle.read(tag, in);
      case ControlCodec.RECONCILE, ControlCodec.QUERY, ControlCodec.CANCEL_SOME ->
          control.read(tag, in);
      case 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 35, 36, 37, 38 -> reports.read(tag, in);
      case ReportCodec.DENIED, ReportCodec.DENIED_PASSING, ReportCodec.REJECTED_PASSING ->
          reports.read(tag, in);
      case 30 -> new CommandEvent.Sent(new ClientOrderId(in.getText()));
      case 31 -> new CommandEvent.Dropped(new ClientOrderId(in.getText()), in.getText());
      case 32 -> new CommandEvent.CancelDropped(new ClientOrderId(in.getText()), in.getText());
      case 34 -> new CommandEvent.UpdateDropped(new ClientOrderId(in.getText()), in.getText());
      case 33 -> new TimerEvent(in.getText(), in.getText(), in.getLong(), in.getBoolean());
      default -> tag < 60 ? control.read(tag, in) : lifecycle.read(tag, in);
    };
  }

  private static int tag(MarketEvent event) {
    if (event instanceof Trade) {
      return 1;
    }
    if (event instanceof Quote) {
      return 2;
    }
    if (event instanceof FullBook) {
      return 80;
    }
    if (event instanceof BookDifference) {
      return 81;
    }
    if (event instanceof MarkPrice) {
      return 71;
    }
    if (event instanceof FundingRate) {
      return 72;
    }
    return event instanceof Bar ? 3 : event instanceof DataGap ? 4 : 0;
  }

  private void writeAccount(StateWriter out, AccountEvent event) {
    if (event instanceof AccountEvent.Balances balances) {
      out.putByte(12).putText(balances.account().value());
      values.balances(out, balances.balances());
      out.putLong(balances.eventTime());
    } else if (event instanceof AccountEvent.CashFlow flow) {
      reports.flow(out.putByte(13), flow);
    } else if (event instanceof AccountEvent.Terms terms) {
      values.terms(out.putByte(16).putText(terms.account().value()), terms.terms());
      out.putLong(terms.eventTime());
    } else if (event instanceof AccountEvent.Rights told) {
      RightsCodec.write(out.putByte(102).putText(told.account().value()), told.rights());
      out.putLong(told.eventTime());
    } else if (event instanceof AccountEvent.BalancesCompared compared) {
      reports.compared(out, compared);
    } else if (event instanceof AccountEvent.MassReport report) {
      reports.writeMass(out, report);
    }
  }

  private static void writeCommand(StateWriter out, CommandEvent event) {
    if (event instanceof CommandEvent.Sent sent) {
      out.putByte(30).putText(sent.orderId().value());
    } else if (event instanceof CommandEvent.Dropped dropped) {
      out.putByte(31).putText(dropped.orderId().value()).putText(dropped.reason());
    } else if (event instanceof CommandEvent.CancelDropped dropped) {
      out.putByte(32).putText(dropped.orderId().value()).putText(dropped.reason());
    } else if (event instanceof CommandEvent.UpdateDropped dropped) {
      out.putByte(34).putText(dropped.orderId().value()).putText(dropped.reason());
    }
  }
}
