package dev.bourse.control.shell.trader;

import dev.bourse.api.model.Order;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.api.trader.TraderSnapshot.AccountView;
import dev.bourse.api.trader.TraderSnapshot.StrategyView;
import dev.bourse.control.shell.text.Display;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Why a trader is not trading: one sentence per reason, the most likely first. */
final class Obstacles {
  private final TraderSnapshot snapshot;
  private final List<String> sentences = new ArrayList<>();

  private Obstacles(Health health) {
    this.snapshot = health.snapshot();
  }

  static List<String> of(Health health) {
    Obstacles obstacles = new Obstacles(health);
    obstacles.status();
    obstacles.storage();
    health.snapshot().accounts().forEach(obstacles::account);
    health.snapshot().accounts().stream()
        .flatMap(account -> WorthText.obstacles(account).stream())
        .forEach(obstacles.sentences::add);
    obstacles.unknownOrders();
    health.snapshot().safeguards().late().stream()
        .map(each -> sentence(each.why()))
        .forEach(obstacles.sentences::add);
    obstacles.sentences.addAll(health.starvation());
    health.snapshot().strategies().forEach(obstacles::strategy);
    return obstacles.sentences;
  }

  private void status() {
    if (snapshot.status() != TraderStatus.RUNNING) {
      sentences.add(
          "It is " + snapshot.status() + ": " + sentence(snapshot.detail()) + remedy(snapshot));
    }
    if (snapshot.strategies().isEmpty()) {
      sentences.add("It has no strategy. One more file in the configuration folder gives it one.");
    }
  }

  private static String remedy(TraderSnapshot snapshot) {
    return switch (snapshot.status()) {
      case PAUSED, REDUCING -> " Entries again with: trader:resume " + snapshot.id();
      case HALTED -> " When the reason is gone: risk:reset " + snapshot.id();
      case STOPPED -> " Start it with: trader:start " + snapshot.id();
      case SUSPENDED -> " The venue is tried again by itself.";
      case FAULTED -> " Replace the plug-in, or flatten with: trader:flatten " + snapshot.id();
      default -> "";
    };
  }

  /** Where it trades, storage that runs out is in nobody's way yet; the page shows it as such. */
  private void storage() {
    if (!snapshot.storage().isEmpty() && snapshot.status() != TraderStatus.RUNNING) {
      sentences.add("Storage: " + sentence(snapshot.storage()));
    }
  }

  /** While it is suspended, its status names every account that is not connected. */
  private void account(AccountView account) {
    if (!account.connected() && snapshot.status() != TraderStatus.SUSPENDED) {
      sentences.add(
          "Account "
              + account.id()
              + " ("
              + account.exchange()
              + ") is not connected: "
              + sentence(account.detail()));
    }
  }

  private void unknownOrders() {
    List<Order> unknown = snapshot.orders().stream().filter(Order::unknown).toList();
    if (!unknown.isEmpty()) {
      sentences.add(
          Display.count(unknown.size(), "order")
              + " of unknown fate: no entries on the instrument until the venue answers: "
              + unknown.stream().map(order -> order.id().value()).collect(Collectors.joining(", "))
              + ".");
    }
  }

  private void strategy(StrategyView strategy) {
    String name = "Strategy " + strategy.id() + " (" + strategy.type() + ")";
    if (!strategy.bound()) {
      sentences.add(name + " is not there: " + sentence(strategy.detail()));
    } else if (!strategy.detail().isEmpty()) {
      sentences.add(name + ": " + sentence(strategy.detail()));
    }
    if (strategy.bound() && strategy.asked() == 0) {
      sentences.add(name + " was not asked yet: nothing came that it waits for.");
    } else if (strategy.asked() > 0 && strategy.intents() == 0) {
      sentences.add(
          name + " was asked " + Display.count(strategy.asked(), "time") + " and wanted no order.");
    }
    long denied = strategy.denials().values().stream().mapToLong(Long::longValue).sum();
    if (denied > 0) {
      sentences.add(denials(name, strategy, denied));
    }
  }

  private static String denials(String name, StrategyView strategy, long denied) {
    String codes =
        strategy.denials().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    String last =
        strategy.lastDenial().isEmpty() ? "" : " The last: " + sentence(strategy.lastDenial());
    return name
        + ": "
        + denied
        + " of "
        + Display.count(strategy.intents(), "intent")
        + " denied: "
        + codes
        + "."
        + last;
  }

  private static String sentence(String text) {
    if (text.isEmpty()) {
      return "no reason was given.";
    }
    return text.endsWith(".") ? text : text + ".";
  }
}
