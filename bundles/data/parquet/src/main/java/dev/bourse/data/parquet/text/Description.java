package dev.bourse.data.parquet.text;

import dev.bourse.api.data.InstrumentRules;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of a {@code .dataset} file. Pure function. */
final class Description {
  private Description() {}

  /** Of a capture, whose lines need no description. */
  static String ofCapture(String name, String file, Instrument instrument) {
    List<String> lines = new ArrayList<>();
    lines.add("name = " + name);
    lines.add("file = " + file);
    lines.add("kind = capture");
    InstrumentRules.write(instrument).forEach((key, value) -> lines.add(key + " = " + value));
    return String.join("\n", lines) + "\n";
  }

  static String of(
      String name,
      String file,
      String kind,
      String header,
      @Nullable BarInterval bar,
      Instrument instrument) {
    List<String> lines = new ArrayList<>();
    lines.add("name = " + name);
    lines.add("file = " + file);
    lines.add("kind = " + kind);
    lines.add("header = yes");
    for (String column : header.split(",", -1)) {
      lines.add("column." + column + " = " + column);
    }
    lines.add("time.unit = ns");
    if (bar != null) {
      lines.add("time.means = close");
      lines.add("bar = " + bar);
    }
    InstrumentRules.write(instrument).forEach((key, value) -> lines.add(key + " = " + value));
    return String.join("\n", lines) + "\n";
  }
}
