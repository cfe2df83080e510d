package dev.bourse.control.shell.signal;

import dev.bourse.api.model.Price;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.api.trader.TraderSnapshot.SignalView;
import dev.bourse.control.shell.text.Display;
import dev.bourse.control.shell.text.Sheet;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Signals as a list and one signal as a page. */
final class SignalViews {
  private SignalViews() {}

  /** The newest signal of each signal strategy and instrument; ended ones only if wanted. */
  static Table list(List<TraderSnapshot> traders, boolean endedToo) {
    boolean some = traders.stream().anyMatch(trader -> !trader.signals().isEmpty());
    Table table =
        Table.orElse(
                some
                    ? "No signal lives. See the newest that ended with: signal:list --all"
                    : "No signals yet. Signal strategies give them: strategy:list")
            .words("Signal", "State", "Reason", "Side")
            .numbers("Size", "Entry", "Take-profit", "Stop-loss")
            .words("Until", "Moved");
    for (TraderSnapshot trader : traders) {
      for (SignalView signal : trader.signals()) {
        if (endedToo || !signal.state().isEnd()) {
          row(table, signal);
        }
      }
    }
    return table;
  }

  private static void row(Table table, SignalView view) {
    table.row(
        view.id(),
        view.state(),
        view.reason(),
        Display.word(view.signal().side()),
        Display.quantity(view.size()),
        Display.price(Optional.ofNullable(view.signal().entry())),
        Display.price(view.signal().takeProfit()),
        Display.price(view.signal().stopLoss()),
        Display.time(view.until()),
        Display.time(view.movedAt()));
  }

  /** One signal. */
  static String page(SignalView view) {
    Sheet sheet = new Sheet();
    sheet.line("Signal " + view.id() + " is " + view.state() + ", " + view.reason() + ".");
    sheet.pair("Detail", view.detail());
    sheet.pair("Side", Display.word(view.signal().side()));
    sheet.pair("Size", Display.quantity(view.size()));
    sheet.pair("Entry", entry(view.signal().entry()));
    sheet.pair("Take-profit", Display.price(view.signal().takeProfit()));
    sheet.pair("Stop-loss", Display.price(view.signal().stopLoss()));
    sheet.pair("Note", view.signal().note());
    sheet.pair("Strategy", view.strategy());
    sheet.pair("Account", view.account());
    sheet.pair("Instrument", view.instrument());
    sheet.pair("Given", Display.time(view.givenAt()));
    sheet.pair("Moved", Display.time(view.movedAt()));
    sheet.pair("Until", Display.time(view.until()));
    sheet.pair(
        "Orders", view.orders().stream().map(Object::toString).collect(Collectors.joining(", ")));
    if (!view.state().isEnd()) {
      sheet.line("protection=local: STOPS DIE WITH THIS PROCESS.");
    }
    return sheet.text();
  }

  private static String entry(@Nullable Price price) {
    return price == null ? "at the market" : Display.price(price);
  }
}
