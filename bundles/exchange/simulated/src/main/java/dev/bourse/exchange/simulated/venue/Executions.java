package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Contingency;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderLink;
import java.util.Collections;

/** Executes parts of orders, and takes off the orders that depend on them. */
final class Executions {
  private final VenueState state;
  private final Settlement settlement;
  private final Endings endings;
  private final Step step;

  Executions(VenueState state, Settlement settlement, Endings endings, Step step) {
    this.state = state;
    this.settlement = settlement;
    this.endings = endings;
    this.step = step;
  }

  /**
   * Executes a part of an order. Its siblings give way first, so that they never hold what is gone;
   * the fill is reported before what it did to them.
   */
  void fill(VenueOrder order, long priceRaw, long quantityRaw, Liquidity liquidity, long time) {
    int first = step.reports.size();
    for (VenueOrder sibling : state.siblings(order)) {
      giveWay(order, sibling, quantityRaw, time);
    }
    settlement.fill(order, priceRaw, quantityRaw, liquidity, time);
    Collections.rotate(step.reports.subList(first, step.reports.size()), 1);
  }

  private void giveWay(VenueOrder order, VenueOrder sibling, long quantityRaw, long time) {
    Book book = state.book(sibling.instrument.id());
    OrderLink link = order.link;
    if (book == null || link == null) {
      return;
    }
    boolean all = link.contingency() == Contingency.OCO || quantityRaw >= sibling.remainingRaw();
    if (all) {
      endings.siblingFilled(book, sibling, order, time);
    } else {
      reduce(sibling, quantityRaw, time);
    }
  }

  private void reduce(VenueOrder order, long quantityRaw, long time) {
    settlement.shrink(order, quantityRaw);
    order.shownRaw = Math.min(order.shownRaw, order.remainingRaw());
    OrderChange change = OrderChange.quantity(order.instrument.quantity(order.quantityRaw));
    step.reports.add(
        new OrderReport.Updated(order.account, order.id, order.venueOrderId(), change, time));
  }
}
