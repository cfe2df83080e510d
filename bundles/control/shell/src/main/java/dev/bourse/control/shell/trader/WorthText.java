package dev.bourse.control.shell.trader;

import dev.bourse.api.trader.TraderSnapshot.AccountView;
import dev.bourse.api.trader.TraderSnapshot.AssetView;
import dev.bourse.api.trader.TraderSnapshot.WorthView;
import dev.bourse.control.shell.text.Display;
import java.util.List;
import java.util.stream.Collectors;

/** What an account is worth in its one currency, and by which prices, in words. */
final class WorthText {
  private WorthText() {}

  /** {@code 301.05 USD: 0.50 BNB = 301.05 USD by BNBUSD.X at 602.10}. */
  static String of(WorthView worth) {
    String sum =
        worth.equity().map(Display::money).orElse("unknown, no instrument has " + worth.currency());
    String unpriced = worth.unpriced().isEmpty() ? "" : " without what is UNPRICED";
    return sum
        + unpriced
        + ": "
        + worth.assets().stream().map(WorthText::asset).collect(Collectors.joining("; "));
  }

  private static String asset(AssetView asset) {
    String held = Display.money(asset.held());
    String way = asset.path().isEmpty() ? "" : " by " + asset.path();
    if (!asset.priced()) {
      return held + way + " UNPRICED";
    }
    return held
        + asset
            .worth()
            .filter(worth -> worth.from().signum() != 0)
            .map(worth -> " = " + Display.money(worth.to()))
            .orElse("")
        + way;
  }

  /** Why entries stop for an account; empty if they do not. */
  static List<String> obstacles(AccountView account) {
    WorthView worth = account.worth().orElse(null);
    if (worth == null) {
      return List.of();
    }
    if (worth.equity().isEmpty()) {
      return List.of(
          "Account "
              + account.id()
              + " is to be valued in "
              + worth.currency()
              + ", which no instrument of this trader has: entries are denied (UNPRICED). Set"
              + " account.currency to a currency that is traded.");
    }
    return worth.unpriced().stream()
        .map(
            asset ->
                "Account "
                    + account.id()
                    + ": "
                    + Display.money(asset.held())
                    + " has no price in "
                    + worth.currency()
                    + (asset.path().isEmpty()
                        ? ", and no instrument of this trader leads there"
                        : ": " + asset.path() + " waits for data")
                    + ". Entries are denied (UNPRICED) until it has one.")
        .toList();
  }
}
