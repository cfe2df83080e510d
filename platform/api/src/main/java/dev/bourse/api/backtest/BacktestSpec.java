package dev.bourse.api.backtest;

import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.OmsType;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What to run. The same spec and data give the same result, to the byte.
 *
 * @param strategy the strategy's type
 * @param parameters its parameters; absent ones take their defaults
 * @param data the data set
 * @param instruments what to trade; empty for all of the set
 * @param bar bars such as {@code 1m} or {@code 1m,1h}; empty for none
 * @param from first time, nanoseconds, inclusive
 * @param to last time, nanoseconds, exclusive
 * @param cash starting balances such as {@code 10000 USD}
 * @param exchange parameters of the simulated exchange: fees, slippage, latency, fills
 * @param risk risk modules by type with their parameters; empty must be said by the user
 * @param warmUp how much of the past the strategy is told before it may trade, {@code 200} bars or
 *     {@code 2d}; from before the range where there is data, else from its beginning; empty for
 *     none
 * @param oms whether the strategy has one position of an instrument, or several by name
 */
public record BacktestSpec(
    String strategy,
    Map<String, String> parameters,
    String data,
    List<InstrumentId> instruments,
    String bar,
    long from,
    long to,
    List<String> cash,
    Map<String, String> exchange,
    Map<String, Map<String, String>> risk,
    String warmUp,
    OmsType oms) {
  /** Keeps ordered copies. */
  public BacktestSpec {
    parameters = sorted(parameters);
    instruments = List.copyOf(instruments);
    cash = List.copyOf(cash);
    exchange = sorted(exchange);
    Map<String, Map<String, String>> modules = new TreeMap<>();
    risk.forEach((type, limits) -> modules.put(type, sorted(limits)));
    risk = Collections.unmodifiableMap(modules);
  }

  /** A specification of a strategy that nets. */
  public BacktestSpec(
      String strategy,
      Map<String, String> parameters,
      String data,
      List<InstrumentId> instruments,
      String bar,
      long from,
      long to,
      List<String> cash,
      Map<String, String> exchange,
      Map<String, Map<String, String>> risk,
      String warmUp) {
    this(
        strategy,
        parameters,
        data,
        instruments,
        bar,
        from,
        to,
        cash,
        exchange,
        risk,
        warmUp,
        OmsType.NETTING);
  }

  /** A specification of a strategy that nets, without a warm-up. */
  public BacktestSpec(
      String strategy,
      Map<String, String> parameters,
      String data,
      List<InstrumentId> instruments,
      String bar,
      long from,
      long to,
      List<String> cash,
      Map<String, String> exchange,
      Map<String, Map<String, String>> risk) {
    this(strategy, parameters, data, instruments, bar, from, to, cash, exchange, risk, "");
  }

  /** The same with other parameters of the exchange beside its own. */
  public BacktestSpec withExchange(Map<String, String> changes) {
    Map<String, String> changed = new TreeMap<>(exchange);
    changed.putAll(changes);
    return new BacktestSpec(
        strategy, parameters, data, instruments, bar, from, to, cash, changed, risk, warmUp, oms);
  }

  /** The same with other parameters of the strategy. */
  public BacktestSpec withParameters(Map<String, String> changed) {
    return new BacktestSpec(
        strategy, changed, data, instruments, bar, from, to, cash, exchange, risk, warmUp, oms);
  }

  /** The same up to another time, exclusive. */
  public BacktestSpec until(long end) {
    return new BacktestSpec(
        strategy, parameters, data, instruments, bar, from, end, cash, exchange, risk, warmUp, oms);
  }

  /** The same with another warm-up. */
  public BacktestSpec warmedUp(String past) {
    return new BacktestSpec(
        strategy, parameters, data, instruments, bar, from, to, cash, exchange, risk, past, oms);
  }

  /** The same of a strategy that has one position of an instrument, or several by name. */
  public BacktestSpec with(OmsType other) {
    return new BacktestSpec(
        strategy,
        parameters,
        data,
        instruments,
        bar,
        from,
        to,
        cash,
        exchange,
        risk,
        warmUp,
        other);
  }

  private static Map<String, String> sorted(Map<String, String> map) {
    return Collections.unmodifiableMap(new TreeMap<>(map));
  }
}
