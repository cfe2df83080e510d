package dev.bourse.exchange.binance.rules;

import dev.bourse.api.filter.OrderFilter;
import dev.bourse.api.filter.Surroundings;
import dev.bourse.api.filter.Wanted;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * MAX_ASSET: how much of an asset the account may transact by one order; of the quote asset it is
 * the notional, which only a limit says for certain. The venue may have raised it since it was
 * asked, so only entries are stopped.
 */
record AssetFilter(String asset, boolean isBase, BigDecimal most) implements OrderFilter {
  @Override
  public @Nullable String problem(Wanted order, Surroundings around) {
    BigDecimal quantity = order.quantity();
    BigDecimal price = isBase ? BigDecimal.ONE : order.price();
    if (!order.isEntry() || quantity == null || price == null) {
      return null;
    }
    BigDecimal transacted = quantity.multiply(price);
    return transacted.compareTo(most) <= 0
        ? null
        : "MAX_ASSET: asset="
            + asset
            + (isBase ? " quantity=" : " notional=")
            + plain(transacted)
            + " max="
            + plain(most);
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
