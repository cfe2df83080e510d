package dev.bourse.exchange.binance.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Decimals;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a symbol's description as an instrument (filters.md). Ticks and steps lose the zeros that
 * the venue writes behind them. Pure function.
 *
 * @param venue the venue in the instrument's name, {@code BINANCE}
 * @param makerFee the fee of orders that rested; public descriptions name none
 * @param takerFee the fee of orders that took
 */
public record SymbolReader(String venue, Rate makerFee, Rate takerFee) {
  /** The instrument, version 1; throws {@link IllegalArgumentException} with what is missing. */
  public Instrument read(JsonNode symbol) {
    String name = text(symbol, "symbol", "a symbol");
    Map<String, JsonNode> filters = new TreeMap<>();
    symbol.path("filters").forEach(each -> filters.put(each.path("filterType").asText(), each));
    Currency base = currency(symbol, "baseAsset", "baseAssetPrecision", name);
    Currency quote = currency(symbol, "quoteAsset", "quoteAssetPrecision", name);
    JsonNode lot = filter(filters, "LOT_SIZE", name);
    JsonNode price = filter(filters, "PRICE_FILTER", name);
    Quantity step = Quantity.of(plain(text(lot, "stepSize", name)));
    return new Instrument(
        new InstrumentId(name, venue),
        1,
        base,
        quote,
        Price.of(plain(text(price, "tickSize", name))),
        step,
        quantity(text(lot, "minQty", name), step),
        quantity(text(lot, "maxQty", name), step),
        Money.of(plain(leastNotional(filters)), quote),
        makerFee,
        takerFee,
        symbol.path("status").asText().equals("TRADING"));
  }

  private static Currency currency(JsonNode symbol, String code, String decimals, String name) {
    return new Currency(text(symbol, code, name), Integer.parseInt(text(symbol, decimals, name)));
  }

  private static JsonNode filter(Map<String, JsonNode> filters, String type, String name) {
    JsonNode filter = filters.get(type);
    if (filter == null) {
      throw new IllegalArgumentException("Binance describes " + name + " without " + type);
    }
    return filter;
  }

  private static String text(JsonNode from, String key, String name) {
    JsonNode value = from.path(key);
    if (value.isMissingNode()) {
      throw new IllegalArgumentException("Binance describes " + name + " without " + key);
    }
    return value.asText();
  }

  private static String plain(String number) {
    BigDecimal value = Decimals.parse(number).stripTrailingZeros();
    return (value.scale() < 0 ? value.setScale(0) : value).toPlainString();
  }

  private static Quantity quantity(String number, Quantity step) {
    return new Quantity(Decimals.parse(number, step.decimals()), step.decimals());
  }

  private static String leastNotional(Map<String, JsonNode> filters) {
    JsonNode filter = filters.getOrDefault("NOTIONAL", filters.get("MIN_NOTIONAL"));
    return filter == null ? "0" : filter.path("minNotional").asText("0");
  }
}
