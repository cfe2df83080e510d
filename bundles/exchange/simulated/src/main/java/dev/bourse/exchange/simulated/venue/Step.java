package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.BookEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Position;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one call changed, and what is to be reported once that is kept. Reused from call to call.
 */
final class Step {
  final List<VenueOrder> orders = new ArrayList<>();
  final List<Fill> fills = new ArrayList<>();
  final List<Book> markets = new ArrayList<>();
  final List<Book> listed = new ArrayList<>();
  final List<Pending> taken = new ArrayList<>();
  final List<Position> positions = new ArrayList<>();
  final List<OrderReport.Made> made = new ArrayList<>();
  final List<AccountEvent.CashFlow> flows = new ArrayList<>();
  final List<VenueEvent> reports = new ArrayList<>();

  /** What was said of a book, and of which one. */
  @Nullable BookEvent change;

  @Nullable Book changedBook;

  /** Commands up to this number are not on their way any more, -1 for no change. */
  long arrivedThrough = -1;

  /** Whether orders changed by more than following the market. */
  private boolean ordersMatter;

  /** Whether balances were set by hand: the opening of an account. */
  boolean opened;

  /** An order changed, and somebody may rely on it. */
  void touch(VenueOrder order) {
    ordersMatter = true;
    note(order);
  }

  /** An order changed in a way that the same market data would bring about again. */
  void note(VenueOrder order) {
    if (!order.touched) {
      order.touched = true;
      orders.add(order);
    }
  }

  void touch(Book book) {
    if (!book.touched) {
      book.touched = true;
      markets.add(book);
    }
  }

  /** Something was said of a book. */
  void change(Book book, BookEvent said) {
    changedBook = book;
    change = said;
  }

  void fill(Fill fill) {
    fills.add(fill);
    reports.add(new OrderReport.Filled(fill));
  }

  /** A position changed, by a fill. */
  void touch(Position position) {
    positions.add(position);
  }

  void made(OrderReport.Made order) {
    made.add(order);
    reports.add(order);
  }

  void flow(AccountEvent.CashFlow flow) {
    flows.add(flow);
    reports.add(flow);
  }

  /** Whether anybody must be able to rely on this after a power cut. */
  boolean mustBeDurable() {
    return opened || ordersMatter || !flows.isEmpty() || !taken.isEmpty() || !listed.isEmpty();
  }

  /** Whether nothing changed but market data. */
  boolean isMarketOnly() {
    return arrivedThrough < 0 && !mustBeDurable();
  }

  void clear() {
    orders.forEach(order -> order.touched = false);
    orders.clear();
    ordersMatter = false;
    markets.forEach(book -> book.touched = false);
    markets.clear();
    fills.clear();
    positions.clear();
    made.clear();
    flows.clear();
    listed.clear();
    taken.clear();
    reports.clear();
    change = null;
    changedBook = null;
    arrivedThrough = -1;
    opened = false;
  }
}
