package dev.bourse.report.text;

import dev.bourse.api.backtest.BacktestResult;
import java.util.List;
import java.util.Map;

/** A run as a page of plain text. */
public final class TextReport {
  private final StringBuilder page = new StringBuilder();

  private TextReport() {}

  /** The page, with statistics under their headings; ends with a line feed. */
  public static String of(BacktestResult result, Map<String, Map<String, String>> statistics) {
    TextReport report = new TextReport();
    report.page.append(Headline.title(result)).append('\n');
    report.page.append(Headline.period(result)).append('\n');
    report.table("What ran, and how fills and fees were simulated", result.assumptions());
    report.list("Do not trust the profit", Warnings.of(result));
    statistics.forEach(report::table);
    report.list("Fees in other currencies", FeeWords.of(result));
    report.list("Notes", result.notes());
    return report.page.toString();
  }

  private void table(String title, Map<String, String> rows) {
    if (rows.isEmpty()) {
      return;
    }
    int width = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
    page.append('\n').append(title).append('\n');
    rows.forEach(
        (name, value) ->
            page.append("  ")
                .append(name)
                .append(" ".repeat(width - name.length() + 2))
                .append(value)
                .append('\n'));
  }

  private void list(String title, List<String> sentences) {
    if (sentences.isEmpty()) {
      return;
    }
    page.append('\n').append(title).append('\n');
    sentences.forEach(sentence -> page.append("  ").append(sentence).append('\n'));
  }
}
