package dev.bourse.itests.backtest;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestResult.EquityPoint;
import dev.bourse.report.statistics.RoundTrip;
import dev.bourse.report.statistics.RoundTrips;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * The figures of backtesting.py by its definitions, from our curve of equity and our list of
 * trades: 252 days a year, compounded, of the days that have a bar.
 */
final class TheirFigures {
  private static final double YEAR = 252;
  private static final long DAY = 86_400_000_000_000L;

  private final List<Long> days;
  private final double[] equity;
  private final double[] closes;
  private final List<RoundTrip> trips;

  private TheirFigures(List<Long> days, double[] equity, double[] closes, List<RoundTrip> trips) {
    this.days = days;
    this.equity = equity;
    this.closes = closes;
    this.trips = trips;
  }

  /** The figures of a run over bars with the given closes. */
  static Map<String, Double> of(BacktestResult result, double[] closes, int firstTraded) {
    SortedMap<Long, BigDecimal> atClose = atClose(result);
    double[] equity = atClose.values().stream().mapToDouble(BigDecimal::doubleValue).toArray();
    TheirFigures figures =
        new TheirFigures(List.copyOf(atClose.keySet()), equity, closes, RoundTrips.of(result));
    Map<String, Double> all = new LinkedHashMap<>();
    figures.ofEquity(all, firstTraded);
    figures.ofFalls(all);
    figures.ofTrades(all);
    figures.ofMarket(all);
    return all;
  }

  private static SortedMap<Long, BigDecimal> atClose(BacktestResult result) {
    SortedMap<Long, BigDecimal> atClose = new TreeMap<>();
    for (EquityPoint point : result.equity()) {
      atClose.put((point.time() - 1) / DAY, new BigDecimal(point.equity().amount()));
    }
    return atClose;
  }

  private void ofEquity(Map<String, Double> all, int firstTraded) {
    double end = equity[equity.length - 1];
    double[] returns = changes(equity);
    double mean = compounded(DoubleStream.of(returns));
    double yearly = Math.pow(1 + mean, YEAR) - 1;
    double square = (1 + mean) * (1 + mean);
    double volatility =
        Math.sqrt(Math.pow(covariance(returns, returns) + square, YEAR) - Math.pow(square, YEAR));
    double downside = DoubleStream.of(returns).map(each -> Math.min(each, 0)).map(e -> e * e).sum();
    double years = (days.get(days.size() - 1) - days.get(0)) / 365.25;
    all.put("Equity Final", end);
    all.put("Equity Peak", DoubleStream.of(equity).max().orElseThrow());
    all.put("Return %", (end / equity[0] - 1) * 100);
    all.put("Buy & Hold Return %", (closes[closes.length - 1] / closes[firstTraded] - 1) * 100);
    all.put("Return (Ann.) %", yearly * 100);
    all.put("Volatility (Ann.) %", volatility * 100);
    all.put("CAGR % (365.25-day years)", (Math.pow(end / equity[0], 1 / years) - 1) * 100);
    all.put("Sharpe", yearly / volatility);
    all.put("Sortino", yearly / (Math.sqrt(downside / returns.length) * Math.sqrt(YEAR)));
  }

  private void ofFalls(Map<String, Double> all) {
    double[] falls = new double[equity.length];
    double peak = equity[0];
    List<Integer> peaks = new ArrayList<>();
    for (int i = 0; i < equity.length; i++) {
      peak = Math.max(peak, equity[i]);
      falls[i] = 1 - equity[i] / peak;
      if (falls[i] == 0 || i == equity.length - 1) {
        peaks.add(i);
      }
    }
    List<Double> depths = new ArrayList<>();
    List<Double> lengths = new ArrayList<>();
    for (int i = 1; i < peaks.size(); i++) {
      int from = peaks.get(i - 1);
      int to = peaks.get(i);
      if (to > from + 1) {
        depths.add(DoubleStream.of(falls).skip(from).limit(to - from + 1).max().orElseThrow());
        lengths.add((double) (days.get(to) - days.get(from)));
      }
    }
    double deepest = DoubleStream.of(falls).max().orElseThrow();
    all.put("Max. Drawdown %", -deepest * 100);
    all.put("Avg. Drawdown %", -mean(depths) * 100);
    all.put("Max. Drawdown Duration days", lengths.stream().max(Double::compare).orElseThrow());
    all.put("Avg. Drawdown Duration days (rounded up)", Math.ceil(mean(lengths)));
    all.put("Calmar", all.get("Return (Ann.) %") / 100 / deepest);
  }

