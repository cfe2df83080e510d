package dev.bourse.report.table;

import dev.bourse.report.text.Figures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rows of text with commas; fields that need quotes get them. */
final class Csv {
  private static final MathContext DIGITS = new MathContext(12);

  private final StringBuilder text = new StringBuilder();

  Csv(String... header) {
    row(header);
  }

  Csv row(String... fields) {
    text.append(Arrays.stream(fields).map(Csv::quoted).collect(Collectors.joining(",")));
    text.append('\n');
    return this;
  }

  static String number(double value) {
    return Double.isFinite(value) ? Figures.trimmed(new BigDecimal(value).round(DIGITS)) : "";
  }

  static String amount(Optional<BigDecimal> value) {
    return value.map(Figures::trimmed).orElse("");
  }

  private static String quoted(String field) {
    boolean plain = field.indexOf(',') < 0 && field.indexOf('"') < 0 && field.indexOf('\n') < 0;
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
