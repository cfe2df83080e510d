package dev.bourse.control.shell.trace;

import dev.bourse.api.event.CommandEvent;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.model.StrategyId;
import dev.bourse.control.shell.order.OrderText;
import dev.bourse.control.shell.text.Display;

/** What people asked and what happened to the trader itself, in words. */
final class EngineText {
  private EngineText() {}

  static String of(CommandEvent event) {
    if (event instanceof CommandEvent.Dropped dropped) {
      return "dropped " + dropped.orderId() + ", it never left: " + dropped.reason();
    } else if (event instanceof CommandEvent.CancelDropped dropped) {
      return "cancel of " + dropped.orderId() + " never left: " + dropped.reason();
    } else if (event instanceof CommandEvent.UpdateDropped dropped) {
      return "change of " + dropped.orderId() + " never left: " + dropped.reason();
    }
    return "sent " + event.orderId();
  }

  static String of(ControlEvent event) {
    String by = " by " + event.by();
    if (event instanceof ControlEvent.Pause) {
      return "pause" + by;
    } else if (event instanceof ControlEvent.Resume) {
      return "resume" + by;
    } else if (event instanceof ControlEvent.Reduce) {
      return "reduce" + by;
    } else if (event instanceof ControlEvent.Halt halt) {
      return "halt" + by + ": " + halt.reason();
    } else if (event instanceof ControlEvent.Reset) {
      return "reset" + by;
    } else if (event instanceof ControlEvent.Flatten) {
      return "flatten" + by;
    } else if (event instanceof ControlEvent.Emergency) {
      return "emergency" + by;
    } else if (event instanceof ControlEvent.CancelAll all) {
      StrategyId strategy = all.strategy();
      return "cancel all "
          + (all.entriesOnly() ? "entries" : "orders")
          + (strategy == null ? "" : " of " + strategy)
          + by;
    } else if (event instanceof ControlEvent.Cancel cancel) {
      return "cancel " + cancel.orderId() + by;
    } else if (event instanceof ControlEvent.CloseSignal close) {
      return "close signal " + close.signal() + by;
    } else if (event instanceof ControlEvent.Submit submit) {
      return "submit " + OrderText.spec(submit.spec()) + by;
    } else if (event instanceof ControlEvent.SubmitList submit) {
      return "submit " + OrderText.list(submit.list()) + by;
    }
    if (event instanceof ControlEvent.Query query) {
      return "ask the venue for " + query.orderId() + by;
    }
    return event instanceof ControlEvent.Reconcile wish && wish.accept()
        ? "reconcile" + by + ", taking the venue's word"
        : "reconcile" + by;
  }

  static String of(LifecycleEvent event) {
    if (event instanceof LifecycleEvent.Started started) {
      return "started, epoch " + started.epoch();
    } else if (event instanceof LifecycleEvent.Stopping stopping) {
      return "stopping: " + stopping.reason();
    } else if (event instanceof LifecycleEvent.StrategyBound bound) {
      return "strategy "
          + bound.strategy()
          + " is there: "
          + bound.type()
          + " "
          + bound.version()
          + (bound.warmUp().isEmpty() ? "" : "; " + bound.warmUp());
    } else if (event instanceof LifecycleEvent.HistoryTold told) {
      return "strategy "
          + told.strategy()
          + " hears of "
          + Display.count(told.bars().size(), "bar")
          + " from its venue"
          + (told.sentence().isEmpty() ? "" : "; " + told.sentence());
    } else if (event instanceof LifecycleEvent.StrategyUnbound unbound) {
      return "strategy " + unbound.strategy() + " left: " + unbound.reason();
    } else if (event instanceof LifecycleEvent.StrategyFailed failed) {
      return "strategy " + failed.strategy() + " failed: " + failed.reason();
    } else if (event instanceof LifecycleEvent.RiskModuleChanged changed) {
      return "risk module "
          + changed.module()
          + (changed.bound() ? " is there: " : " left: ")
          + changed.reason();
    } else if (event instanceof LifecycleEvent.StorageChanged changed) {
      return "storage " + (changed.healthy() ? "healthy: " : "in trouble: ") + changed.reason();
    } else if (event instanceof LifecycleEvent.StorageLow storage) {
      return "storage " + (storage.low() ? "runs out: " : "has room again: ") + storage.reason();
    } else if (event instanceof LifecycleEvent.Overdue overdue) {
      return "account " + overdue.account() + " takes long: " + overdue.reason();
    } else if (event instanceof LifecycleEvent.EmergencyOrder order) {
      return "found " + order.orderId() + " of an emergency: " + OrderText.spec(order.spec());
    } else if (event instanceof LifecycleEvent.Recovered recovered) {
      return "recovered: " + recovered.detail();
    }
    return event.getClass().getSimpleName();
  }
}
