package dev.bourse.report.statistics;

import static dev.bourse.api.model.Side.BUY;
import static dev.bourse.api.model.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.report.RunBuilder;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TripFiguresTest {
  @Test
  void weighWinsAgainstLosses() {
    TripFigures figures = figures("810.00", "804.00", "795.00", "800.00");

    BigDecimal expectancy = figures.expectancy().orElseThrow();

    assertThat(figures.closed()).hasSize(4);
    assertThat(figures.wins()).isEqualTo(2);
    assertThat(figures.losses()).isEqualTo(1);
    assertThat(figures.winRate()).isEqualTo(0.5);
    assertThat(figures.grossProfit()).isEqualByComparingTo("14");
    assertThat(figures.grossLoss()).isEqualByComparingTo("5");
    assertThat(figures.profitFactor()).isEqualTo(2.8);
    assertThat(figures.averageWin().orElseThrow()).isEqualByComparingTo("7");
    assertThat(figures.averageLoss().orElseThrow()).isEqualByComparingTo("-5");
    assertThat(expectancy).isEqualByComparingTo("2.25");
    assertThat(figures.best().orElseThrow().profit()).isEqualByComparingTo("10");
    assertThat(figures.worst().orElseThrow().profit()).isEqualByComparingTo("-5");
    assertThat(figures.averageDuration()).isEqualTo(TimeUnit.MINUTES.toNanos(5));
  }

  @Test
  void haveNoValuesWithoutRoundTrips() {
    TripFigures figures = TripFigures.of(List.of());

    assertThat(figures.winRate()).isNaN();
    assertThat(figures.profitFactor()).isNaN();
    assertThat(figures.averageWin()).isEmpty();
    assertThat(figures.averageLoss()).isEmpty();
    assertThat(figures.expectancy()).isEmpty();
    assertThat(figures.best()).isEmpty();
    assertThat(figures.averageDuration()).isZero();
  }

  @Test
  void haveAnInfiniteProfitFactorWithoutALoss() {
    TripFigures figures = figures("810.00");

    assertThat(figures.profitFactor()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(figures.averageLoss()).isEmpty();
  }

  @Test
  void leaveOpenOnesOut() {
    RunBuilder run = new RunBuilder().filled("01:00", BUY, "1.0", "800.00", "0 USD");

    TripFigures figures = TripFigures.of(RoundTrips.of(run.build()));

    assertThat(figures.closed()).isEmpty();
    assertThat(figures.open()).isEqualTo(1);
  }

  private static TripFigures figures(String... exits) {
    RunBuilder run = new RunBuilder();
    for (int i = 0; i < exits.length; i++) {
      run.filled("0" + i + ":00", BUY, "1.0", "800.00", "0 USD");
      run.filled("0" + i + ":05", SELL, "1.0", exits[i], "0 USD");
    }
    return TripFigures.of(RoundTrips.of(run.build()));
  }
}
