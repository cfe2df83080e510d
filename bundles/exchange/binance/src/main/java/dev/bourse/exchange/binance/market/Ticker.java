package dev.bourse.exchange.binance.market;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.event.Quote;
import dev.bourse.api.model.Decimals;
import dev.bourse.api.model.Instrument;

/**
 * Where the venue says over REST that a symbol stands (rest-api.md, "24hr ticker price change
 * statistics").
 *
 * @param best the best bid and offer, 0 on a side that is empty
 * @param lastTrade the number of the last trade, -1 if there was none in 24 hours
 */
record Ticker(Quote best, long lastTrade) {
  /** Reads one; throws {@link IllegalArgumentException} if its numbers do not fit the rules. */
  static Ticker of(JsonNode row, Instrument rules, long now) {
    int prices = rules.priceDecimals();
    int sizes = rules.quantityDecimals();
    return new Ticker(
        new Quote(
            rules,
            now,
            Decimals.parse(row.path("bidPrice").asText(), prices),
            Decimals.parse(row.path("bidQty").asText(), sizes),
            Decimals.parse(row.path("askPrice").asText(), prices),
            Decimals.parse(row.path("askQty").asText(), sizes)),
        row.path("lastId").asLong(-1));
  }

  /** Whether both sides of its book have orders. */
  boolean isWhole() {
    return best.bidRaw() > 0 && best.askRaw() > 0;
  }
}
