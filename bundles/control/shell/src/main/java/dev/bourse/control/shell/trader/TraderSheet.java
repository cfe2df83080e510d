package dev.bourse.control.shell.trader;

import dev.bourse.api.model.Margin;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.api.trader.TraderSnapshot.AccountView;
import dev.bourse.api.trader.TraderSnapshot.FeedView;
import dev.bourse.api.trader.TraderSnapshot.MarginView;
import dev.bourse.api.trader.TraderSnapshot.SignalView;
import dev.bourse.api.trader.TraderSnapshot.StrategyView;
import dev.bourse.control.shell.risk.BreakerTable;
import dev.bourse.control.shell.text.Display;
import dev.bourse.control.shell.text.Estimate;
import dev.bourse.control.shell.text.Sheet;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Everything about one trader on one page, beginning with why it is not trading. */
final class TraderSheet {
  private final Health health;
  private final TraderSnapshot trader;
  private final Sheet sheet = new Sheet();

  private TraderSheet(Health health) {
    this.health = health;
    this.trader = health.snapshot();
  }

  static String of(Health health) {
    TraderSheet page = new TraderSheet(health);
    page.obstacles();
    page.state();
    page.accounts();
    page.breakers();
    page.feeds();
    page.strategies();
    page.signals();
    page.denials();
    return page.sheet.text();
  }

  private void obstacles() {
    sheet.line("Trader " + trader.id() + " (" + trader.mode() + ") is " + health.status() + ".");
    if (!trader.detail().isEmpty()) {
      sheet.line("  " + trader.detail());
    }
    List<String> obstacles = Obstacles.of(health);
    sheet.heading("Why it is not trading");
    if (obstacles.isEmpty()) {
      sheet.line("  Nothing stands in its way.");
    }
    obstacles.forEach(sheet::sentence);
  }

  private void state() {
    sheet.heading("State");
    sheet.pair("Time", Display.time(trader.time()));
    sheet.pair("Turns", trader.sequence() + 1);
    sheet.pair("Start", "epoch " + trader.epoch());
    sheet.pair("Equity", Estimate.of(trader.equity()));
    sheet.pair("Orders", orders());
    heldHere();
    sheet.pair("Next timer", Display.time(trader.nextTimer()));
    sheet.pair("Queues", queues());
    sheet.pair("Storage", trader.storage().isEmpty() ? "healthy" : trader.storage());
    sheet.pair("State hash", trader.stateHash());
  }

  private void heldHere() {
    long held =
        trader.liveOrders().stream()
            .filter(order -> order.status() == OrderStatus.EMULATED)
            .count();
    if (held > 0) {
      sheet.pair(
          "Held here",
          held
              + (held == 1 ? " conditional order" : " conditional orders")
              + ": STOPS DIE WITH THIS PROCESS, they do nothing while it is down");
    }
  }

  private String orders() {
    long unknown = trader.orders().stream().filter(order -> order.unknown()).count();
    return trader.liveOrders().size()
        + " live, "
        + unknown
        + " of unknown fate, "
        + trader.orders().size()
        + " kept";
  }

  private String queues() {
    String waiting =
        trader.queues().entrySet().stream()
            .filter(entry -> entry.getValue() != 0)
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    return waiting.isEmpty() ? "all empty" : waiting + ", others empty";
  }

  private void accounts() {
    Table table =
        Table.orElse("It has no account.")
            .words("Account", "Exchange", "Money", "Connected", "Detail");
    trader
        .accounts()
        .forEach(
            account ->
                table.row(
                    account.id(),
                    account.exchange(),
                    Display.stake(account.sandbox()),
                    account.connected(),
                    account.detail()));
    sheet.heading("Accounts").table(table);
    trader.accounts().forEach(this::key);
    trader.accounts().forEach(this::worth);
    trader.accounts().forEach(this::margins);
    trader.accounts().forEach(this::flows);
  }

