package dev.bourse.backtest;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.Figure;
import dev.bourse.api.backtest.ReportWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A result with its statistics, or with a note that says why there are none. */
final class ReportedResult {
  private ReportedResult() {}

  static BacktestResult of(BacktestResult bare, Optional<ReportWriter> writer) {
    List<String> notes = new ArrayList<>(bare.notes());
    if (writer.isEmpty()) {
      notes.add("no statistics and no report.html: the report bundle is not installed");
    }
    List<Figure> figures = writer.map(each -> each.figures(bare)).orElse(bare.figures());
    Map<String, String> statistics = new LinkedHashMap<>(bare.statistics());
    figures.forEach(figure -> statistics.put(figure.name(), figure.text()));
    return new BacktestResult(
        bare.id(),
        bare.spec(),
        bare.assumptions(),
        bare.dataHash(),
        bare.dataCounts(),
        bare.firstTime(),
        bare.lastTime(),
        bare.orders(),
        bare.fills(),
        bare.equity(),
        bare.bars(),
        statistics,
        notes,
        figures,
        bare.days(),
        bare.ranges(),
        bare.conversions());
  }
}
