package dev.bourse.exchange.binance.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.model.Decimals;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What an account is charged on a symbol at most: the discount for paying in another coin is not
 * reckoned with. Immutable.
 *
 * @param maker of orders that rested
 * @param taker of orders that took
 */
public record Fees(Rate maker, Rate taker) {
  private static final List<String> PARTS =
      List.of("standardCommission", "specialCommission", "taxCommission");

  /** Adds up what the venue names (web-socket-api.md, "Account Commission Rates"). */
  public static Fees of(JsonNode commission) {
    return new Fees(sum(commission, "maker"), sum(commission, "taker"));
  }

  private static Rate sum(JsonNode commission, String role) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String part : PARTS) {
      JsonNode rates = commission.path(part);
      BigDecimal side = rate(rates, "buyer").max(rate(rates, "seller"));
      sum = sum.add(rate(rates, role)).add(side);
    }
    return Rate.of(sum.setScale(6, RoundingMode.UP).toPlainString());
  }

  private static BigDecimal rate(JsonNode rates, String name) {
    return Decimals.parse(rates.path(name).asText("0"));
  }

  static Fees of(Instrument rules) {
    return new Fees(rules.makerFee(), rules.takerFee());
  }

  /** The same instrument with these fees. */
  Instrument on(Instrument rules) {
    return Versions.with(rules, rules.version(), this);
  }
}
