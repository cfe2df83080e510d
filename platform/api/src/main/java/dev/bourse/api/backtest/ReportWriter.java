package dev.bourse.api.backtest;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Numbers and pages from results. A service of the report bundle; pure functions, any thread. */
@ProviderType
public interface ReportWriter {
  /** Statistics of a run, name to text, in the order they should be shown. */
  Map<String, String> statistics(BacktestResult result);

  /** One self-contained HTML page; the same result gives the same bytes. */
  String html(BacktestResult result);

  /** A short table for terminals. */
  String text(BacktestResult result);
}
