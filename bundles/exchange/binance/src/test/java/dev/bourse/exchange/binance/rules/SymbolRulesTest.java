package dev.bourse.exchange.binance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import dev.bourse.exchange.binance.rest.Json;
import dev.bourse.exchange.binance.rest.SymbolReader;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Filters as the venue documents them (filters.md), at their bounds. */
@Tag("B1")
@Tag("B7")
class SymbolRulesTest {
  private static final String SYMBOL =
      """
      {"symbol":"BTCUSDT","status":"TRADING","baseAsset":"BTC","baseAssetPrecision":8,
       "quoteAsset":"USDT","quoteAssetPrecision":8,"orderTypes":["LIMIT","MARKET","STOP_LOSS"],
       "icebergAllowed":true,"amendAllowed":false,"filters":[
       {"filterType":"PRICE_FILTER","minPrice":"0.01","maxPrice":"1000.00","tickSize":"0.01"},
       {"filterType":"LOT_SIZE","minQty":"0.10","maxQty":"100","stepSize":"0.10"},
       {"filterType":"MARKET_LOT_SIZE","minQty":"0","maxQty":"5","stepSize":"0"},
       {"filterType":"PERCENT_PRICE_BY_SIDE","bidMultiplierUp":"1.2","bidMultiplierDown":"0.2",
        "askMultiplierUp":"5","askMultiplierDown":"0.8","avgPriceMins":1},
       {"filterType":"NOTIONAL","minNotional":"10","applyMinToMarket":true,"maxNotional":"9000",
        "applyMaxToMarket":false,"avgPriceMins":5},
       {"filterType":"ICEBERG_PARTS","limit":10},
       {"filterType":"MAX_NUM_ORDERS","maxNumOrders":3},
       {"filterType":"MAX_NUM_ALGO_ORDERS","maxNumAlgoOrders":1},
       {"filterType":"MAX_POSITION","maxPosition":"20"},
       {"filterType":"TRAILING_DELTA","minTrailingAboveDelta":10,"maxTrailingAboveDelta":2000,
        "minTrailingBelowDelta":20,"maxTrailingBelowDelta":1000}]}
      """;

  private Surroundings.Counts counts = new Surroundings.Counts(0, 0, 0);
  private Surroundings.@Nullable Range range =
      new Surroundings.Range(new BigDecimal("99"), new BigDecimal("101"));

  private final SymbolRules rules;

  SymbolRulesTest() throws Exception {
    JsonNode symbol = Json.read(SYMBOL);
    SymbolReader reader = new SymbolReader("BINANCE", Rate.of("0.001"), Rate.of("0.001"));
    rules = SymbolRules.of(reader.read(symbol), symbol);
  }

  private final Surroundings around =
      new Surroundings() {
        @Override
        public Counts counts() {
          return counts;
        }

        @Override
        public BigDecimal position() {
          return new BigDecimal("15");
        }

        @Override
        public @Nullable Range traded(Duration time) {
          return range;
        }
      };

  private static Wanted limit(Side side, String quantity, String price) {
    return new Wanted(
        "LIMIT", side, new BigDecimal(quantity), new BigDecimal(price), null, null, null, true);
  }

  private static Wanted market(String quantity) {
    return new Wanted("MARKET", Side.SELL, new BigDecimal(quantity), null, null, null, null, true);
  }

  private static Wanted trailing(Side side, long delta) {
    return new Wanted("STOP_LOSS", side, new BigDecimal("1.0"), null, null, null, delta, true);
  }

  private @Nullable String problem(Wanted order) {
    return rules.problem(order, around);
  }

  @Test
  void whatKeepsAllRulesPasses() {
    Wanted order = limit(Side.BUY, "1.0", "100.00");

    assertThat(problem(order)).isNull();
  }

  @Test
  void pricesHaveBoundsAndATick() {
    Wanted off = limit(Side.SELL, "1.0", "100.005");

    assertThat(problem(off))
        .isEqualTo("PRICE_FILTER: price=100.005 min=0.01 max=1000.00 tick=0.01");
    assertThat(problem(limit(Side.SELL, "1.0", "1000.01"))).startsWith("PRICE_FILTER: ");
  }

