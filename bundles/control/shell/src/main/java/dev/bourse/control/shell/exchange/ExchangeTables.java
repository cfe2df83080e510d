package dev.bourse.control.shell.exchange;

import dev.bourse.api.exchange.AccountFinding;
import dev.bourse.api.model.AccountRights;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.api.trader.TraderSnapshot.AccountView;
import dev.bourse.api.trader.TraderSnapshot.FeedView;
import dev.bourse.control.shell.text.Display;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import java.util.Locale;

/** Accounts and instruments. */
final class ExchangeTables {
  private ExchangeTables() {}

  static Table accounts(List<TraderSnapshot> traders) {
    Table table =
        Table.orElse(
                "No accounts. One file dev.bourse.account-<name>.cfg makes one; the types are below.")
            .words("Account", "Exchange", "Money", "Trader", "Connected", "Key", "Detail");
    for (TraderSnapshot trader : traders) {
      for (AccountView account : trader.accounts()) {
        table.row(
            account.id(),
            account.exchange(),
            Display.stake(account.sandbox()),
            trader.id(),
            account.connected(),
            account.rights().map(ExchangeTables::key).orElse(""),
            account.detail());
      }
    }
    return table;
  }

  /** What matters most of a key; {@code trader:info} has all of it. */
  private static String key(AccountRights rights) {
    if (rights.mayWithdraw()) {
      return "MAY WITHDRAW";
    }
    return rights.trades() ? "trades" : "reads";
  }

  static Table instruments(List<TraderSnapshot> traders) {
    Table table =
        Table.orElse("No instruments. Traders list them once their accounts are connected.")
            .words("Trader", "Instrument", "Trading")
            .numbers(
                "Tick", "Step", "Min quantity", "Min notional", "Maker", "Taker", "Last price");
    for (TraderSnapshot trader : traders) {
      for (FeedView feed : trader.feeds()) {
        Instrument instrument = feed.instrument();
        table.row(
            trader.id(),
            instrument.id(),
            instrument.trading(),
            Display.price(instrument.tickSize()),
            Display.quantity(instrument.stepSize()),
            Display.quantity(instrument.minQuantity()),
            Display.money(instrument.minNotional()),
            Display.percent(instrument.makerFee()),
            Display.percent(instrument.takerFee()),
            Display.price(feed.lastPrice()));
      }
    }
    return table;
  }

  static Table findings(List<AccountFinding> findings) {
    Table table = Table.orElse("The venue said nothing.").words("What", "Result", "Found");
    for (AccountFinding each : findings) {
      table.row(each.name(), each.result().name().toLowerCase(Locale.ROOT), each.text());
    }
    return table;
  }
}
