package dev.bourse.engine.config;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TraderId;
import dev.bourse.core.ledger.ClientOrderIds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the files together to traders and says in sentences what does not fit. */
final class ConfigurationReader {
  private final Map<String, ConfigFile> traderFiles = new TreeMap<>();
  private final Map<String, ConfigFile> accountFiles = new TreeMap<>();
  private final Map<String, ConfigFile> strategyFiles = new TreeMap<>();
  private final Map<String, ConfigFile> riskFiles = new TreeMap<>();
  private final Map<TraderId, TraderValues> values = new TreeMap<>();
  private final Map<TraderId, List<String>> refused = new TreeMap<>();
  private final Map<TraderId, TraderDefinition> traders = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  ConfigurationReader(Collection<ConfigFile> files) {
    for (ConfigFile file : files) {
      switch (file.kind()) {
        case TRADER -> traderFiles.put(file.name(), file);
        case ACCOUNT -> accountFiles.put(file.name(), file);
        case STRATEGY -> strategyFiles.put(file.name(), file);
        case RISK -> riskFiles.put(file.name(), file);
      }
    }
  }

  Configuration read() {
    traderFiles.values().forEach(this::trader);
    claims();
    orphans(accountFiles, "accounts", TraderValues::accounts);
    orphans(riskFiles, "risk", TraderValues::risk);
    strategyFiles.values().forEach(this::requireTrader);
    values.forEach(this::define);
    return new Configuration(traders, refused, problems);
  }

  private void trader(ConfigFile file) {
    TraderId id;
    try {
      id = new TraderId(file.name());
      ClientOrderIds.requireRoom(id, StrategyId.MANUAL);
    } catch (IllegalArgumentException e) {
      problems.add(file + ": " + e.getMessage());
      return;
    }
    try {
      FeedKeys keys = FeedKeys.of(file.values());
      TraderValues its = TraderValues.of(Split.of(TraderConfig.class, keys.others()).all());
      keys.requireUse(its.mode());
      values.put(id, its);
    } catch (IllegalArgumentException e) {
      refuse(id, file + ": " + e.getMessage());
    }
  }

  private void refuse(TraderId id, String problem) {
    refused.computeIfAbsent(id, each -> new ArrayList<>()).add(problem);
  }

  /** An account belongs to exactly one trader. */
  private void claims() {
    Map<String, List<TraderId>> claims = new TreeMap<>();
    values.forEach(
        (id, each) ->
            each.accounts()
                .forEach(name -> claims.computeIfAbsent(name, n -> new ArrayList<>()).add(id)));
    claims.forEach(
        (name, by) -> {
          if (by.size() > 1) {
            String names = by.stream().map(TraderId::value).collect(Collectors.joining(" and "));
            by.forEach(
                id ->
                    refuse(
                        id,
                        "account "
                            + name
                            + " is claimed by traders "
                            + names
                            + ": an account belongs to exactly one trader"));
          }
        });
  }

  /** A file whose trader does not list it does nothing, and that must be said. */
  private void orphans(
      Map<String, ConfigFile> files, String key, Function<TraderValues, List<String>> listed) {
    for (ConfigFile file : files.values()) {
      TraderValues owner = requireTrader(file);
      if (owner != null && !listed.apply(owner).contains(file.name())) {
        problems.add(
            file
                + ": trader "
                + file.values().get("trader")
                + " does not list it: add it to "
                + key
                + "=");
      }
    }
  }

  private @Nullable TraderValues requireTrader(ConfigFile file) {
    String name = file.values().getOrDefault("trader", "");
    if (name.isEmpty()) {
      problems.add(file + ": trader is missing: write the name of the trader that it belongs to");
      return null;
    }
    if (!traderFiles.containsKey(name)) {
      problems.add(
          file
              + ": there is no trader "
              + name
              + ": create "
              + ConfigFile.Kind.TRADER.file(name)
              + " or correct trader=");
      return null;
    }
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().value().equals(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private void define(TraderId id, TraderValues its) {
    Map<AccountId, AccountDefinition> accounts = new LinkedHashMap<>();
    for (String name : its.accounts()) {
      part(id, accountFiles, ConfigFile.Kind.ACCOUNT, name, PartReader::account)
          .ifPresent(each -> accounts.put(each.id(), each));
    }
    List<RiskDefinition> risks = new ArrayList<>();
    for (String name : its.risk()) {
      part(id, riskFiles, ConfigFile.Kind.RISK, name, PartReader::risk).ifPresent(risks::add);
    }
    StrategiesReader strategies = new StrategiesReader(id, its.mode(), its.accounts());
    strategyFiles.values().stream()
        .filter(file -> id.value().equals(file.values().get("trader")))
        .forEach(strategies::read);
    strategies.problems().forEach(problem -> refuse(id, problem));
    its.reconcile()
        .settings()
        .claims()
        .forEach((instrument, claimant) -> requireClaimant(id, claimant, strategies));
    if (!refused.containsKey(id)) {
      FeedKeys keys = FeedKeys.of(Objects.requireNonNull(traderFiles.get(id.value())).values());
      traders.put(
          id,
          new TraderDefinition(
              id,
              its,
              keys.others(),
              keys.feed(),
              List.copyOf(accounts.values()),
              strategies.definitions(),
              risks));
    }
  }

  private void requireClaimant(TraderId id, StrategyId claimant, StrategiesReader strategies) {
    boolean known =
        claimant.equals(StrategyId.MANUAL)
            || strategies.definitions().stream().anyMatch(each -> each.id().equals(claimant));
    if (!known) {
      refuse(
          id,
          "reconcile.claims names strategy "
              + claimant
              + ", which trader "
              + id
              + " does not have: create "
              + ConfigFile.Kind.STRATEGY.file(claimant.value())
              + " or correct reconcile.claims=");
    }
  }

  private <T> Optional<T> part(
      TraderId id,
      Map<String, ConfigFile> files,
      ConfigFile.Kind kind,
      String name,
      Function<ConfigFile, T> read) {
    ConfigFile file = files.get(name);
    if (file == null) {
      refuse(id, kind + " " + name + " has no file: create " + kind.file(name));
      return Optional.empty();
    }
    String owner = file.values().getOrDefault("trader", "");
    if (!owner.equals(id.value())) {
      refuse(id, file + " belongs to trader " + owner + ", not to " + id);
      return Optional.empty();
    }
    try {
      return Optional.of(read.apply(file));
    } catch (IllegalArgumentException e) {
      refuse(id, file + ": " + e.getMessage());
      return Optional.empty();
    }
  }
}
