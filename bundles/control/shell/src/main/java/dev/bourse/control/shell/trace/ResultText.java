package dev.bourse.control.shell.trace;

import dev.bourse.api.trace.TurnResult;
import dev.bourse.control.shell.order.OrderText;
import dev.bourse.control.shell.text.Display;

/** What was decided in a turn, in words. */
final class ResultText {
  private ResultText() {}

  static String of(TurnResult result) {
    if (result instanceof TurnResult.OrderApproved approved) {
      return "approved " + approved.order().id() + ": " + OrderText.spec(approved.order().spec());
    } else if (result instanceof TurnResult.OrderDenied denied) {
      return "denied "
          + denied.order().id()
          + ": "
          + OrderText.spec(denied.order().spec())
          + ", "
          + denied.order().reason();
    } else if (result instanceof TurnResult.CancelRequested cancel) {
      return "cancel of " + cancel.orderId() + ": " + cancel.reason();
    } else if (result instanceof TurnResult.AmendRequested amend) {
      return "change of " + amend.orderId() + " to " + amend.change();
    } else if (result instanceof TurnResult.AmendDenied denied) {
      return "change of "
          + denied.orderId()
          + " to "
          + denied.change()
          + " denied, "
          + denied.reason();
    } else if (result instanceof TurnResult.OrderReleased released) {
      return "trigger of "
          + released.orderId()
          + " passed, it leaves "
          + (released.limit() == null ? "at the market" : "with limit " + released.limit());
    } else if (result instanceof TurnResult.HeldOrderEnded ended) {
      return "held order " + ended.orderId() + " is " + ended.status() + ": " + ended.reason();
    } else if (result instanceof TurnResult.LegActivated activated) {
      return "parent of "
          + activated.orderId()
          + " filled, "
          + Display.quantity(activated.quantity())
          + " of it "
          + (activated.held() ? "wait here for the trigger" : "go out");
    } else if (result instanceof TurnResult.HeldOrderChanged changed) {
      return "held order " + changed.orderId() + " changed to " + changed.change();
    } else if (result instanceof TurnResult.LegReduced reduced) {
      return "order "
          + reduced.orderId()
          + " now for "
          + Display.quantity(reduced.quantity())
          + ": its sibling filled "
          + Display.quantity(reduced.taken());
    } else if (result instanceof TurnResult.ReplaceRequested replaced) {
      return "cancel of " + replaced.orderId() + ", to be replaced: " + replaced.reason();
    } else if (result instanceof TurnResult.ListsSettled) {
      return "lists settled";
    } else if (result instanceof TurnResult.QueryRequested query) {
      return "query of " + query.orderId();
    } else if (result instanceof TurnResult.TimerSet timer) {
      return "timer "
          + timer.owner()
          + "/"
          + timer.name()
          + " set to "
          + Display.time(timer.deadline());
    } else if (result instanceof TurnResult.TimerCanceled timer) {
      return "timer " + timer.owner() + "/" + timer.name() + " taken back";
    } else if (result instanceof TurnResult.StatusChanged changed) {
      return "status " + changed.status() + ": " + changed.detail();
    } else if (result instanceof TurnResult.StateSaved saved) {
      return "state "
          + saved.name()
          + " of "
          + saved.strategy()
          + " saved, "
          + saved.bytes().length
          + " bytes";
    } else if (result instanceof TurnResult.StrategyFaulted faulted) {
      return "strategy " + faulted.strategy() + " failed: " + faulted.reason();
    } else if (result instanceof TurnResult.Noted noted) {
      return Display.word(noted.level()) + ": " + noted.text();
    } else if (result instanceof TurnResult.SignalMoved moved) {
      return moved.sentence();
    } else if (result instanceof TurnResult.FeeConverted converted) {
      return converted.sentence();
    }
    return guard(result);
  }

  private static String guard(TurnResult result) {
    if (result instanceof TurnResult.MarkSet set) {
      return "losses of "
          + set.account()
          + " are measured from "
          + Display.money(set.equity())
          + " ("
          + set.mark()
          + ")";
    } else if (result instanceof TurnResult.BreakerTripped trip) {
      return trip.sentence();
    } else if (result instanceof TurnResult.ProtectionChanged changed) {
      return "position of "
          + changed.strategy()
          + " in "
          + changed.instrument()
          + " "
          + Display.word(changed.stage())
          + ": "
          + changed.sentence();
    }
    return kept(result);
  }

  private static String kept(TurnResult result) {
    if (result instanceof TurnResult.OrderKept order) {
      return "kept of "
          + order.order().id()
          + ": "
          + OrderText.status(order.order())
          + ", filled "
          + OrderText.filled(order.order());
    } else if (result instanceof TurnResult.PositionKept position) {
      return "kept of "
          + position.position().strategy()
          + " in "
          + position.position().instrument().id()
          + ": "
          + Display.word(position.position().side())
          + " "
          + Display.quantity(position.position().quantity())
          + (position.price() == null ? "" : ", price " + position.price());
    } else if (result instanceof TurnResult.Purged purged) {
      return "let go from memory: orders that closed before "
          + Display.time(purged.orders())
          + ", flows from before "
          + Display.time(purged.flows());
    }
    return result.getClass().getSimpleName();
  }
}
