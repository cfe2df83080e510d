package dev.bourse.control.shell.trader;

import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Position;
import dev.bourse.api.trader.Trader;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.api.trader.TraderSnapshot.AccountView;
import dev.bourse.api.trader.TraderSnapshot.FeedView;
import dev.bourse.api.trader.WatcherView;
import dev.bourse.control.shell.text.Display;
import dev.bourse.control.shell.text.Estimate;
import dev.bourse.control.shell.text.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables of the scope {@code trader}. */
final class TraderTables {
  private TraderTables() {}

  static Table list(List<Health> traders) {
    Table table =
        Table.orElse("No traders yet. Make one with: trader:create <name> key=value ...")
            .words("Trader", "Mode", "Status")
            .numbers("Equity", "Positions", "Live orders")
            .words("Strategies", "Detail");
    for (Health health : traders) {
      TraderSnapshot trader = health.snapshot();
      table.row(
          trader.id(),
          trader.mode(),
          health.status(),
          Estimate.of(trader.equity()),
          trader.positions().stream().filter(position -> !position.isFlat()).count(),
          (long) trader.liveOrders().size(),
          trader.strategies().stream()
              .map(strategy -> strategy.id().value())
              .collect(Collectors.joining(" ")),
          trader.detail());
    }
    return table;
  }

  static Table status(List<Health> traders) {
    Table table =
        Table.orElse("No traders yet. Make one with: trader:create <name> key=value ...")
            .words("Trader", "Status", "Detail");
    traders.forEach(
        health -> table.row(health.snapshot().id(), health.status(), health.snapshot().detail()));
    return table;
  }

  static Table configuration(List<Trader> traders) {
    Table table =
        Table.orElse("No configuration is known yet. See why with: trader:info")
            .words("Trader", "Key", "Value");
    traders.forEach(
        trader ->
            trader.configuration().forEach((key, value) -> table.row(trader.id(), key, value)));
    return table;
  }

  static Table watchers(List<Trader> traders) {
    Table table =
        Table.orElse("Nothing is watched: no trader of these runs at a venue.")
            .words("Trader", "Account", "Watches", "State")
            .numbers("Asks after", "Asked", "Answer within", "Missed", "May be")
            .words("Heard last", "Asked last");
    for (Trader trader : traders) {
      for (WatcherView each : trader.watchers()) {
        table.row(
            trader.id(),
            each.account(),
            Display.word(each.subject()),
            Display.word(each.state()),
            each.interval().map(time -> Display.duration(time.toNanos())).orElse(Display.NONE),
            each.questions(),
            Display.duration(each.timeout().toNanos()),
            each.missed(),
            each.retries() == 0 ? Display.NONE : each.retries(),
            Display.time(each.heard()),
            Display.time(each.asked()));
      }
    }
    return table;
  }

  static Table balances(List<TraderSnapshot> traders) {
    Table table =
        Table.orElse("No balances are known yet. See why with: trader:info")
            .words("Trader", "Account", "Currency")
            .numbers("Total", "Reserved", "Free");
    for (TraderSnapshot trader : traders) {
      for (AccountView account : trader.accounts()) {
        for (Balance balance : account.balances()) {
          table.row(
              trader.id(),
              account.id(),
              balance.currency(),
              Display.amount(balance.total()),
              Display.amount(balance.reserved()),
              Display.amount(balance.free()));
        }
      }
    }
    return table;
  }

  static Table fills(List<Fills.Booked> fills) {
    Table table =
        Table.orElse("No fills yet. See what is in the way with: trader:info")
            .words("Time", "Order", "Side")
            .numbers("Quantity")
            .words("Instrument")
            .numbers("Price", "Notional", "Fee")
            .words("Liquidity", "Fill");
    for (Fills.Booked booked : fills) {
      Fill fill = booked.fill();
      table.row(
          Display.time(fill.eventTime()),
          fill.orderId(),
          Display.word(fill.side()),
          Display.quantity(fill.quantity()),
          fill.instrument().id(),
          Display.price(fill.price()),
          Display.money(fill.notional()),
          booked.fee(),
          Display.word(fill.liquidity()),
          fill.fillId() + (fill.provisional() ? " (provisional)" : ""));
    }
    return table;
  }

  /** A column for fees in other currencies is there when somebody paid such. */
  static Table profit(List<TraderSnapshot> traders) {
    boolean others = traders.stream().anyMatch(trader -> !trader.fees().isEmpty());
    boolean named =
        traders.stream()
            .flatMap(trader -> trader.positions().stream())
            .anyMatch(position -> position.id().isNamed());
    Table table =
        Table.orElse("Nothing was traded yet. See what is in the way with: trader:info")
            .words("Trader", "Strategy", "Instrument")
            .words(named ? new String[] {"Position"} : new String[0])
            .numbers("Realized", "Unrealized", "Fees", "Net", "Fills")
            .words(others ? new String[] {"Other fees"} : new String[0]);
    for (TraderSnapshot trader : traders) {
      for (Position position : trader.positions()) {
        List<@Nullable Object> row = profit(trader, position, named);
        if (others) {
          row.add(otherFees(trader, position));
        }
        table.row(row.toArray());
      }
    }
    return table;
  }

  private static List<@Nullable Object> profit(
      TraderSnapshot trader, Position position, boolean named) {
    Optional<Money> open = unrealized(trader, position);
    Money booked = position.realized().minus(position.fees());
    List<@Nullable Object> row = new ArrayList<>();
    row.add(trader.id());
    row.add(position.strategy());
    row.add(position.instrument().id());
    if (named) {
      row.add(position.id());
    }
    row.add(Display.money(position.realized()));
    row.add(open.map(Estimate::of).orElse(null));
    row.add(Display.money(position.fees()));
    row.add(open.map(money -> Estimate.of(booked.plus(money))).orElse(null));
    row.add(position.fills());
    return row;
  }

  /** Of a strategy with several positions they stand with the first: they are counted together. */
  private static String otherFees(TraderSnapshot trader, Position position) {
    boolean first =
        trader.positions().stream()
            .filter(each -> each.account().equals(position.account()))
            .filter(each -> each.strategy().equals(position.strategy()))
            .filter(each -> each.instrument().id().equals(position.instrument().id()))
            .findFirst()
            .filter(position::equals)
            .isPresent();
    return !first
        ? ""
        : trader.fees().stream()
            .filter(
                fee ->
                    fee.account().equals(position.account())
                        && fee.strategy().equals(position.strategy())
                        && fee.instrument().equals(position.instrument().id()))
            .map(
                fee ->
                    Display.money(fee.paid())
                        + fee.worth().map(worth -> " = " + Display.money(worth)).orElse(""))
            .collect(Collectors.joining(", "));
  }

  /** What an open position would earn now; empty without a price. */
  private static Optional<Money> unrealized(TraderSnapshot trader, Position position) {
    if (position.isFlat()) {
      return Optional.of(position.instrument().settlement().zero());
    }
    return trader.feeds().stream()
        .filter(feed -> feed.instrument().id().equals(position.instrument().id()))
        .findFirst()
        .flatMap(FeedView::valuationPrice)
        .map(position::unrealized);
  }
}
