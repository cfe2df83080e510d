package dev.bourse.report;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.ReportWriter;
import dev.bourse.report.html.Page;
import dev.bourse.report.statistics.RunFigures;
import dev.bourse.report.text.StatisticsTable;
import dev.bourse.report.text.TextReport;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The report service. Statistics that a result carries are shown as they are; a result without any
 * gets them computed.
 */
@Component
public final class Reports implements ReportWriter {
  /** Has no state: every method is a pure function. */
  @Activate
  public Reports() {}

  @Override
  public Map<String, String> statistics(BacktestResult result) {
    return StatisticsTable.of(RunFigures.of(result));
  }

  @Override
  public String html(BacktestResult result) {
    return Page.of(RunFigures.of(result), shown(result));
  }

  @Override
  public String text(BacktestResult result) {
    return TextReport.of(result, shown(result));
  }

  private Map<String, String> shown(BacktestResult result) {
    return result.statistics().isEmpty() ? statistics(result) : result.statistics();
  }
}
