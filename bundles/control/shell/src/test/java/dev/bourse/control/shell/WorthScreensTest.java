package dev.bourse.control.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.Conversion;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.api.trader.TraderSnapshot.AccountView;
import dev.bourse.api.trader.TraderSnapshot.AssetView;
import dev.bourse.api.trader.TraderSnapshot.WorthView;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an account is worth in its one currency, and what stands in the way. */
@Tag("N28")
class WorthScreensTest {
  private static final Currency BNB = new Currency("BNB", 8);
  private static final Money HALF = Money.of("0.5", BNB);

  private static String page(WorthView worth) {
    AccountView account =
        new AccountView(
            Demo.ACCOUNT,
            "simulated",
            true,
            "",
            List.of(),
            List.of(),
            List.of(),
            Optional.of(worth));
    return Demo.terminal(account).run("trader:info demo");
  }

  private static AssetView cash() {
    return new AssetView(Money.of("1000", Demo.USD), "", Optional.empty(), true);
  }

  @Test
  void thePageNamesThePathOfEachAsset() {
    Conversion conversion =
        new Conversion(
            HALF,
            Money.of("301.05", Demo.USD),
            List.of(new Conversion.Leg(InstrumentId.of("BNBUSD.X"), Price.of("602.10"), false, 5)));
    AssetView coupons = new AssetView(HALF, "BNBUSD.X", Optional.of(conversion), true);

    String page =
        page(
            new WorthView(
                "USD", Optional.of(Money.of("1301.05", Demo.USD)), List.of(coupons, cash())));

    assertThat(page)
        .containsPattern(
            "Worth sim +1,?301.05 USD: 0.50 BNB = 301.05 USD by BNBUSD.X; 1,?000.00 USD");
  }

  @Test
  void thePageSaysWhatIsUnpricedAndThatEntriesStop() {
    AssetView coupons = new AssetView(HALF, "BNBUSD.X", Optional.empty(), false);

    String page =
        page(
            new WorthView(
                "USD", Optional.of(Money.of("1000", Demo.USD)), List.of(coupons, cash())));

    assertThat(page.replaceAll("\\s+", " "))
        .contains(
            "Account sim: 0.50 BNB has no price in USD: BNBUSD.X waits for data. Entries are denied"
                + " (UNPRICED) until it has one.")
        .contains("without what is UNPRICED: 0.50 BNB by BNBUSD.X UNPRICED; ");
  }
}
