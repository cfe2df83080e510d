package dev.bourse.control.shell.position;

import dev.bourse.api.model.Position;
import dev.bourse.api.model.Price;
import dev.bourse.api.trace.TurnResult.Protection;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.api.trader.TraderSnapshot.FeedView;
import dev.bourse.api.trader.TraderSnapshot.LiquidationView;
import dev.bourse.control.shell.text.Display;
import dev.bourse.control.shell.text.Estimate;
import dev.bourse.control.shell.text.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What strategies hold. */
final class PositionTable {
  private PositionTable() {}

  /** A list of positions; flat ones only if wanted. */
  static Table of(List<TraderSnapshot> traders, boolean flatToo) {
    boolean some = traders.stream().anyMatch(trader -> !trader.positions().isEmpty());
    boolean margin =
        traders.stream()
            .flatMap(trader -> trader.accounts().stream())
            .anyMatch(account -> !account.margins().isEmpty());
    boolean named = isNamed(traders);
    boolean unprotected =
        traders.stream().anyMatch(trader -> !trader.safeguards().late().isEmpty());
    Table table =
        Table.orElse(
                some
                    ? "No open positions. See the closed ones with: position:list --all"
                    : "No positions yet. See what is in the way with: trader:info")
            .words("Trader", "Strategy", "Instrument")
            .words(named ? new String[] {"Position"} : new String[0])
            .words("Side")
            .numbers("Quantity", "Average price", "Last price", "Unrealized", "Realized", "Fees")
            .numbers(margin ? new String[] {"Leverage", "Liquidation"} : new String[0])
            .words(unprotected ? new String[] {"Protection"} : new String[0]);
    for (TraderSnapshot trader : traders) {
      for (Position position : trader.positions()) {
        if (flatToo || !position.isFlat()) {
          List<@Nullable Object> row = row(trader, position, named, margin);
          if (unprotected) {
            row.add(protection(trader, position));
          }
          table.row(row.toArray());
        }
      }
    }
    return table;
  }

  /** Whether some position has a name, so that names have a column. */
  private static boolean isNamed(List<TraderSnapshot> traders) {
    return traders.stream()
        .flatMap(trader -> trader.positions().stream())
        .anyMatch(position -> position.id().isNamed());
  }

  private static List<@Nullable Object> row(
      TraderSnapshot trader, Position position, boolean named, boolean margin) {
    Optional<FeedView> feed =
        trader.feeds().stream()
            .filter(each -> each.instrument().id().equals(position.instrument().id()))
            .findFirst();
    Optional<Price> last = feed.flatMap(FeedView::lastPrice);
    Optional<Price> judged = feed.flatMap(FeedView::valuationPrice);
    int decimals = position.instrument().priceDecimals();
    List<@Nullable Object> row = new ArrayList<>();
    row.add(trader.id());
    row.add(position.strategy());
    row.add(position.instrument().id());
    if (named) {
      row.add(position.id());
    }
    row.add(Display.word(position.side()));
    row.add(Display.quantity(position.quantity()));
    row.add(position.averagePrice().map(price -> Display.price(price, decimals)).orElse(""));
    row.add(Display.price(last));
    row.add(
        position.isFlat() ? null : judged.map(position::unrealized).map(Estimate::of).orElse(null));
    row.add(Display.money(position.realized()));
    row.add(Display.money(position.fees()));
    if (margin) {
      LiquidationView at = liquidation(trader, position).orElse(null);
      row.add(at == null ? null : at.leverage() + "x");
      row.add(at == null ? null : Display.price(at.price()));
    }
    return row;
  }

  /** What people must know of a position whose declared stop does not work. */
  private static String protection(TraderSnapshot trader, Position position) {
    return trader.safeguards().late().stream()
        .filter(each -> each.account().equals(position.account()))
        .filter(each -> each.strategy().equals(position.strategy()))
        .filter(each -> each.instrument().equals(position.instrument().id()))
        .filter(each -> each.position().equals(position.id()))
        .findFirst()
        .map(each -> each.stage() == Protection.CLOSING ? "UNPROTECTED, closing" : "UNPROTECTED")
        .orElse("");
  }

  private static Optional<LiquidationView> liquidation(TraderSnapshot trader, Position position) {
    return trader.accounts().stream()
        .filter(account -> account.id().equals(position.account()))
        .flatMap(account -> account.margins().stream())
        .flatMap(each -> each.liquidations().stream())
        .filter(each -> each.strategy().equals(position.strategy()))
        .filter(each -> each.instrument().equals(position.instrument().id()))
        .filter(each -> each.position().equals(position.id()))
        .findFirst();
  }
}
