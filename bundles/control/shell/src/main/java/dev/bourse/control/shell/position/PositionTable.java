package dev.bourse.control.shell.position;

import dev.bourse.api.model.Position;
import dev.bourse.api.model.Price;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.api.trader.TraderSnapshot.FeedView;
import dev.bourse.control.shell.text.Display;
import dev.bourse.control.shell.text.Estimate;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import java.util.Optional;

/** What strategies hold. */
final class PositionTable {
  private PositionTable() {}

  /** A list of positions; flat ones only if wanted. */
  static Table of(List<TraderSnapshot> traders, boolean flatToo) {
    boolean some = traders.stream().anyMatch(trader -> !trader.positions().isEmpty());
    Table table =
        Table.orElse(
                some
                    ? "No open positions. See the closed ones with: position:list --all"
                    : "No positions yet. See what is in the way with: trader:info")
            .words("Trader", "Strategy", "Instrument", "Side")
            .numbers("Quantity", "Average price", "Last price", "Unrealized", "Realized", "Fees");
    for (TraderSnapshot trader : traders) {
      for (Position position : trader.positions()) {
        if (flatToo || !position.isFlat()) {
          row(table, trader, position);
        }
      }
    }
    return table;
  }

  private static void row(Table table, TraderSnapshot trader, Position position) {
    Optional<Price> last =
        trader.feeds().stream()
            .filter(feed -> feed.instrument().id().equals(position.instrument().id()))
            .findFirst()
            .flatMap(FeedView::lastPrice);
    int decimals = position.instrument().priceDecimals();
    table.row(
        trader.id(),
        position.strategy(),
        position.instrument().id(),
        Display.word(position.side()),
        Display.quantity(position.quantity()),
        position.averagePrice().map(price -> Display.price(price, decimals)).orElse(""),
        Display.price(last),
        position.isFlat() ? null : last.map(position::unrealized).map(Estimate::of).orElse(null),
        Display.money(position.realized()),
        Display.money(position.fees()));
  }
}
