package dev.bourse.exchange.binance.trade;

import dev.bourse.api.model.OrderSpec;
import dev.bourse.exchange.binance.call.Cost;
import dev.bourse.exchange.binance.call.Params;
import java.util.List;

/** The venue's lists of orders (web-socket-api.md, "Order lists"). */
enum ListKind {
  /** Two orders of which one ends the other. */
  OCO("orderList.place.oco"),
  /** An order, and one that waits until it has filled whole. */
  OTO("orderList.place.oto"),
  /** An order, and two of which one ends the other that wait until it has filled whole. */
  OTOCO("orderList.place.otoco");

  private final String method;

  ListKind(String method) {
    this.method = method;
  }

  /** The call that places it. */
  String method() {
    return method;
  }

  /** What that uses up. */
  Cost cost() {
    return this == OTOCO ? Cost.BRACKET : Cost.PAIR;
  }

  /** What its symbol has to allow. */
  List<String> switches() {
    return switch (this) {
      case OCO -> List.of("ocoAllowed");
      case OTO -> List.of("otoAllowed");
      case OTOCO -> List.of("otoAllowed", "ocoAllowed");
    };
  }

  /** What one of its orders does as one of them. */
  OrderSpec inList(OrderSpec spec, boolean first) {
    boolean pair = this == OCO || (this == OTOCO && !first);
    return pair ? ListForm.inPair(spec) : spec;
  }

  /** What is sent, without the list's name. */
  Params params(List<ListForm.Leg> legs) {
    return this == OCO
        ? ListForm.pair(legs.get(0), legs.get(1))
        : ListForm.bracket(legs.get(0), legs.subList(1, legs.size()));
  }
}
