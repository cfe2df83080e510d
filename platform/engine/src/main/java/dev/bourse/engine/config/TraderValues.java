package dev.bourse.engine.config;

import dev.bourse.api.model.TradingMode;
import dev.bourse.api.persistence.Retention;
import dev.bourse.core.risk.RateLimit;
import dev.bourse.core.settings.History;
import dev.bourse.core.settings.Purge;
import dev.bourse.engine.clock.Speed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys of a trader as values; see {@link TraderConfig} for their meaning.
 *
 * @param mode where events come from and orders go
 * @param accounts names of its accounts
 * @param risk names of its risk modules, empty for {@code none}
 * @param persistence the backend's type
 * @param data the data set or the exchange type of the data
 * @param speed how fast recorded data runs
 * @param laps how often it is replayed, 0 for ever
 * @param flushInterval how long an unimportant turn may stay unforced
 * @param commandMaxAge how old an order may be when it leaves
 * @param journalBacklog how many commands may wait for the disk
 * @param flattenOnFailure whether positions are closed when the journal fails
 * @param warn a plug-in call that takes longer is warned about
 * @param deadline a plug-in call that takes longer faults the trader
 * @param cancelOnStop whether a stop cancels entries
 * @param holdsConditional whether conditional orders that a venue cannot hold wait here
 * @param orderRate how many entries may be sent in a time
 * @param amendRate how many changes of entries may be sent in a time
 * @param venueSettle how long after a doubt began an order that the venue does not know is absent
 * @param snapshotEvery how often state is saved
 * @param snapshotTurns after how many turns at the latest
 * @param inboxMarket room for market events
 * @param inboxExecution room for venue answers
 * @param retention how long the trace keeps what
 * @param reconcile how books are compared with venues
 * @param watch how long answers may stay out, and how often accounts are compared
 * @param guards at what it stops by itself
 * @param history what is written down of orders and positions
 * @param purge when what nobody needs any more leaves memory
 * @param venueBrackets whether exits wait at a venue that can for their entry to fill whole
 */
public record TraderValues(
    TradingMode mode,
    List<String> accounts,
    List<String> risk,
    String persistence,
    String data,
    Speed speed,
    int laps,
    Duration flushInterval,
    Duration commandMaxAge,
    int journalBacklog,
    boolean flattenOnFailure,
    Duration warn,
    Duration deadline,
    boolean cancelOnStop,
    boolean holdsConditional,
    RateLimit orderRate,
    RateLimit amendRate,
    Duration venueSettle,
    Duration snapshotEvery,
    int snapshotTurns,
    int inboxMarket,
    int inboxExecution,
    Retention retention,
    ReconcileKeys reconcile,
    WatchKeys watch,
    GuardKeys guards,
    History history,
    Purge purge,
    boolean venueBrackets) {

  /**
   * Turns what was read into values; throws {@link IllegalArgumentException} with every problem in
   * one sentence.
   */
  static TraderValues of(TraderConfig config) {
    TradingMode mode = TradingMode.of(config.mode());
    List<String> accounts = Lists.read("accounts", config.accounts());
    List<String> problems = new ArrayList<>();
    if (mode == TradingMode.LIVE) {
      confirm(config, accounts, problems);
    } else if (config.data().isBlank()) {
      problems.add("data is missing: " + mode + " needs a source of market data");
    }
    if (config.bracket().equals("venue") && config.protection().equals("local")) {
      problems.add(
          "bracket=venue lets exits wait at the venue, but protection=local keeps them here: write"
              + " protection=venue, or bracket=trader");
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
    return new TraderValues(
        mode,
        accounts,
        config.risk().strip().equals("none") ? List.of() : Lists.read("risk", config.risk()),
        config.persistence().strip(),
        config.data().strip(),
        Speed.of(config.speed()),
        config.laps(),
        Durations.read("flush.interval", config.flush_interval()),
        Durations.read("command.max-age", config.command_max$_$age()),
        config.journal_backlog(),
        config.journal_failed().equals("flatten"),
        Durations.read("strategy.warn", config.strategy_warn()),
        Durations.read("strategy.deadline", config.strategy_deadline()),
        config.on_stop().equals("cancel"),
        config.protection().equals("local"),
        Rates.read("order.rate", config.order_rate()),
        Rates.read("amend.rate", config.amend_rate()),
        Durations.read("venue.settle", config.venue_settle()),
        Durations.read("snapshot.every", config.snapshot_every()),
        config.snapshot_turns(),
        config.inbox_market(),
        config.inbox_execution(),
        retention(config),
        ReconcileKeys.of(config),
        WatchKeys.of(config),
        GuardKeys.of(config),
        history(config),
        PurgeKeys.of(config),
        config.bracket().equals("venue"));
  }

  private static History history(TraderConfig config) {
    String key = "history.interval";
    String text = config.history_interval();
    if (text.strip().equals("off")) {
      return new History(config.history_changes(), 0);
    }
    Duration interval;
    try {
      interval = Durations.read(key, text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(e.getMessage() + ", or off", e);
    }
    if (interval.toSeconds() < 1 || interval.toDays() > 1) {
      throw new IllegalArgumentException(key + "=" + text + " must be 1s to 1d, or off");
    }
    return new History(config.history_changes(), interval.toNanos());
  }

  private static Retention retention(TraderConfig config) {
    Duration decisions = age("trace.retention.decisions", config.trace_retention_decisions());
    Duration market = age("trace.retention.market", config.trace_retention_market());
    boolean limited = market.compareTo(Retention.FOREVER) < 0;
    if (!config.trace_market()) {
      if (limited) {
        throw new IllegalArgumentException(
            "trace.retention.market="
                + config.trace_retention_market()
                + " has no effect while trace.market=false keeps no market data: set"
                + " trace.market=true or leave it out");
      }
      return new Retention(Duration.ZERO, decisions);
    }
    if (limited && market.compareTo(decisions) > 0) {
      throw new IllegalArgumentException(
          "trace.retention.market="
              + config.trace_retention_market()
              + " must not be above trace.retention.decisions="
              + config.trace_retention_decisions()
              + ": market data goes with the decisions at the latest");
    }
    return new Retention(market, decisions);
  }

  private static Duration age(String key, String text) {
    try {
      return text.strip().equals("forever") ? Retention.FOREVER : Durations.read(key, text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(e.getMessage() + ", or forever", e);
    }
  }

  private static void confirm(TraderConfig config, List<String> accounts, List<String> problems) {
    boolean confirmed =
        !config.confirm_live().isBlank()
            && Lists.read("confirm.live", config.confirm_live()).equals(accounts);
    if (!confirmed) {
      problems.add(
          "mode=live places real orders: write confirm.live="
              + String.join(",", accounts)
              + " if that is meant");
    }
    GuardKeys.objection(config).ifPresent(problems::add);
  }
}
