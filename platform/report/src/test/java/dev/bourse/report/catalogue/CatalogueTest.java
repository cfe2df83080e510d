package dev.bourse.report.catalogue;

import static dev.bourse.api.model.Side.BUY;
import static dev.bourse.api.model.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.Figure;
import dev.bourse.api.backtest.Statistic;
import dev.bourse.report.RunBuilder;
import dev.bourse.report.Week;
import dev.bourse.report.statistics.RunFigures;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("N28")
@Tag("S20")
class CatalogueTest {
  private final RunBuilder run = new RunBuilder();

  private static Map<String, Figure> figures(BacktestResult result) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    Catalogue.figures(RunFigures.of(result)).forEach(each -> figures.put(each.name(), each));
    return figures;
  }

  private static BigDecimal value(Map<String, Figure> figures, String name) {
    Figure figure = figures.get(name);
    assertThat(figure).as(name).isNotNull();
    assertThat(figure.value()).as("%s", figure).isNotNull();
    return figure.value();
  }

  @Test
  void namesAndWordsOfStatisticsAreUnique() {
    List<Statistic> all = Catalogue.definitions();

    assertThat(all).extracting(Statistic::name).doesNotHaveDuplicates();
    assertThat(all)
        .extracting(Statistic::key)
        .doesNotHaveDuplicates()
        .allMatch(key -> key.matches("[a-z]+(-[a-z]+)*"));
  }

  @Test
  void everyStatisticIsDefinedInSentences() {
    List<Statistic> all = Catalogue.definitions();

    assertThat(all)
        .allSatisfy(
            each -> {
              assertThat(each.formula()).matches("(?s)[A-Z].*\\.");
              assertThat(each.undefined()).matches("|(?s)[A-Z].*\\.");
              assertThat(each.differs()).matches("|(?s)[A-Za-z].*\\.");
            });
  }

  @Test
  void aStatisticWithoutAValueSaysWhyAndWasDefinedSo() {
    Map<String, Figure> none = figures(run.build());

    List<String> may =
        Catalogue.definitions().stream()
            .filter(each -> !each.undefined().isEmpty())
            .map(Statistic::name)
            .toList();

    none.values().stream()
        .filter(each -> Figure.isNone(each.text()))
        .forEach(
            each -> {
              assertThat(may).contains(each.name());
              assertThat(each.reason()).isNotEmpty();
              assertThat(each.value()).isNull();
              assertThat(each.text()).isEqualTo("- (" + each.reason() + ")");
            });
    assertThat(none.values()).filteredOn(each -> Figure.isNone(each.text())).hasSizeGreaterThan(40);
  }

  @Test
  void noStatisticIsEverNotANumberOrInfinite() {
    Map<String, Figure> figures = figures(Week.result());

    assertThat(figures.values())
        .allMatch(each -> !each.text().matches(".*(NaN|Infinity|∞).*"))
        .allMatch(each -> Figure.isNone(each.text()) == !each.reason().isEmpty());
    assertThat(figures.keySet())
        .containsExactlyElementsOf(Catalogue.definitions().stream().map(Statistic::name).toList());
  }

  @Test
  void theStatisticsOfNautilusAreAllThere() {
    Set<String> wanted =
        Set.of(
            "Alpha",
            "Beta",
            "CAGR",
            "Calmar ratio",
            "Expectancy",
            "Information ratio",
            "Long ratio",
            "Average loss",
            "Largest loss",
            "Smallest loss",
            "Max drawdown",
            "Profit factor",
            "Average day",
            "Average losing day",
            "Average winning day",
            "Kurtosis",
            "Skewness",
            "Volatility",
            "Risk return ratio",
            "Sharpe ratio",
            "Sortino ratio",
            "Tracking error",
            "Treynor ratio",
            "Win rate",
            "Average win",
            "Largest win",
            "Smallest win");

    List<String> names = Catalogue.definitions().stream().map(Statistic::name).toList();

    assertThat(wanted).hasSize(27);
    assertThat(names).containsAll(wanted);
  }

  @Test
  void moneyIsExact() {
    run.equity("00:00", "10000").equity("10:00", "10000.00000001");
    run.filled("01:00", BUY, "0.5", "800.00", "0.00000001 USD");
    run.filled("02:00", SELL, "0.5", "800.01", "0.00000002 USD");

    Map<String, Figure> figures = figures(run.build());

    assertThat(value(figures, "Net profit")).isEqualByComparingTo("0.00000001");
    assertThat(value(figures, "Best trade")).isEqualByComparingTo("0.00499997");
    assertThat(value(figures, "Fees")).isEqualByComparingTo("0.00000003");
    assertThat(value(figures, "Turnover")).isEqualByComparingTo("800.005");
  }

  @Test
  void tripsAreCountedInStreaksWinsAndLosses() {
    run.equity("00:00", "10000").equity("09:00", "10004");
    String[] exits = {"810.00", "804.00", "795.00", "790.00", "796.00", "800.00", "810.00"};
    for (int i = 0; i < exits.length; i++) {
      run.filled("0" + i + ":00", BUY, "1.0", "800.00", "0 USD");
      run.filled("0" + i + ":30", SELL, "1.0", exits[i], "0 USD");
    }

    Map<String, Figure> figures = figures(run.build());

    assertThat(value(figures, "Most wins in a row")).isEqualByComparingTo("2");
    assertThat(value(figures, "Most losses in a row")).isEqualByComparingTo("3");
    assertThat(value(figures, "Average win")).isEqualByComparingTo("8");
    assertThat(value(figures, "Smallest win")).isEqualByComparingTo("4");
    assertThat(value(figures, "Largest loss")).isEqualByComparingTo("-10");
    assertThat(value(figures, "Smallest loss")).isEqualByComparingTo("-4");
    assertThat(value(figures, "Long ratio")).isEqualByComparingTo("1");
    assertThat(value(figures, "Median trade return")).isEqualByComparingTo("0");
    assertThat(value(figures, "Average duration")).isEqualByComparingTo("1800");
  }

  @Test
  void anAccountThatLostEverythingHasNoYearlyReturn() {
    run.period("2013-11-25T00:00:00Z", "2013-11-28T00:00:00Z");
    run.equity("2013-11-25T00:00:00Z", "100").equity("2013-11-26T12:00:00Z", "0");
    run.equity("2013-11-27T12:00:00Z", "-20");

    Map<String, Figure> figures = figures(run.build());

    assertThat(figures.get("CAGR").value()).isNull();
    assertThat(value(figures, "Max drawdown")).isEqualByComparingTo("1.2");
    assertThat(value(figures, "Total return")).isEqualByComparingTo("-1.2");
  }

  @Test
  void feesOfSeveralCurrenciesHaveNoSingleNumber() {
    run.equity("00:00", "10000").equity("10:00", "10001");
    run.filled("01:00", BUY, "0.5", "800.00", "0.0001 BTC");
    run.filled("02:00", SELL, "0.5", "800.00", "1 USD");

    Figure fees = figures(run.build()).get("Fees");

    assertThat(fees).isEqualTo(Figure.words("Fees", "0.0001 BTC, 1.00 USD"));
  }
}
