package dev.bourse.control.shell.data;

import dev.bourse.api.data.CheckReport;
import dev.bourse.api.data.CheckReport.Finding;
import dev.bourse.control.shell.text.Display;
import dev.bourse.control.shell.text.Sheet;
import dev.bourse.control.shell.text.Table;
import java.util.stream.Collectors;

/** What was found in a set. Pure functions. */
final class CheckText {
  private CheckText() {}

  static String page(CheckReport report) {
    Sheet page = new Sheet();
    String read = Display.count(report.events(), "event") + " of " + report.kind() + " read";
    page.line(
        "Data set "
            + report.name()
            + ": "
            + read
            + (report.events() == 0
                ? "."
                : ", "
                    + Display.time(report.first())
                    + " to "
                    + Display.time(report.last())
                    + "."));
    report.findings().stream()
        .filter(each -> each.count() > 0)
        .forEach(
            each -> {
              page.heading(each.what() + ": " + each.count());
              each.places().forEach(page::sentence);
              if (each.count() > each.places().size() && each.places().size() > 1) {
                page.line("  - and so on");
              }
            });
    page.heading("Nothing found of: " + clean(report));
    return page.text();
  }

  /** One row for everything that was looked for. */
  static Table table(CheckReport report) {
    Table table = Table.orElse("").words("Finding").numbers("Count").words("Places");
    for (Finding each : report.findings()) {
      table.row(each.what(), each.count(), String.join("; ", each.places()));
    }
    return table;
  }

  private static String clean(CheckReport report) {
    String words =
        report.findings().stream()
            .filter(each -> each.count() == 0)
            .map(Finding::what)
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? Display.NONE : words;
  }
}