  private void ofTrades(Map<String, Double> all) {
    List<Double> shares = each(RoundTrip::profitShare);
    List<Double> profits = each(trip -> trip.profit().doubleValue());
    List<Double> lengths = each(TheirFigures::days);
    double wins = shares.stream().filter(share -> share > 0).mapToDouble(each -> each).sum();
    double losses = shares.stream().filter(share -> share < 0).mapToDouble(each -> each).sum();
    double won = profits.stream().filter(profit -> profit > 0).count() / (double) profits.size();
    double payoff =
        mean(profits.stream().filter(profit -> profit > 0).toList())
            / -mean(profits.stream().filter(profit -> profit < 0).toList());
    double[] earned = profits.stream().mapToDouble(each -> each).toArray();
    all.put("# Trades", (double) trips.size());
    all.put("Win Rate %", won * 100);
    all.put("Best Trade %", shares.stream().max(Double::compare).orElseThrow() * 100);
    all.put("Worst Trade %", shares.stream().min(Double::compare).orElseThrow() * 100);
    all.put(
        "Avg. Trade % (geometric)", compounded(shares.stream().mapToDouble(each -> each)) * 100);
    all.put("Max. Trade Duration days", lengths.stream().max(Double::compare).orElseThrow());
    all.put("Avg. Trade Duration days (rounded up)", Math.ceil(mean(lengths)));
    all.put("Profit Factor", wins / -losses);
    all.put("Expectancy %", mean(shares) * 100);
    all.put(
        "SQN", Math.sqrt(profits.size()) * mean(profits) / Math.sqrt(covariance(earned, earned)));
    all.put("Kelly", won - (1 - won) / payoff);
  }

  private void ofMarket(Map<String, Double> all) {
    boolean[] held = new boolean[days.size()];
    for (RoundTrip trip : trips) {
      int last = days.indexOf(trip.closedAt() / DAY);
      for (int i = days.indexOf(trip.openedAt() / DAY); i <= last; i++) {
        held[i] = true;
      }
    }
    int bars = 0;
    for (boolean each : held) {
      bars += each ? 1 : 0;
    }
    double[] own = DoubleStream.of(changes(equity)).map(Math::log1p).toArray();
    double[] market = DoubleStream.of(changes(closes)).map(Math::log1p).toArray();
    double beta = covariance(own, market) / covariance(market, market);
    all.put("Exposure Time %", bars * 100.0 / held.length);
    all.put("Beta (log returns)", beta);
    all.put("Alpha %", all.get("Return %") - beta * all.get("Buy & Hold Return %"));
  }

  private static double days(RoundTrip trip) {
    long opened = trip.openedAt() / DAY;
    long closed = trip.closedAt() / DAY;
    return closed - opened;
  }

  private List<Double> each(ToDoubleFunction<RoundTrip> figure) {
    return trips.stream().map(figure::applyAsDouble).toList();
  }

  private static double[] changes(double[] values) {
    double[] changes = new double[values.length - 1];
    for (int i = 0; i < changes.length; i++) {
      changes[i] = values[i + 1] / values[i] - 1;
    }
    return changes;
  }

  private static double compounded(DoubleStream returns) {
    return Math.expm1(returns.map(Math::log1p).average().orElseThrow());
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(each -> each).average().orElseThrow();
  }

  private static double covariance(double[] some, double[] others) {
    double one = DoubleStream.of(some).average().orElseThrow();
    double other = DoubleStream.of(others).average().orElseThrow();
    double sum = 0;
    for (int i = 0; i < some.length; i++) {
      sum += (some[i] - one) * (others[i] - other);
    }
    return sum / (some.length - 1);
  }

  /** Equity at each close, exact. */
  static List<BigDecimal> atCloses(BacktestResult result) {
    return List.copyOf(atClose(result).values());
  }

  /** The quality number with the deviation of all, not of a sample, over closed trades. */
  static double qualityOverAll(List<RoundTrip> trips) {
    double[] earned =
        trips.stream()
            .filter(trip -> !trip.open())
            .mapToDouble(trip -> trip.profit().doubleValue())
            .toArray();
    int n = earned.length;
    double deviation = Math.sqrt(covariance(earned, earned) * (n - 1) / n);
    return Math.sqrt(n) * DoubleStream.of(earned).average().orElseThrow() / deviation;
  }

  /** How a trade reads in the case. */
  static String text(BacktestResult result, RoundTrip trip) {
    List<Long> days = List.copyOf(atClose(result).keySet());
    BigDecimal units = trip.entered().stripTrailingZeros();
    return trip.side().name().toLowerCase(Locale.ROOT)
        + " "
        + units.toPlainString()
        + " units, bar "
        + days.indexOf(trip.openedAt() / DAY)
        + " @"
        + trip.entryPrice().orElseThrow().setScale(2)
        + " -> bar "
        + days.indexOf(trip.closedAt() / DAY)
        + " @"
        + trip.exitPrice().orElseThrow().setScale(2);
  }
}
