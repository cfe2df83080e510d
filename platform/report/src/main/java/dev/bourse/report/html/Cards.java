package dev.bourse.report.html;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.data.DataCounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Boxes of names and values. */
final class Cards {
  private Cards() {}

  /** A titled box of names and phrases, one under the other; empty without rows. */
  static String prose(String title, Map<String, String> rows) {
    return box(title, rows);
  }

  private static String box(String title, Map<String, String> rows) {
    if (rows.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder("<section class=\"card\"><h2>");
    out.append(Html.escape(title)).append("</h2>\n<dl class=\"prose\">\n");
    rows.forEach(
        (name, value) ->
            out.append("<div><dt>")
                .append(Html.escape(name))
                .append("</dt><dd>")
                .append(Html.escape(value))
                .append("</dd></div>\n"));
    return out.append("</dl></section>\n").toString();
  }

  /** A titled list of sentences; empty without any. */
  static String sentences(String title, List<String> sentences) {
    if (sentences.isEmpty()) {
      return "";
    }
    return sentences.stream()
        .map(sentence -> "<li>" + Html.escape(sentence) + "</li>\n")
        .collect(
            Collectors.joining(
                "",
                "<section class=\"card\"><h2>" + Html.escape(title) + "</h2>\n<ul>\n",
                "</ul></section>\n"));
  }

  /** What was run, as rows. */
  static Map<String, String> run(BacktestResult result) {
    BacktestSpec spec = result.spec();
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put("strategy", words(spec.strategy(), spec.parameters()));
    rows.put("cash", String.join(", ", spec.cash()));
    rows.put("risk", risk(spec));
    rows.put("data", spec.data() + ", " + counts(result.dataCounts()));
    rows.put("data hash", result.dataHash());
    rows.put("run", result.id());
    return rows;
  }

  private static String risk(BacktestSpec spec) {
    return spec.risk().isEmpty()
        ? "none"
        : spec.risk().entrySet().stream()
            .map(entry -> words(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining("; "));
  }

  private static String words(String first, Map<String, String> rest) {
    return rest.entrySet().stream()
        .map(entry -> " " + entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining("", first, ""));
  }

  private static String counts(DataCounts counts) {
    return counts.events()
        + " events, "
        + counts.refused()
        + " rows refused, "
        + counts.repeated()
        + " repeated, "
        + counts.disordered()
        + " out of order";
  }
}
