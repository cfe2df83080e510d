package dev.bourse.report;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.Figure;
import dev.bourse.api.backtest.ReportWriter;
import dev.bourse.api.backtest.Statistic;
import dev.bourse.report.catalogue.Catalogue;
import dev.bourse.report.html.Page;
import dev.bourse.report.statistics.RunFigures;
import dev.bourse.report.table.Tables;
import dev.bourse.report.text.TextReport;
import java.util.LinkedHashMap;
import java.util.List;
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
    return texts(figures(result));
  }

  @Override
  public List<Figure> figures(BacktestResult result) {
    return Catalogue.figures(RunFigures.of(result));
  }

  @Override
  public List<Statistic> definitions() {
    return Catalogue.definitions();
  }

  @Override
  public Map<String, String> tables(BacktestResult result) {
    return Tables.of(RunFigures.of(result));
  }

  @Override
  public String html(BacktestResult result) {
    RunFigures run = RunFigures.of(result);
    Map<String, String> shown =
        result.statistics().isEmpty() ? texts(Catalogue.figures(run)) : result.statistics();
    return Page.of(run, shown);
  }

  @Override
  public String text(BacktestResult result) {
    Map<String, String> shown =
        result.statistics().isEmpty() ? statistics(result) : result.statistics();
    return TextReport.of(result, Catalogue.grouped(shown));
  }

  private static Map<String, String> texts(List<Figure> figures) {
    Map<String, String> texts = new LinkedHashMap<>();
    figures.forEach(figure -> texts.put(figure.name(), figure.text()));
    return texts;
  }
}
