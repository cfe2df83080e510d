package dev.bourse.api.backtest;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Numbers and pages from results. A service of the report bundle; pure functions, any thread. */
@ProviderType
public interface ReportWriter {
  /** The statistic for lists: what the run earned, with its share of the start equity. */
  String NET_PROFIT = "Net profit";

  /** The statistic for lists: the deepest fall from a peak of equity. */
  String MAX_DRAWDOWN = "Max drawdown";

  /** The statistic for lists: how many positions were opened and closed. */
  String ROUND_TRIPS = "Round trips";

  /** The statistic for lists: the share of round trips that earned something. */
  String WIN_RATE = "Win rate";

  /** The statistic for lists: all fees paid. */
  String FEES = "Fees";

  /** The statistic for lists: yearly Sharpe ratio of daily returns. */
  String SHARPE = "Sharpe ratio";

  /** Statistics of a run, name to text, in the order they should be shown. */
  Map<String, String> statistics(BacktestResult result);

  /** Statistics of a run as numbers, in the order they should be shown. */
  List<Figure> figures(BacktestResult result);

  /** What each statistic means, in the order they are shown. */
  List<Statistic> definitions();

  /** Tables of a run as comma-separated text, by the name of the file. */
  Map<String, String> tables(BacktestResult result);

  /** One self-contained HTML page; the same result gives the same bytes. */
  String html(BacktestResult result);

  /** A short table for terminals. */
  String text(BacktestResult result);
}
