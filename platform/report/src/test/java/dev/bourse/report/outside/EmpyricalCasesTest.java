package dev.bourse.report.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bourse.report.math.Ratios;
import dev.bourse.report.math.Returns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The inputs and outputs that empyrical publishes, to eight digits. Its year has 252 days, 52 weeks
 * or 12 months; its drawdown has a minus sign.
 */
@Tag("outside")
@Tag("N28")
class EmpyricalCasesTest {
  private static final int DAYS = 252;

  private final Map<?, ?> file = read();

  private static Map<?, ?> read() {
    Path path =
        Path.of(System.getProperty("cases.dir", "cases"), "outcomes", "metrics-empyrical.json");
    assumeTrue(
        Files.isRegularFile(path),
        "There are no outside cases at " + path + ": give their folder with -Dcases.dir=...");
    try {
      return CaseFile.read(Files.readString(path));
    } catch (IOException e) {
      throw new AssertionError(path + " cannot be read", e);
    }
  }

  @Test
  void everyFigureAgreesToEightDigits() {
    List<?> cases = (List<?>) Objects.requireNonNull(file.get("cases"));

    assertThat(cases).hasSize(46);

    cases.forEach(each -> agrees((Map<?, ?>) each));
  }

  private void agrees(Map<?, ?> each) {
    Object expected = Objects.requireNonNull(each.get("recomputed"));
    double[] wanted =
        expected instanceof List<?> list
            ? list.stream().mapToDouble(EmpyricalCasesTest::number).toArray()
            : new double[] {number(expected)};

    double[] ours = ours(each);

    assertThat(ours).as("%s", each).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.length; i++) {
      if (Double.isFinite(wanted[i])) {
        double digits = Math.max(1e-8, 1e-8 * Math.abs(wanted[i]));
        assertThat(ours[i]).as("%s", each).isCloseTo(wanted[i], within(digits));
      } else {
        assertThat((Double) ours[i]).as("%s", each).isEqualTo((Double) wanted[i]);
      }
    }
  }

  private double[] ours(Map<?, ?> each) {
    Returns returns = series(Objects.requireNonNull(each.get("returns")));
    Map<?, ?> arguments = each.get("args") instanceof Map<?, ?> map ? map : Map.of();
    int year = year(arguments);
    return switch (String.valueOf(each.get("fn"))) {
      case "annual_return" -> one(returns.annual(year));
      case "annual_volatility" -> one(returns.volatility(year));
      case "calmar_ratio" -> one(Ratios.calmar(returns, year));
      case "excess_sharpe" -> one(Ratios.perRisk(less(returns, arguments.get("factor_returns"))));
      case "max_drawdown" -> one(-returns.maxDrawdown() + 0.0);
      case "roll_max_drawdown" -> returns.rolling(6, window -> -window.maxDrawdown());
      case "roll_sharpe_ratio" -> returns.rolling(6, window -> Ratios.sharpe(window, DAYS));
      case "sharpe_ratio" -> one(Ratios.sharpe(less(returns, arguments.get("risk_free")), DAYS));
      case "sortino_ratio" ->
          one(Ratios.sortino(less(returns, arguments.get("required_return")), year));
      default -> throw new AssertionError("no formula for " + each);
    };
  }

  private static double[] one(double value) {
    return new double[] {value};
  }

  private Returns less(Returns returns, Object rate) {
    return rate instanceof Map<?, ?> other
        ? returns.minus(series(Objects.requireNonNull(other.get("series"))))
        : returns.minus(number(rate));
  }

  private Returns series(Object name) {
    Map<?, ?> all = (Map<?, ?>) Objects.requireNonNull(file.get("series"));
    Map<?, ?> one = (Map<?, ?>) Objects.requireNonNull(all.get(name), String.valueOf(name));
    List<?> values = (List<?>) Objects.requireNonNull(one.get("values"));
    return Returns.of(values.stream().mapToDouble(EmpyricalCasesTest::number).toArray());
  }

  private static int year(Map<?, ?> arguments) {
    return switch (String.valueOf(arguments.get("period"))) {
      case "weekly" -> 52;
      case "monthly" -> 12;
      default -> DAYS;
    };
  }

  private static double number(Object value) {
    return value instanceof Double number ? number : Double.parseDouble(value.toString());
  }
}
