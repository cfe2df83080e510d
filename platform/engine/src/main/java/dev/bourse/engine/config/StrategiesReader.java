package dev.bourse.engine.config;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.OmsType;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.model.TradingMode;
import dev.bourse.api.model.WarmUp;
import dev.bourse.core.ledger.ClientOrderIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the strategy files of one trader; an instrument of an account has one owner. */
final class StrategiesReader {
  private final TraderId trader;
  private final TradingMode mode;
  private final List<String> accounts;
  private final List<StrategyDefinition> definitions = new ArrayList<>();
  private final Map<String, StrategyId> owners = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  StrategiesReader(TraderId trader, TradingMode mode, List<String> accounts) {
    this.trader = trader;
    this.mode = mode;
    this.accounts = accounts;
  }

  void read(ConfigFile file) {
    try {
      StrategyDefinition definition = define(file);
      own(definition);
      definitions.add(definition);
    } catch (IllegalArgumentException e) {
      problems.add(file + ": " + e.getMessage());
    }
  }

  List<StrategyDefinition> definitions() {
    return definitions;
  }

  List<String> problems() {
    return problems;
  }

  private StrategyDefinition define(ConfigFile file) {
    Split<StrategyConfig> split = Split.of(StrategyConfig.class, file.values());
    StrategyConfig config = split.own();
    BarInterval.all(config.bar());
    return new StrategyDefinition(
        id(file.name()),
        config.type().strip(),
        new AccountId(account(config)),
        Lists.read("instruments", config.instruments()).stream().map(InstrumentId::of).toList(),
        config.bar().strip(),
        config.allotment().strip(),
        warmUp(config),
        config.warmup_data().strip(),
        OmsType.of(config.oms()),
        split.rest());
  }

  /** A venue can be asked for its past; recorded data has no venue. */
  private WarmUp warmUp(StrategyConfig config) {
    WarmUp warmUp = WarmUp.of(config.warmup());
    boolean recorded = mode == TradingMode.REPLAY;
    boolean nowhere = recorded && config.warmup_data().isBlank();
    if (!warmUp.isNone() && (config.bar().isBlank() || nowhere)) {
      throw new IllegalArgumentException(
          "warmup="
              + config.warmup().strip()
              + " needs bars to be told, like bar=1m"
              + (recorded
                  ? ", and the data set that they are read from, like warmup.data=btcusdt"
                  : ""));
    }
    return warmUp;
  }

  private StrategyId id(String name) {
    StrategyId id = new StrategyId(name);
    if (id.equals(StrategyId.MANUAL)) {
      throw new IllegalArgumentException(
          "the name \"manual\" belongs to orders that people type: choose another");
    }
    if (id.equals(StrategyId.EXTERNAL)) {
      throw new IllegalArgumentException(
          "the name \"external\" belongs to what is found at venues: choose another");
    }
    ClientOrderIds.requireRoom(trader, id);
    return id;
  }

  private String account(StrategyConfig config) {
    String name = config.account().strip();
    if (name.isEmpty()) {
      if (accounts.size() > 1) {
        throw new IllegalArgumentException(
            "account is missing: trader "
                + trader
                + " has several, "
                + String.join(", ", accounts));
      }
      return accounts.get(0);
    }
    if (!accounts.contains(name)) {
      throw new IllegalArgumentException(
          "account="
              + name
              + " is not one of trader "
              + trader
              + ": "
              + String.join(", ", accounts));
    }
    return name;
  }

  private void own(StrategyDefinition definition) {
    for (InstrumentId instrument : definition.instruments()) {
      StrategyId owner =
          owners.putIfAbsent(definition.account() + " " + instrument, definition.id());
      if (owner != null) {
        throw new IllegalArgumentException(
            instrument
                + " on account "
                + definition.account()
                + " is owned by strategy "
                + owner
                + ": an instrument of an account has one owner");
      }
    }
  }
}
