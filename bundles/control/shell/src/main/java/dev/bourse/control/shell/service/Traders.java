package dev.bourse.control.shell.service;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.trader.Trader;
import dev.bourse.api.trader.TraderRegistry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the trader that a command is about. */
public final class Traders {
  private final TraderRegistry registry;

  private Traders(TraderRegistry registry) {
    this.registry = registry;
  }

  /** The traders of the engine; a refusal without an engine. */
  public static Traders of(Services services) {
    return new Traders(services.require(TraderRegistry.class, Part.ENGINE));
  }

  /** The engine's registry. */
  public TraderRegistry registry() {
    return registry;
  }

  /** The trader of that name, or the only one if no name was given. */
  public Trader one(@Nullable String name) {
    if (name != null) {
      return registry.find(new TraderId(name)).orElseThrow(() -> new Refusal(unknown(name)));
    }
    List<Trader> all = registry.traders();
    if (all.size() != 1) {
      throw new Refusal(
          all.isEmpty()
              ? "There is no trader yet. Make one with: trader:create"
              : "Say which trader: " + names() + ".");
    }
    return all.get(0);
  }

  /** The trader of that name, or all if no name was given. */
  public List<Trader> some(@Nullable String name) {
    return name == null ? registry.traders() : List.of(one(name));
  }

  /** The trader that knows an order, from its snapshot or its trace. */
  public Trader ofOrder(ClientOrderId order) {
    return find(order)
        .orElseThrow(
            () ->
                new Refusal(
                    "No trader knows an order " + order + ". See them with: order:list --all"));
  }

  private Optional<Trader> find(ClientOrderId order) {
    List<Trader> all = registry.traders();
    Optional<Trader> now =
        all.stream().filter(trader -> trader.snapshot().order(order).isPresent()).findFirst();
    return now.isPresent()
        ? now
        : all.stream().filter(trader -> !trader.trace().explain(order).isEmpty()).findFirst();
  }

  private String unknown(String name) {
    String known = registry.traders().isEmpty() ? "There is none yet" : "There are: " + names();
    return "There is no trader \"" + name + "\". " + known + ".";
  }

  private String names() {
    return registry.traders().stream()
        .map(trader -> trader.id().value())
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
