package dev.bourse.exchange.binance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.filter.Surroundings;
import dev.bourse.api.filter.Wanted;
import dev.bourse.api.filter.Wanted.Role;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import dev.bourse.exchange.binance.rest.Json;
import dev.bourse.exchange.binance.rest.SymbolReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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
       {"filterType":"MAX_NUM_ORDER_LISTS","maxNumOrderLists":2},
       {"filterType":"MAX_NUM_ORDER_AMENDS","maxNumOrderAmends":10},
       {"filterType":"MAX_POSITION","maxPosition":"20"},
       {"filterType":"TRAILING_DELTA","minTrailingAboveDelta":10,"maxTrailingAboveDelta":2000,
        "minTrailingBelowDelta":20,"maxTrailingBelowDelta":1000}]}
      """;

  private static final String EXCHANGE =
      """
      [{"filterType":"EXCHANGE_MAX_NUM_ORDERS","maxNumOrders":30},
       {"filterType":"EXCHANGE_MAX_NUM_ALGO_ORDERS","maxNumAlgoOrders":20},
       {"filterType":"EXCHANGE_MAX_NUM_ICEBERG_ORDERS","maxNumIcebergOrders":10},
       {"filterType":"EXCHANGE_MAX_NUM_ORDER_LISTS","maxNumOrderLists":5}]
      """;

  private Surroundings.Counts counts = new Surroundings.Counts(0, 0, 0, 0);
  private Surroundings.Counts everywhere = new Surroundings.Counts(0, 0, 0, 0);
  private Surroundings.@Nullable Range range =
      new Surroundings.Range(new BigDecimal("99"), new BigDecimal("101"));

  private final Description description;
  private SymbolRules rules;

  SymbolRulesTest() throws Exception {
    JsonNode symbol = Json.read(SYMBOL);
    SymbolReader reader = new SymbolReader("BINANCE", Rate.of("0.001"), Rate.of("0.001"));
    description = Description.of(symbol, Json.read(EXCHANGE));
    rules = SymbolRules.of(reader.read(symbol), description);
  }

  private final Surroundings around =
      new Surroundings() {
        @Override
        public Counts counts() {
          return counts;
        }

        @Override
        public Counts everywhere() {
          return everywhere;
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
        "LIMIT",
        side,
        new BigDecimal(quantity),
        new BigDecimal(price),
        null,
        null,
        null,
        Role.ENTRY);
  }

  private static Wanted market(String quantity) {
    return new Wanted(
        "MARKET", Side.SELL, new BigDecimal(quantity), null, null, null, null, Role.ENTRY);
  }

  private static Wanted trailing(Side side, long delta) {
    return new Wanted(
        "STOP_LOSS", side, new BigDecimal("1.0"), null, null, null, delta, Role.ENTRY);
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
    counts = new Surroundings.Counts(3, 0, 0, 0);
    Wanted more = limit(Side.SELL, "1.0", "100.00");

    assertThat(problem(more)).isEqualTo("MAX_NUM_ORDERS: open=3 max=3");
    counts = new Surroundings.Counts(2, 1, 0, 0);
    assertThat(problem(trailing(Side.SELL, 100))).isEqualTo("MAX_NUM_ALGO_ORDERS: open=1 max=1");
    assertThat(problem(more)).isNull();
  }

  private static Wanted as(Role role, Wanted order) {
    return new Wanted(
        order.type(),
        order.side(),
        order.quantity(),
        order.price(),
        order.stopPrice(),
        order.shown(),
        order.trailingDelta(),
        role);
  }

  private void allowedToTheAccount(String own) throws Exception {
    rules = SymbolRules.of(rules.instrument(), description.with(Json.read(own)));
  }

  /** The end of an open order may be on its way to us, and the price may have moved. */
  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"EXIT", "CHANGE"})
  @Tag("G3")
  void whatTheVenueMayKnowBetterStopsNoExitAndNoChange(Role role) throws Exception {
    counts = new Surroundings.Counts(3, 1, 0, 2);
    everywhere = new Surroundings.Counts(30, 20, 10, 5);
    allowedToTheAccount(
        "{\"assetFilters\":[{\"filterType\":\"MAX_ASSET\",\"asset\":\"BTC\",\"limit\":\"0.5\"}]}");

    List<Wanted> orders =
        List.of(
            as(role, limit(Side.BUY, "1.0", "121.21")),
            as(role, market("0.1")),
            as(role, trailing(Side.SELL, 100)));

    assertThat(orders).allMatch(each -> problem(each) == null);
    assertThat(problem(as(role, limit(Side.SELL, "1.0", "100.005")))).startsWith("PRICE_FILTER: ");
  }

  @Test
  @Tag("G3")
  void openOrderListsAreCountedForOrdersOfLists() {
    counts = new Surroundings.Counts(2, 0, 0, 2);
    Wanted alone = limit(Side.BUY, "1.0", "100.00");

    Wanted listed = as(Role.LISTED_ENTRY, alone);

    assertThat(problem(listed)).isEqualTo("MAX_NUM_ORDER_LISTS: open=2 max=2");
    assertThat(problem(alone)).isNull();
  }

  @ParameterizedTest(name = "{0} orders, {1} algo, {2} icebergs, {3} lists: {4}")
  @CsvSource({
    "30, 0, 0, 0, EXCHANGE_MAX_NUM_ORDERS: open=30 max=30",
    "29, 20, 0, 0, EXCHANGE_MAX_NUM_ALGO_ORDERS: open=20 max=20",
    "29, 19, 10, 0, EXCHANGE_MAX_NUM_ICEBERG_ORDERS: open=10 max=10",
    "29, 19, 9, 5, EXCHANGE_MAX_NUM_ORDER_LISTS: open=5 max=5",
    "29, 19, 9, 4, ",
  })
  @Tag("G3")
  void openOrdersOfAllSymbolsAreCounted(
      int all, int algo, int iceberg, int lists, @Nullable String problem) {
    everywhere = new Surroundings.Counts(all, algo, iceberg, lists);
    Wanted order =
        new Wanted(
            "STOP_LOSS",
            Side.BUY,
            new BigDecimal("1.0"),
            null,
            new BigDecimal("100.00"),
            new BigDecimal("0.5"),
            null,
            Role.LISTED_ENTRY);

    assertThat(problem(order)).isEqualTo(problem);
  }

  @Test
  @Tag("G3")
  void whatIsSaidToTheAccountCountsBeforeWhatIsSaidToEverybody() throws Exception {
    counts = new Surroundings.Counts(3, 0, 0, 0);
    everywhere = new Surroundings.Counts(30, 0, 0, 0);

    allowedToTheAccount(
        """
        {"exchangeFilters":[{"filterType":"EXCHANGE_MAX_NUM_ORDERS","maxNumOrders":31}],
         "symbolFilters":[{"filterType":"MAX_NUM_ORDERS","maxNumOrders":4}]}
        """);

    assertThat(problem(limit(Side.BUY, "1.0", "100.00"))).isNull();
    counts = new Surroundings.Counts(4, 0, 0, 0);
    assertThat(problem(limit(Side.BUY, "1.0", "100.00"))).isEqualTo("MAX_NUM_ORDERS: open=4 max=4");
    assertThat(problem(limit(Side.BUY, "1.0", "100.005"))).startsWith("PRICE_FILTER: ");
  }

  @Test
  @Tag("G3")
  void anOrderTransactsNoMoreOfAnAssetThanTheAccountMay() throws Exception {
    allowedToTheAccount(
        """
        {"assetFilters":[{"filterType":"MAX_ASSET","asset":"BTC","limit":"4.00000000"},
                         {"filterType":"MAX_ASSET","asset":"USDT","limit":"300.00000000"},
                         {"filterType":"MAX_ASSET","asset":"JPY","limit":"1.00000000"}]}
        """);

    assertThat(problem(limit(Side.BUY, "3.0", "100.00"))).isNull();
    assertThat(problem(limit(Side.BUY, "3.1", "100.00")))
        .isEqualTo("MAX_ASSET: asset=USDT notional=310 max=300");
    assertThat(problem(limit(Side.BUY, "4.1", "50.00")))
        .isEqualTo("MAX_ASSET: asset=BTC quantity=4.1 max=4");
    assertThat(problem(market("4.0"))).isNull();
  }

  @Test
  @Tag("G3")
  void anOrderIsAmendedInItsPlaceSoOften() {
    int last = 9;

    assertThat(rules.amendProblem(last)).isNull();
    assertThat(rules.amendProblem(last + 1)).isEqualTo("MAX_NUM_ORDER_AMENDS: amends=10 max=10");
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
            Role.ENTRY);

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
            Role.ENTRY);

    assertThat(problem(maker))
        .isEqualTo("ORDER_TYPE: type=LIMIT_MAKER allowed=[LIMIT, MARKET, STOP_LOSS]");
    assertThat(rules.problem("amendAllowed"))
        .isEqualTo("NOT_ALLOWED: symbol=BTCUSDT amendAllowed=false");
  }
}
