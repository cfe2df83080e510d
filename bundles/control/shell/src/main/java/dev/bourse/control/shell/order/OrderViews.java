package dev.bourse.control.shell.order;

import dev.bourse.api.model.Order;
import dev.bourse.api.model.Price;
import dev.bourse.control.shell.text.Display;
import dev.bourse.control.shell.text.Sheet;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import java.util.Optional;

/** Orders as a list and one order as a page. */
final class OrderViews {
  private OrderViews() {}

  /**
   * A list of orders.
   *
   * @param others whether there are orders that are not in the list
   */
  static Table list(List<Order> orders, boolean others) {
    Table table =
        Table.orElse(
                others
                    ? "No live orders. See the closed ones with: order:list --all"
                    : "No orders yet. A strategy places them, or try:"
                        + " order:submit <trader> buy <quantity> <instrument>")
            .words("Order", "Status", "Side")
            .numbers("Quantity", "Filled")
            .words("Instrument", "Type")
            .numbers("Price")
            .words("Strategy", "Updated", "Reason");
    for (Order order : orders) {
      table.row(
          order.id(),
          OrderText.status(order),
          Display.word(order.spec().side()),
          OrderText.size(order.spec()),
          Display.quantity(order.filled()),
          order.spec().instrument().id(),
          Display.word(order.spec().type()),
          Display.price(Optional.ofNullable(order.spec().price())),
          order.strategy(),
          Display.time(order.updatedAt()),
          order.reason());
    }
    return table;
  }

  /** One order. */
  static String page(Order order) {
    Sheet sheet = new Sheet();
    sheet.line("Order " + order.id() + ": " + OrderText.spec(order.spec()));
    sheet.pair("Status", OrderText.status(order));
    sheet.pair("Waits", OrderText.awaited(order));
    sheet.pair("Reason", order.reason());
    sheet.pair("Filled", OrderText.filled(order));
    sheet.pair("Expected price", expected(order.expectedPrice()));
    sheet.pair("Kind", order.entry() ? "may add exposure" : "only reduces");
    sheet.pair("Strategy", order.strategy());
    sheet.pair("Position", order.spec().position());
    sheet.pair("Account", order.account());
    sheet.pair("Venue's id", order.venueOrderId());
    sheet.pair("Approved", Display.time(order.createdAt()));
    sheet.pair("Updated", Display.time(order.updatedAt()));
    sheet.line("The whole story: trace:explain " + order.id());
    return sheet.text();
  }

  private static String expected(@org.jspecify.annotations.Nullable Price price) {
    return price == null ? "" : Display.price(price);
  }
}
