package dev.bourse.core.market;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.Event;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.OrderSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * The instruments that an event speaks of. The journal names them by number and version, so an
 * event can be taken only once each of them was listed: no restart could read it otherwise.
 */
final class NamedInstruments {
  private NamedInstruments() {}

  static List<Instrument> of(Event event) {
    if (event instanceof MarketEvent data) {
      return List.of(data.instrument());
    } else if (event instanceof OrderReport.Filled filled) {
      return List.of(filled.fill().instrument());
    } else if (event instanceof OrderReport.Made made) {
      return List.of(made.spec().instrument());
    } else if (event instanceof AccountEvent.MassReport report) {
      return report(report);
    } else if (event instanceof ControlEvent.Submit submit) {
      return List.of(submit.spec().instrument());
    } else if (event instanceof ControlEvent.SubmitList submit) {
      return list(submit);
    } else if (event instanceof LifecycleEvent.EmergencyOrder order) {
      return List.of(order.spec().instrument());
    } else if (event instanceof LifecycleEvent.StrategyBound bound) {
      return bound.history().stream().map(MarketEvent::instrument).distinct().toList();
    } else if (event instanceof LifecycleEvent.HistoryTold told) {
      return told.bars().stream().map(MarketEvent::instrument).distinct().toList();
    }
    return List.of();
  }

  private static List<Instrument> report(AccountEvent.MassReport report) {
    List<Instrument> all = new ArrayList<>();
    report.fills().forEach(each -> all.add(each.instrument()));
    report.made().forEach(each -> all.add(each.spec().instrument()));
    report.described().forEach(each -> all.add(each.spec().instrument()));
    if (report.positions() != null) {
      report.positions().forEach(each -> all.add(each.instrument()));
    }
    return all;
  }

  private static List<Instrument> list(ControlEvent.SubmitList submit) {
    List<Instrument> all = new ArrayList<>();
    OrderSpec first = submit.list().first();
    if (first != null) {
      all.add(first.instrument());
    }
    submit.list().legs().forEach(each -> all.add(each.instrument()));
    return all;
  }
}
