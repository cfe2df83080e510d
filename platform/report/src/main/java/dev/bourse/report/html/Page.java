package dev.bourse.report.html;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.report.statistics.RunFigures;
import dev.bourse.report.text.Headline;
import dev.bourse.report.text.Warnings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The whole page. */
public final class Page {
  private static final String MARKS =
      "<svg width=\"0\" height=\"0\" class=\"marks\" aria-hidden=\"true\"><defs>"
          + "<path id=\"buy\" d=\"M0 0L6.5 10.5L-6.5 10.5Z\"/>"
          + "<path id=\"buy-small\" d=\"M0 1L3.5 7L-3.5 7Z\"/>"
          + "<path id=\"sell-small\" d=\"M0 -1L3.5 -7L-3.5 -7Z\"/>"
          + "<path id=\"sell\" d=\"M0 0L6.5 -10.5L-6.5 -10.5Z\"/></defs></svg>\n";

  private Page() {}

  /** The page of a run; the same run gives the same text. */
  public static String of(RunFigures figures, Map<String, String> statistics) {
    BacktestResult result = figures.result();
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
        + "<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>"
        + Html.escape(Headline.title(result))
        + "</title>\n<style>\n"
        + resource("report.css")
        + "</style>\n</head>\n<body>\n"
        + MARKS
        + "<header><p class=\"kind\">Backtest</p><h1>"
        + Html.escape(Headline.title(result))
        + "</h1><p>"
        + Html.escape(Headline.period(result))
        + "</p></header>\n<main>\n"
        + warnings(result)
        + Cards.prose("What ran, and how fills and fees were simulated", result.assumptions())
        + Tiles.html(statistics)
        + "<section class=\"card charts\">\n"
        + new EquityCharts(figures).html()
        + new PriceCharts(result).html()
        + new RollingChart(figures).html()
        + new Histogram(figures).html()
        + "</section>\n"
        + new MonthTable(figures).html()
        + FigureCards.html(statistics)
        + new FallTable(figures).html()
        + new SymbolTable(figures).html()
        + new TradeTable(figures).html()
        + Cards.sentences("Notes", result.notes())
        + Cards.prose("What was run", Cards.run(result))
        + FigureCards.definitions()
        + "</main>\n</body>\n</html>\n";
  }

  private static String warnings(BacktestResult result) {
    StringBuilder out = new StringBuilder();
    Warnings.of(result)
        .forEach(text -> out.append(Html.element("p", "warning", text)).append('\n'));
    return out.toString();
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the report bundle");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " of the report bundle cannot be read", e);
    }
  }
}
