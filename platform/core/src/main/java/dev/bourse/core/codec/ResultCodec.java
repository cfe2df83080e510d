package dev.bourse.core.codec;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.SignalReason;
import dev.bourse.api.model.SignalState;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import dev.bourse.api.trace.Explanation;
import dev.bourse.api.trace.TurnResult;
import java.util.ArrayList;
import java.util.List;

/** Results of a turn as bytes: a tag and the fields. */
final class ResultCodec {
  private final ValueCodec values;
  private final ListCodec lists;
  private final FeeCodec fees;
  private final GuardCodec guards;
  private final HistoryCodec history;

  ResultCodec(ValueCodec values) {
    this.values = values;
    this.lists = new ListCodec(values);
    this.fees = new FeeCodec(values);
    this.guards = new GuardCodec(values);
    this.history = new HistoryCodec(values);
  }

  void write(StateWriter out, TurnResult result) {
    if (result instanceof TurnResult.OrderApproved approved) {
      order(out.putByte(1), approved.order(), approved.why());
    } else if (result instanceof TurnResult.OrderDenied denied) {
      order(out.putByte(2), denied.order(), denied.why());
    } else if (result instanceof TurnResult.CancelRequested cancel) {
      out.putByte(3).putText(cancel.orderId().value()).putText(cancel.reason());
    } else if (result instanceof TurnResult.QueryRequested query) {
      out.putByte(4).putText(query.orderId().value());
    } else if (result instanceof TurnResult.TimerSet timer) {
      out.putByte(5).putText(timer.owner()).putText(timer.name()).putLong(timer.deadline());
    } else if (result instanceof TurnResult.TimerCanceled timer) {
      out.putByte(6).putText(timer.owner()).putText(timer.name());
    } else if (result instanceof TurnResult.StatusChanged changed) {
      out.putByte(7).putText(changed.status().name()).putText(changed.detail());
    } else if (result instanceof TurnResult.StateSaved saved) {
      out.putByte(8).putText(saved.strategy().value()).putText(saved.instrument().toString());
      out.putText(saved.name()).putInt(saved.version()).putBytes(saved.bytes());
    } else if (result instanceof TurnResult.StrategyFaulted faulted) {
      out.putByte(9).putText(faulted.strategy().value()).putText(faulted.reason());
    } else if (result instanceof TurnResult.Noted noted) {
      out.putByte(10).putText(noted.level().name()).putText(noted.text());
    } else if (result instanceof TurnResult.AmendRequested amend) {
      values.details().change(out.putByte(11).putText(amend.orderId().value()), amend.change());
      why(out, amend.why());
    } else if (result instanceof TurnResult.AmendDenied denied) {
      values.details().change(out.putByte(12).putText(denied.orderId().value()), denied.change());
      out.putText(denied.reason());
    } else if (result instanceof TurnResult.SignalMoved moved) {
      out.putByte(13).putText(moved.strategy().value()).putText(moved.instrument().toString());
      out.putText(moved.signal()).putText(moved.state().name()).putText(moved.reason().name());
      out.putText(moved.detail());
    } else if (result instanceof TurnResult.OrderReleased released) {
      values.optionalPrice(out.putByte(14).putText(released.orderId().value()), released.limit());
      why(out, released.why());
    } else if (result instanceof TurnResult.HeldOrderEnded ended) {
      out.putByte(15).putText(ended.orderId().value()).putText(ended.status().name());
      out.putText(ended.reason());
    } else if (result instanceof TurnResult.FeeConverted fee) {
      fees.write(out, fee);
    } else if (!guards.write(out, result) && !history.write(out, result)) {
      lists.write(out, result);
    }
  }

  TurnResult read(StateReader in) {
    int tag = in.getByte();
    return switch (tag) {
      case 1 -> new TurnResult.OrderApproved(values.order(in), in.getText(), texts(in));
      case 2 -> new TurnResult.OrderDenied(values.order(in), in.getText(), texts(in));
      case 3 -> new TurnResult.CancelRequested(new ClientOrderId(in.getText()), in.getText());
      case 4 -> new TurnResult.QueryRequested(new ClientOrderId(in.getText()));
      case 5 -> new TurnResult.TimerSet(in.getText(), in.getText(), in.getLong());
      case 6 -> new TurnResult.TimerCanceled(in.getText(), in.getText());
      case 7 -> new TurnResult.StatusChanged(TraderStatus.valueOf(in.getText()), in.getText());
      case 8 ->
          new TurnResult.StateSaved(
              new StrategyId(in.getText()),
              InstrumentId.of(in.getText()),
              in.getText(),
              in.getInt(),
              in.getBytes());
      case 9 -> new TurnResult.StrategyFaulted(new StrategyId(in.getText()), in.getText());
      case 10 -> new TurnResult.Noted(Alert.Level.valueOf(in.getText()), in.getText());
      case 11 ->
          new TurnResult.AmendRequested(
              new ClientOrderId(in.getText()),
              values.details().change(in),
              Explanation.of(in.getText(), texts(in)));
      case 12 ->
          new TurnResult.AmendDenied(
              new ClientOrderId(in.getText()), values.details().change(in), in.getText());
      case 13 ->
          new TurnResult.SignalMoved(
              new StrategyId(in.getText()),
              InstrumentId.of(in.getText()),
              in.getText(),
              SignalState.valueOf(in.getText()),
              SignalReason.valueOf(in.getText()),
              in.getText());
      case 14 ->
          new TurnResult.OrderReleased(
              new ClientOrderId(in.getText()),
              values.optionalPrice(in),
              Explanation.of(in.getText(), texts(in)));
      case 15 ->
          new TurnResult.HeldOrderEnded(
              new ClientOrderId(in.getText()), OrderStatus.valueOf(in.getText()), in.getText());
      case FeeCodec.TAG -> fees.read(in);
      default -> other(tag, in);
    };
  }

  private TurnResult other(int tag, StateReader in) {
    if (HistoryCodec.isOurs(tag)) {
      return history.read(tag, in);
    }
    return GuardCodec.isOurs(tag) ? guards.read(tag, in) : lists.read(tag, in);
  }

  private void order(StateWriter out, Order order, Explanation why) {
    values.order(out, order);
    why(out, why);
  }

  static void why(StateWriter out, Explanation why) {
    List<String> checks = why.checks();
    out.putText(why.seen()).putInt(checks.size());
    checks.forEach(out::putText);
  }

  static List<String> texts(StateReader in) {
    List<String> all = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      all.add(in.getText());
    }
    return all;
  }
}
