package dev.bourse.report.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.backtest.Statistic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/statistics.md} is made of the catalogue. After a change that is meant, run with
 * {@code -Ddocs.statistics=write} and commit the file with the change.
 */
@Tag("N28")
class StatisticsPageTest {
  private static final Path FILE = Path.of("..", "..", "docs", "statistics.md");

  private static final String HEAD =
      """
      # Statistics

      What the figures of a backtest mean: in `backtest:show`, `backtest:compare`, `backtest:sweep`, the HTML report and the files
      of a result. This page is made of the code that computes them; a test compares the two.

      ## What holds for all of them

      - **Equity** is all traded assets of the account in quote currency at their last price, taken at every bar close and after every
        fill. Money is exact until a ratio is made of it; `double` begins there. Ratios have twelve digits in files.
      - **A day** is a UTC day. A point at midnight belongs to the day that it ends. A day without a price counts as no change, so that
        seven days are seven returns for coins and for shares alike.
      - **A year** has 365 days, because coins trade on all of them: means are multiplied by 365, deviations by its root. Libraries
        made for shares take 252; with weekends in the sample as no change, both come to nearly the same for shares.
      - **Risk-free rate** and required return are zero.
      - **No value** is a dash with its reason, an empty field in CSV files and `null` in JSON; never 0, `NaN` or infinity. In a ranking
        it comes last. A daily return of a day that began without equity above zero is not known: it is left out of means and
        deviations.
      - **Short samples** have values as soon as the formula has one; the number of days stands beside the ratios that are
        annualised, because a Sharpe ratio of seven days says next to nothing.
      - **Shares** are fractions of one in files and JSON (0.01), percent for people (1.00 %). Durations are seconds in files.

      """;

  private static final String TAIL =
      """
      ## Tables

      Each result has them in its HTML page, all rows also as files in its folder.

      | file | rows | columns |
      |---|---|---|
      | `statistics.csv` | one per statistic | name, value (empty where there is none), text, reason |
      | `trades.csv` | one per round trip, in the order of their ends, open ones last | owner, instrument, side, first and last fill, quantity and average price in and out (an open rest at the last price), fees charged in quote currency and those in a third currency at what they were worth then, profit after them, profit by what was put in, MFE and MAE before fees, the rate of each fee in a third currency, the name of the position of a strategy that hedges |
      | `drawdowns.csv` | one per fall of equity below a peak, the deepest first | peak, deepest point, time at which the peak was reached again (empty if it was not), depth as a share of the peak and as an amount, seconds from peak to end, seconds from the deepest point to the end |
      | `returns.csv` | one per month (`2013-11`), then one per year (`2013`) | the last equity of the period against that of the period before, the first one against the first point; the months of a year chained give the year |
      | `symbols.csv` | one per instrument that was filled | fills, closed and open round trips, profit (open ones at the last price; the rows add up to the profit of all round trips), fees in quote currency, win rate, profit factor, mean and sample deviation of the returns of closed round trips, share of the time in which it was held, buy and hold |
      | `equity.csv` | one per point | time, equity, exposure |

      A fee charged in base makes the quantity smaller and so the profit of the round trip; a fee charged in a third currency is taken
      off at what it was worth when it was charged. If no price of the run says what that is, it is in *Fees* and in equity only.

      ## Names elsewhere

      | Nautilus | here |
      |---|---|
      | Returns Average, Average (Win), Average (Loss) | Average day, Average winning day, Average losing day |
      | Avg, Max, Min Winner | Average win, Largest win, Smallest win |
      | Avg, Max, Min Loser | Average loss, Largest loss, Smallest loss |
      | Risk Return Ratio | Risk return ratio |
      | all others | the same name |
      """;

  @Test
  void thePageSaysWhatTheCodeComputes() throws IOException {
    String now = page();
    if ("write".equals(System.getProperty("docs.statistics"))) {
      Files.writeString(FILE, now);
    }

    String committed = Files.readString(FILE);

    assertThat(committed)
        .as("run with -Ddocs.statistics=write if this change is meant")
        .isEqualTo(now);
  }

  private static String page() {
    StringBuilder page = new StringBuilder(HEAD);
    String group = "";
    for (Statistic each : Catalogue.definitions()) {
      if (!each.group().equals(group)) {
        group = each.group();
        page.append("## ").append(group).append("\n\n");
        page.append("| statistic | word | unit | better | how it is computed | no value when |");
        page.append(" elsewhere |\n|---|---|---|---|---|---|---|\n");
      }
      page.append(row(each));
      if (isLast(each)) {
        page.append('\n');
      }
    }
    return page.append(TAIL).toString();
  }

  private static boolean isLast(Statistic statistic) {
    return Catalogue.definitions().stream()
        .filter(each -> each.group().equals(statistic.group()))
        .reduce((first, second) -> second)
        .filter(statistic::equals)
        .isPresent();
  }

  private static String row(Statistic each) {
    return "| **"
        + each.name()
        + "** | `"
        + each.key()
        + "` | "
        + each.unit()
        + " | "
        + switch (each.better()) {
          case HIGHER -> "more";
          case LOWER -> "less";
          case NEITHER -> "";
        }
        + " | "
        + each.formula()
        + " | "
        + each.undefined()
        + " | "
        + each.differs()
        + " |\n";
  }
}
