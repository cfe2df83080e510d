package dev.bourse.backtest;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.ReportWriter;
import java.util.ArrayList;
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
    Map<String, String> statistics =
        writer.map(each -> each.statistics(bare)).orElse(bare.statistics());
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
        notes);
  }
}
