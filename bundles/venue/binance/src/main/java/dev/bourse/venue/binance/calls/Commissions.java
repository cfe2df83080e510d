package dev.bourse.venue.binance.calls;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Rate;
import dev.bourse.venue.binance.protocol.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fees as answers have them. This venue has one rate for makers and one for takers. */
final class Commissions {
  private static final String ZERO = "0.00000000";

  private Commissions() {}

  static Map<String, @Nullable Object> forOrder(Instrument instrument) {
    return Json.object(
        "standardCommissionForOrder", pair(instrument),
        "specialCommissionForOrder", Json.object("maker", ZERO, "taker", ZERO),
        "taxCommissionForOrder", Json.object("maker", ZERO, "taker", ZERO),
        "discount", discount());
  }

  static Map<String, @Nullable Object> forAccount(Instrument instrument) {
    Map<String, @Nullable Object> none =
        Json.object("maker", ZERO, "taker", ZERO, "buyer", ZERO, "seller", ZERO);
    return Json.object(
        "symbol", instrument.id().symbol(),
        "standardCommission", rates(instrument),
        "specialCommission", none,
        "taxCommission", none,
        "discount", discount());
  }

  static Map<String, @Nullable Object> rates(Instrument instrument) {
    Map<String, @Nullable Object> rates = pair(instrument);
    rates.put("buyer", ZERO);
    rates.put("seller", ZERO);
    return rates;
  }

  private static Map<String, @Nullable Object> pair(Instrument instrument) {
    return Json.object("maker", text(instrument.makerFee()), "taker", text(instrument.takerFee()));
  }

  private static Map<String, @Nullable Object> discount() {
    return Json.object(
        "enabledForAccount",
        false,
        "enabledForSymbol",
        false,
        "discountAsset",
        "BNB",
        "discount",
        ZERO);
  }

  /** A rate in hundredths of a percent, as old fields have it. */
  static long points(Rate rate) {
    return of(rate).movePointRight(4).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  private static String text(Rate rate) {
    return of(rate).setScale(8, RoundingMode.HALF_UP).toPlainString();
  }

  private static BigDecimal of(Rate rate) {
    return new BigDecimal(rate.toString());
  }
}
