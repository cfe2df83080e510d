package dev.bourse.core.reconciliation;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTC;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.SECOND;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent.MassReport;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Side;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A report is asked for at 10 s and answered at 12 s, while the account buys at 100 USD. */
@Tag("N7")
@Tag("C1")
class LateBalancesTest {
  private static Fill bought(int number, String quantity, long time) {
    return new Fill(
        "f" + number,
        new ClientOrderId("o"),
        ACCOUNT,
        BTCUSD,
        Side.BUY,
        BTCUSD.price("100.00"),
        BTCUSD.quantity(quantity),
        USD.zero(),
        Liquidity.TAKER,
        time,
        false);
  }

  private static List<Balance> balances(String usd, String btc) {
    return List.of(
        new Balance(Money.of(usd, USD), USD.zero()), new Balance(Money.of(btc, BTC), BTC.zero()));
  }

  private static MassReport report(List<Balance> balances) {
    return new MassReport(ACCOUNT, List.of(), List.of(), balances, 10 * SECOND, 12 * SECOND);
  }

  @Test
  void agreesIfTheVenueReadItsBalancesBetweenTwoExecutions() {
    List<Fill> fills = List.of(bought(1, "1", 11 * SECOND), bought(2, "2", 12 * SECOND));

    var differences =
        new LateBalances(balances("9700", "3"), fills, report(balances("9900", "1"))).differences();

    assertThat(differences).contains(List.of());
  }

  @Test
  void agreesIfTheVenueHadNeitherExecution() {
    List<Fill> fills = List.of(bought(1, "1", 11 * SECOND), bought(2, "2", 60 * SECOND));

    var differences =
        new LateBalances(balances("9700", "3"), fills, report(balances("10000", "0")))
            .differences();

    assertThat(differences).contains(List.of());
  }

  @Test
  void doesNotExplainMoneyByWhatWasExecutedLongAfterTheAnswer() {
    List<Fill> fills = List.of(bought(1, "1", 11 * SECOND), bought(2, "2", 60 * SECOND));

    var differences =
        new LateBalances(balances("9700", "3"), fills, report(balances("9700", "3"))).differences();

    assertThat(differences).doesNotContain(List.of());
  }

  @Test
  void misses50DollarsWhicheverMomentItWas() {
    List<Fill> fills = List.of(bought(1, "1", 11 * SECOND), bought(2, "2", 12 * SECOND));

    var differences =
        new LateBalances(balances("9700", "3"), fills, report(balances("9850", "1"))).differences();

    assertThat(differences).contains(List.of(Money.of("-50", USD))).doesNotContain(List.of());
  }

  /** Whatever was executed and whichever part of it the venue's balances had. */
  @Property
  void findsTheMoneyThatIsMissingAndNoneThatIsNot(
      @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 9) Integer> quantities,
      @ForAll @IntRange(max = 8) int seen,
      @ForAll @IntRange(min = -1, max = 1) int missing) {
    int had = Math.min(seen, quantities.size());
    List<Fill> fills = new ArrayList<>();
    for (int each = 0; each < quantities.size(); each++) {
      fills.add(bought(each, String.valueOf(quantities.get(each)), 11 * SECOND + each));
    }
    int all = quantities.stream().mapToInt(each -> each).sum();
    int then = quantities.subList(0, had).stream().mapToInt(each -> each).sum();

    var differences =
        new LateBalances(
                balances(usd(all, 0), String.valueOf(all)),
                fills,
                report(balances(usd(then, missing), String.valueOf(then))))
            .differences();

    List<Money> wanted = missing == 0 ? List.of() : List.of(Money.of(String.valueOf(missing), USD));
    assertThat(differences).contains(wanted);
    assertThat(differences.contains(List.<Money>of())).isEqualTo(missing == 0);
  }

  private static String usd(int bought, int missing) {
    return String.valueOf(10_000 - 100 * bought + missing);
  }
}
