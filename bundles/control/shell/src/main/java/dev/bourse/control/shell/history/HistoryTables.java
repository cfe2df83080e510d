package dev.bourse.control.shell.history;

import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Position;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.control.shell.order.OrderText;
import dev.bourse.control.shell.text.Display;
import dev.bourse.control.shell.text.Estimate;
import dev.bourse.control.shell.text.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How orders and positions stood. */
final class HistoryTables {
  private HistoryTables() {}

  static Table orders(List<Kept<TurnResult.OrderKept>> rows, String nothing) {
    Table table =
        Table.orElse(nothing)
            .words("Time", "Kept at", "Status")
            .numbers("Quantity", "Filled", "Average price", "Price", "Trigger")
            .words("Venue's id", "Reason");
    for (Kept<TurnResult.OrderKept> row : rows) {
      Order order = row.what().order();
      table.row(
          Display.millis(row.turn().time()),
          row.occasion(),
          OrderText.status(order),
          Display.quantity(order.spec().quantity()),
          Display.quantity(order.filled()),
          OrderText.averagePrice(order),
          order.spec().price(),
          order.spec().trigger(),
          order.venueOrderId(),
          order.reason());
    }
    return table;
  }

  static Table positions(List<Kept<TurnResult.PositionKept>> rows, String nothing) {
    boolean named = rows.stream().anyMatch(row -> row.what().position().id().isNamed());
    Table table =
        Table.orElse(nothing)
            .words("Time", "Kept at", "Strategy")
            .words(named ? new String[] {"Position"} : new String[0])
            .words("Side")
            .numbers("Quantity", "Average price", "Price", "Unrealized", "Realized", "Fees");
    for (Kept<TurnResult.PositionKept> row : rows) {
      Position position = row.what().position();
      List<@Nullable Object> cells = new ArrayList<>();
      cells.add(Display.millis(row.turn().time()));
      cells.add(row.occasion());
      cells.add(position.strategy());
      if (named) {
        cells.add(position.id());
      }
      cells.add(Display.word(position.side()));
      cells.add(Display.quantity(position.quantity()));
      cells.add(average(position));
      cells.add(row.what().price());
      cells.add(unrealized(row.what()));
      cells.add(Display.money(position.realized()));
      cells.add(Display.money(position.fees()));
      table.row(cells.toArray());
    }
    return table;
  }

  private static String average(Position position) {
    int decimals = position.instrument().priceDecimals();
    return position.averagePrice().map(price -> Display.price(price, decimals)).orElse("");
  }

  private static @Nullable Estimate unrealized(TurnResult.PositionKept kept) {
    Money gain = kept.unrealized();
    return gain == null || kept.position().isFlat() ? null : Estimate.of(gain);
  }
}