  private void key(AccountView account) {
    account.rights().ifPresent(rights -> sheet.pair("Key " + account.id(), rights));
  }

  private void worth(AccountView account) {
    account.worth().ifPresent(worth -> sheet.pair("Worth " + account.id(), WorthText.of(worth)));
  }

  private void margins(AccountView account) {
    for (MarginView each : account.margins()) {
      Margin margin = each.margin();
      sheet.pair(
          "Margin " + account.id(),
          Display.word(each.terms().mode())
              + " "
              + each.terms().leverage()
              + (each.terms().hedged() ? "x, long and short apart" : "x")
              + ": equity "
              + Display.money(margin.equity())
              + ", initial "
              + Display.money(margin.initial())
              + ", maintenance "
              + Display.money(margin.maintenance())
              + ", available "
              + Display.money(margin.available())
              + ", unrealized "
              + Display.money(margin.unrealized()));
    }
  }

  private void flows(AccountView account) {
    if (!account.flows().isEmpty()) {
      sheet.pair(
          "Flows " + account.id(),
          account.flows().stream()
              .map(flow -> flow.kind() + " " + Display.money(flow.amount()))
              .collect(Collectors.joining(", ")));
    }
  }

  private void breakers() {
    if (!trader.safeguards().breakers().isEmpty()) {
      sheet.heading("Breakers").table(BreakerTable.of(List.of(trader)));
    }
  }

  private void feeds() {
    Table table =
        Table.orElse("It follows no instrument.")
            .words("Instrument")
            .numbers("Last price", "Age")
            .words("Last data", "Last bar")
            .numbers("Events", "Conflated");
    for (FeedView feed : trader.feeds()) {
      table.row(
          feed.instrument().id(),
          Display.price(feed.lastPrice()),
          health.age(feed.lastEvent()),
          Display.time(feed.lastEvent()),
          Display.time(feed.lastBar()),
          feed.events(),
          feed.conflated());
    }
    sheet.heading("Market data").table(table);
  }

  private void strategies() {
    Table table =
        Table.orElse("It has no strategy.")
            .words("Strategy", "Type", "Version", "Bar", "Instruments", "There")
            .numbers("Asked", "Intents", "Denied");
    for (StrategyView strategy : trader.strategies()) {
      table.row(
          strategy.id(),
          strategy.type(),
          strategy.version(),
          strategy.bar(),
          strategy.instruments().stream().map(Object::toString).collect(Collectors.joining(" ")),
          strategy.bound(),
          strategy.asked(),
          strategy.intents(),
          strategy.denials().values().stream().mapToLong(Long::longValue).sum());
    }
    sheet.heading("Strategies").table(table);
  }

  private void signals() {
    List<SignalView> living =
        trader.signals().stream().filter(signal -> !signal.state().isEnd()).toList();
    if (living.isEmpty()) {
      return;
    }
    Table table =
        Table.orElse("")
            .words("Signal", "State")
            .numbers("Take-profit", "Stop-loss")
            .words("Until");
    for (SignalView signal : living) {
      table.row(
          signal.id(),
          signal.state(),
          Display.price(signal.signal().takeProfit()),
          Display.price(signal.signal().stopLoss()),
          Display.time(signal.until()));
    }
    sheet.heading("Signals").table(table);
    sheet.line(
        "  STOPS DIE WITH THIS PROCESS: protection=local, the platform holds them, nothing rests at"
            + " the venue.");
  }

  private void denials() {
    Table table = Table.orElse("").words("Strategy", "Code").numbers("Count");
    for (StrategyView strategy : trader.strategies()) {
      for (Map.Entry<String, Long> entry : new TreeMap<>(strategy.denials()).entrySet()) {
        table.row(strategy.id(), entry.getKey(), entry.getValue());
      }
    }
    if (table.size() > 0) {
      sheet.heading("Denials").table(table);
    }
  }
}
