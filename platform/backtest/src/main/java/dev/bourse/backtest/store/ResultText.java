package dev.bourse.backtest.store;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.backtest.BacktestSummary;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.OmsType;
import dev.bourse.backtest.run.TraceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code result.txt}: sections of {@code name: value} lines, for people and for lists. */
public final class ResultText {
  private static final String RUN = "[run]";
  private static final String STATISTICS = "[statistics]";

  private ResultText() {}

  static String of(BacktestResult result) {
    Map<String, String> run = new LinkedHashMap<>();
    run.put("id", result.id());
    run.put("title", title(result));
    run.put("first event", TraceText.time(result.firstTime()));
    run.put("last event", TraceText.time(result.lastTime()));
    run.put("orders", String.valueOf(result.orders().size()));
    run.put("fills", String.valueOf(result.fills().size()));
    StringBuilder text = new StringBuilder();
    section(text, RUN, run);
    section(text, STATISTICS, result.statistics());
    section(text, "[specification]", spec(result.spec()));
    section(text, "[assumptions]", result.assumptions());
    section(text, "[data]", data(result));
    text.append("[notes]\n");
    result.notes().forEach(note -> text.append(oneLine(note)).append('\n'));
    return text.toString();
  }

  /** The summary of a folder with the given text. */
  static BacktestSummary summary(List<String> lines, Path directory) {
    Map<String, String> run = section(lines, RUN);
    return new BacktestSummary(
        run.getOrDefault("id", ""),
        run.getOrDefault("title", ""),
        section(lines, STATISTICS),
        directory);
  }

  /** Specification, assumptions and data of a result in a folder. */
  public static Map<String, String> settings(Path directory) {
    Path file = directory.resolve("result.txt");
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      Map<String, String> all = new LinkedHashMap<>(section(lines, "[specification]"));
      section(lines, "[assumptions]").forEach(all::putIfAbsent);
      section(lines, "[data]").forEach((name, value) -> all.put("data " + name, value));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static String title(BacktestResult result) {
    BacktestSpec spec = result.spec();
    String instruments =
        spec.instruments().isEmpty()
            ? spec.data()
            : spec.instruments().stream()
                .map(InstrumentId::toString)
                .collect(Collectors.joining(" "));
    String bars = spec.bar().isEmpty() ? "" : ", " + spec.bar() + " bars";
    String parameters =
        spec.parameters().entrySet().stream()
            .map(each -> " " + each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining());
    return spec.strategy() + parameters + " on " + instruments + bars;
  }

  private static Map<String, String> spec(BacktestSpec spec) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("strategy", spec.strategy());
    lines.put("parameters", spec.parameters().toString());
    lines.put("data", spec.data());
    lines.put("instruments", spec.instruments().toString());
    lines.put("bar", spec.bar());
    if (spec.oms() == OmsType.HEDGING) {
      lines.put("oms", spec.oms().toString());
    }
    if (!spec.warmUp().isEmpty()) {
      lines.put("warm-up", spec.warmUp());
    }
    lines.put("from", spec.from() == Long.MIN_VALUE ? "" : TraceText.time(spec.from()));
    lines.put("to", spec.to() == Long.MAX_VALUE ? "" : TraceText.time(spec.to()));
    lines.put("cash", String.join(", ", spec.cash()));
    lines.put("exchange", spec.exchange().toString());
    lines.put("risk", spec.risk().toString());
    return lines;
  }

  private static Map<String, String> data(BacktestResult result) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("hash", result.dataHash());
    lines.put("events", String.valueOf(result.dataCounts().events()));
    lines.put("refused", String.valueOf(result.dataCounts().refused()));
    lines.put("repeated", String.valueOf(result.dataCounts().repeated()));
    lines.put("disordered", String.valueOf(result.dataCounts().disordered()));
    return lines;
  }

  private static void section(StringBuilder text, String head, Map<String, String> values) {
    text.append(head).append('\n');
    values.forEach(
        (name, value) ->
            text.append(oneLine(name)).append(": ").append(oneLine(value)).append('\n'));
    text.append('\n');
  }

  private static String oneLine(String text) {
    return text.replace('\n', ' ');
  }

  private static Map<String, String> section(List<String> lines, String head) {
    Map<String, String> values = new LinkedHashMap<>();
    int begin = lines.indexOf(head) + 1;
    for (int i = begin; begin > 0 && i < lines.size() && !lines.get(i).isEmpty(); i++) {
      String line = lines.get(i);
      int colon = line.indexOf(": ");
      if (colon > 0) {
        values.put(line.substring(0, colon), line.substring(colon + 2));
      }
    }
    return values;
  }
}