  @Test
  void quantitiesHaveBoundsAndAStepAndMarketOrdersOthers() {
    Wanted odd = limit(Side.SELL, "1.05", "100.00");

    assertThat(problem(odd)).isEqualTo("LOT_SIZE: quantity=1.05 min=0.10 max=100 step=0.10");
    assertThat(problem(market("5.0"))).isNull();
    assertThat(problem(market("5.1"))).startsWith("MARKET_LOT_SIZE: quantity=5.1");
  }

  @Test
  void aPriceIsRefusedOnlyIfNoAverageThatIsPossibleLetsItPass() {
    Wanted dear = limit(Side.BUY, "1.0", "121.20");

    assertThat(problem(dear)).isNull();
    assertThat(problem(limit(Side.BUY, "1.0", "121.21")))
        .isEqualTo("PERCENT_PRICE_BY_SIDE: price=121.21 min=19.8 max=121.2");
    assertThat(problem(limit(Side.SELL, "1.0", "79.19"))).startsWith("PERCENT_PRICE_BY_SIDE: ");
    range = null;
    assertThat(problem(limit(Side.BUY, "1.0", "121.21"))).isNull();
  }

  @Test
  void anOrderIsWorthEnoughAndNotTooMuch() {
    Wanted small = limit(Side.SELL, "0.1", "99.00");

    assertThat(problem(small)).isEqualTo("NOTIONAL: notional=9.9 min=10");
    assertThat(problem(market("0.1"))).isNull();
    assertThat(problem(limit(Side.SELL, "91.0", "99.00")))
        .isEqualTo("NOTIONAL: notional=9009 max=9000");
  }

  @Test
  void openOrdersAreCounted() {
    counts = new Surroundings.Counts(3, 0, 0);
    Wanted more = limit(Side.SELL, "1.0", "100.00");

    assertThat(problem(more)).isEqualTo("MAX_NUM_ORDERS: open=3 max=3");
    counts = new Surroundings.Counts(2, 1, 0);
    assertThat(problem(trailing(Side.SELL, 100))).isEqualTo("MAX_NUM_ALGO_ORDERS: open=1 max=1");
    assertThat(problem(more)).isNull();
  }

  @Test
  void whatAnAccountMayHoldIsCountedForBuys() {
    Wanted much = limit(Side.BUY, "5.1", "100.00");

    assertThat(problem(much)).isEqualTo("MAX_POSITION: position=15 quantity=5.1 max=20");
    assertThat(problem(limit(Side.BUY, "5.0", "100.00"))).isNull();
    assertThat(problem(limit(Side.SELL, "5.1", "100.00"))).isNull();
  }

  @Test
  void aTriggerTrailsWithinItsBoundsOnEachSide() {
    Wanted near = trailing(Side.SELL, 19);

    assertThat(problem(near)).isEqualTo("TRAILING_DELTA: delta=19 min=20 max=1000");
    assertThat(problem(trailing(Side.BUY, 19))).isNull();
  }

  @Test
  void anIcebergHasNotTooManyParts() {
    Wanted iceberg =
        new Wanted(
            "LIMIT",
            Side.SELL,
            new BigDecimal("1.1"),
            new BigDecimal("100.00"),
            null,
            new BigDecimal("0.1"),
            null,
            true);

    assertThat(problem(iceberg)).isEqualTo("ICEBERG_PARTS: parts=11 max=10");
  }

  @Test
  void whatTheSymbolDoesNotTakeIsSaid() {
    Wanted maker =
        new Wanted(
            "LIMIT_MAKER",
            Side.SELL,
            new BigDecimal("1.0"),
            new BigDecimal("100.00"),
            null,
            null,
            null,
            true);

    assertThat(problem(maker))
        .isEqualTo("ORDER_TYPE: type=LIMIT_MAKER allowed=[LIMIT, MARKET, STOP_LOSS]");
    assertThat(rules.problem("amendAllowed"))
        .isEqualTo("NOT_ALLOWED: symbol=BTCUSDT amendAllowed=false");
  }
}
