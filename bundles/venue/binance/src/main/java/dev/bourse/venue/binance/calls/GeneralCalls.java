package dev.bourse.venue.binance.calls;

import dev.bourse.api.model.Instrument;
import dev.bourse.venue.binance.market.SymbolMarket;
import dev.bourse.venue.binance.protocol.Json;
import dev.bourse.venue.binance.protocol.Params;
import dev.bourse.venue.binance.protocol.Refusals;
import dev.bourse.venue.binance.protocol.Stamp;
import dev.bourse.venue.binance.protocol.Window;
import dev.bourse.venue.binance.trading.AccountLimits;
import dev.bourse.venue.binance.trading.Filters;
import dev.bourse.venue.binance.trading.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether the venue is there, its time and its rules. */
final class GeneralCalls {
  private final Parts parts;

  GeneralCalls(Parts parts) {
    this.parts = parts;
  }

  void addTo(CallTable table) {
    table.open("GET /api/v3/ping", "ping", 1, GeneralCalls::ping);
    table.open("GET /api/v3/time", "time", 1, GeneralCalls::time);
    table.open("GET /api/v3/exchangeInfo", "exchangeInfo", 20, this::exchangeInfo);
  }

  private static Object ping(Asked asked) {
    asked.params().done();
    return Json.object();
  }

  private static Object time(Asked asked) {
    asked.params().done();
    return Json.object("serverTime", new Stamp(asked.now()));
  }

  private Object exchangeInfo(Asked asked) {
    Params params = asked.params();
    List<SymbolMarket> markets = SymbolChoice.of(params, parts.markets(), "permissions");
    @Nullable String status = params.text("symbolStatus");
    boolean sets = params.text("showPermissionSets") == null || params.flag("showPermissionSets");
    params.text("permissions");
    params.done();
    if (status != null && !List.of("TRADING", "HALT", "BREAK").contains(status)) {
      throw Refusals.invalid("symbolStatus");
    }
    List<Object> symbols = new ArrayList<>();
    for (SymbolMarket market : markets) {
      if (status == null || status.equals(statusOf(market.instrument()))) {
        symbols.add(symbol(market, sets));
      }
    }
    List<Object> limits = new ArrayList<>();
    limits.add(parts.limits().weight().rule());
    parts.limits().ordersOf(null).stream().map(Window::rule).forEach(limits::add);
    limits.add(parts.limits().shared().get(1).rule());
    return Json.object(
        "timezone",
        "UTC",
        "serverTime",
        new Stamp(asked.now()),
        "rateLimits",
        limits,
        "exchangeFilters",
        new AccountLimits().exchangeFilters(),
        "symbols",
        symbols);
  }

  private Map<String, @Nullable Object> symbol(SymbolMarket market, boolean sets) {
    Instrument instrument = market.instrument();
    int base = instrument.base().decimals();
    int quote = instrument.quote().decimals();
    Map<String, @Nullable Object> symbol =
        Json.object(
            "symbol",
            instrument.id().symbol(),
            "status",
            statusOf(instrument),
            "baseAsset",
            instrument.base().code(),
            "baseAssetPrecision",
            base,
            "quoteAsset",
            instrument.quote().code(),
            "quotePrecision",
            quote,
            "quoteAssetPrecision",
            quote,
            "baseCommissionPrecision",
            base,
            "quoteCommissionPrecision",
            quote,
            "orderTypes",
            Arrays.asList(Kind.values()),
            "icebergAllowed",
            true,
            "ocoAllowed",
            true,
            "otoAllowed",
            true,
            "opoAllowed",
            false,
            "quoteOrderQtyMarketAllowed",
            true,
            "allowTrailingStop",
            true,
            "cancelReplaceAllowed",
            true,
            "amendAllowed",
            true,
            "pegInstructionsAllowed",
            false);
    symbol.putAll(
        Json.object(
            "isSpotTradingAllowed", true,
            "isMarginTradingAllowed", false,
            "filters", Filters.of(market),
            "permissions", List.of(),
            "permissionSets", sets ? List.of(List.of("SPOT")) : List.of(),
            "defaultSelfTradePreventionMode", parts.selfTrade(),
            "allowedSelfTradePreventionModes", List.of(parts.selfTrade())));
    return symbol;
  }

  private static String statusOf(Instrument instrument) {
    return instrument.trading() ? "TRADING" : "HALT";
  }
}
