package dev.bourse.core.settings;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.model.TradingMode;
import dev.bourse.core.reconciliation.ReconcileSettings;
import dev.bourse.core.risk.RateLimit;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * What a core must know that does not change while it lives. Durations are in nanoseconds.
 *
 * @param trader the trader
 * @param mode the mode
 * @param accounts its accounts; all must be connected and reconciled before strategies are asked
 * @param riskModules the risk modules that must be there, in the order in which they are asked
 * @param barGrace how long after its end a bar waits for late data, 0 in lockstep
 * @param inFlightInterval how often commands without an answer are looked at
 * @param inFlightThreshold how old a command without an answer must be to be queried
 * @param settle how long after a doubt began a "no such order" counts, the venue's receive window
 *     included
 * @param keepClosed how many closed orders and how many fills are kept in memory
 * @param cancelEntriesOnStop whether an orderly stop cancels entries
 * @param holdsConditional whether conditional orders that a venue cannot hold are held here; they
 *     do not act while this process is down
 * @param orderRate how many entries may be sent in a time
 * @param amendRate how many changes of entries may be sent in a time
 * @param currencies by account the code of the currency in which it is valued, for those that have
 *     one
 * @param reconcile how the books are compared with the venues
 * @param timeouts how long commands may stay without an answer
 * @param guards what the trader stops at by itself
 * @param history what is written down of orders and positions
 * @param purge when what nobody needs any more leaves memory
 * @param venueBrackets whether exits wait at a venue that can for their entry to fill whole
 */
public record TraderSettings(
    TraderId trader,
    TradingMode mode,
    List<AccountId> accounts,
    List<String> riskModules,
    long barGrace,
    long inFlightInterval,
    long inFlightThreshold,
    long settle,
    int keepClosed,
    boolean cancelEntriesOnStop,
    boolean holdsConditional,
    RateLimit orderRate,
    RateLimit amendRate,
    SortedMap<AccountId, String> currencies,
    ReconcileSettings reconcile,
    CommandTimeouts timeouts,
    Guards guards,
    History history,
    Purge purge,
    boolean venueBrackets) {
  /** 100 in a second. */
  public static final RateLimit RATE = new RateLimit(100, TimeUnit.SECONDS.toNanos(1));

  /** Keeps its own copies of the lists. */
  public TraderSettings {
    accounts = List.copyOf(accounts);
    riskModules = List.copyOf(riskModules);
    currencies = Collections.unmodifiableSortedMap(new TreeMap<>(currencies));
  }

  /** Settings of accounts that are valued by quote currencies. */
  public TraderSettings(
      TraderId trader,
      TradingMode mode,
      List<AccountId> accounts,
      List<String> riskModules,
      long barGrace,
      long inFlightInterval,
      long inFlightThreshold,
      long settle,
      int keepClosed,
      boolean cancelEntriesOnStop,
      boolean holdsConditional,
      RateLimit orderRate,
      RateLimit amendRate) {
    this(
        trader,
        mode,
        accounts,
        riskModules,
        barGrace,
        inFlightInterval,
        inFlightThreshold,
        settle,
        keepClosed,
        cancelEntriesOnStop,
        holdsConditional,
        orderRate,
        amendRate,
        new TreeMap<>(),
        ReconcileSettings.DEFAULTS,
        CommandTimeouts.DEFAULTS,
        Guards.NONE,
        History.NONE,
        Purge.NONE,
        false);
  }

  /**
   * The defaults of the design: looked at every 2 s from 5 s on, settled after 20 s, 5,000 closed
   * orders kept.
   */
  public static TraderSettings of(
      TraderId trader, TradingMode mode, List<AccountId> accounts, List<String> riskModules) {
    boolean lockstep = mode != TradingMode.LIVE;
    return new TraderSettings(
        trader,
        mode,
        accounts,
        riskModules,
        lockstep ? 0 : TimeUnit.SECONDS.toNanos(1),
        TimeUnit.SECONDS.toNanos(2),
        TimeUnit.SECONDS.toNanos(5),
        TimeUnit.SECONDS.toNanos(20),
        5_000,
        true,
        mode != TradingMode.LIVE,
        RATE,
        RATE);
  }

  /** The same with other limits. */
  public TraderSettings withRates(RateLimit orders, RateLimit amends) {
    return with(
        orders, amends, currencies, reconcile, timeouts, guards, history, purge, venueBrackets);
  }

  /** The same with accounts that are valued in one currency. */
  public TraderSettings withCurrencies(SortedMap<AccountId, String> codes) {
    return with(
        orderRate, amendRate, codes, reconcile, timeouts, guards, history, purge, venueBrackets);
  }

  /** The same with another way to compare the books. */
  public TraderSettings withReconcile(ReconcileSettings settings) {
    return with(
        orderRate,
        amendRate,
        currencies,
        settings,
        timeouts,
        guards,
        history,
        purge,
        venueBrackets);
  }

  /** The same with other times for commands. */
  public TraderSettings withTimeouts(CommandTimeouts times) {
    return with(
        orderRate, amendRate, currencies, reconcile, times, guards, history, purge, venueBrackets);
  }

  /** The same with other guards. */
  public TraderSettings withGuards(Guards others) {
    return with(
        orderRate,
        amendRate,
        currencies,
        reconcile,
        timeouts,
        others,
        history,
        purge,
        venueBrackets);
  }

  /** The same with another history. */
  public TraderSettings withHistory(History other) {
    return with(
        orderRate, amendRate, currencies, reconcile, timeouts, guards, other, purge, venueBrackets);
  }

  /** The same with another purge. */
  public TraderSettings withPurge(Purge other) {
    return with(
        orderRate,
        amendRate,
        currencies,
        reconcile,
        timeouts,
        guards,
        history,
        other,
        venueBrackets);
  }

  /** The same with brackets at venues or not. */
  public TraderSettings withVenueBrackets(boolean there) {
    return with(
        orderRate, amendRate, currencies, reconcile, timeouts, guards, history, purge, there);
  }

  private TraderSettings with(
      RateLimit orders,
      RateLimit amends,
      SortedMap<AccountId, String> codes,
      ReconcileSettings settings,
      CommandTimeouts times,
      Guards others,
      History kept,
      Purge purged,
      boolean there) {
    return new TraderSettings(
        trader,
        mode,
        accounts,
        riskModules,
        barGrace,
        inFlightInterval,
        inFlightThreshold,
        settle,
        keepClosed,
        cancelEntriesOnStop,
        holdsConditional,
        orders,
        amends,
        codes,
        settings,
        times,
        others,
        kept,
        purged,
        there);
  }
}
