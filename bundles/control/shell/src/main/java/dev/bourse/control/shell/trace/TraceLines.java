package dev.bourse.control.shell.trace;

import dev.bourse.api.trace.Turn;
import dev.bourse.control.shell.text.Display;
import dev.bourse.control.shell.text.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns as lines: for people, for pipes, or as JSON. Every form ends with a line feed. */
enum TraceLines {
  /** Sequence, time and event; what was decided on lines of its own. */
  TEXT,
  /** Sequence, time, event and results, separated by tabs. */
  TABS,
  /** One object per line. */
  JSON;

  private static final String INDENT = " ".repeat(8);

  String of(Turn turn) {
    return switch (this) {
      case TEXT -> text(turn);
      case TABS -> tabs(turn);
      case JSON -> json(turn);
    };
  }

  private static String text(Turn turn) {
    String number = Long.toString(turn.sequence());
    StringBuilder out =
        new StringBuilder(" ".repeat(Math.max(0, INDENT.length() - number.length())));
    out.append(number).append("  ").append(Display.millis(turn.time())).append("  ");
    out.append(EventText.of(turn.event())).append('\n');
    results(turn)
        .forEach(result -> out.append(INDENT).append("    -> ").append(result).append('\n'));
    return out.toString();
  }

  private static String tabs(Turn turn) {
    return turn.sequence()
        + "\t"
        + Display.millis(turn.time())
        + "\t"
        + EventText.of(turn.event())
        + "\t"
        + results(turn).stream().collect(Collectors.joining(" | "))
        + "\n";
  }

  private static String json(Turn turn) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("sequence", turn.sequence());
    object.put("time", Display.millis(turn.time()));
    object.put("event", EventText.of(turn.event()));
    object.put("results", results(turn));
    return Json.of(object) + "\n";
  }

  private static List<String> results(Turn turn) {
    return turn.results().stream().map(ResultText::of).toList();
  }
}
