package dev.bourse.control.shell.trader;

import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Position;
import dev.bourse.api.trader.Trader;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.api.trader.TraderSnapshot.AccountView;
import dev.bourse.api.trader.TraderSnapshot.FeedView;
import dev.bourse.control.shell.text.Display;
import dev.bourse.control.shell.text.Estimate;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

  static Table fills(List<Fill> fills) {
    Table table =
        Table.orElse("No fills yet. See what is in the way with: trader:info")
            .words("Time", "Order", "Side")
            .numbers("Quantity")
            .words("Instrument")
            .numbers("Price", "Notional", "Fee")
            .words("Liquidity", "Fill");
    for (Fill fill : fills) {
      table.row(
          Display.time(fill.eventTime()),
          fill.orderId(),
          Display.word(fill.side()),
          Display.quantity(fill.quantity()),
          fill.instrument().id(),
          Display.price(fill.price()),
          Display.money(fill.notional()),
          Display.money(fill.fee()),
          Display.word(fill.liquidity()),
          fill.fillId() + (fill.provisional() ? " (provisional)" : ""));
    }
    return table;
  }

  static Table profit(List<TraderSnapshot> traders) {
    Table table =
        Table.orElse("Nothing was traded yet. See what is in the way with: trader:info")
            .words("Trader", "Strategy", "Instrument")
            .numbers("Realized", "Unrealized", "Fees", "Net", "Fills");
    for (TraderSnapshot trader : traders) {
      for (Position position : trader.positions()) {
        Optional<Money> open = unrealized(trader, position);
        Money booked = position.realized().minus(position.fees());
        table.row(
            trader.id(),
            position.strategy(),
            position.instrument().id(),
            Display.money(position.realized()),
            open.map(Estimate::of).orElse(null),
            Display.money(position.fees()),
            open.map(money -> Estimate.of(booked.plus(money))).orElse(null),
            position.fills());
      }
    }
    return table;
  }

  /** What an open position would earn now; empty without a price. */
  private static Optional<Money> unrealized(TraderSnapshot trader, Position position) {
    if (position.isFlat()) {
      return Optional.of(position.instrument().quote().zero());
    }
    return trader.feeds().stream()
        .filter(feed -> feed.instrument().id().equals(position.instrument().id()))
        .findFirst()
        .flatMap(FeedView::lastPrice)
        .map(position::unrealized);
  }
}
