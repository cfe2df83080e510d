package dev.bourse.exchange.binance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.api.filter.Surroundings;
import dev.bourse.api.filter.Wanted;
import dev.bourse.api.filter.Wanted.Role;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import dev.bourse.exchange.binance.OutsideCases;
import dev.bourse.exchange.binance.rest.SymbolReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The filters as the venue's documents show them: each alone lets an order pass at its bound and
 * stops one beyond it.
 */
@Tag("outside")
@Tag("B7")
class FilterSamplesTest {
  private static final BigDecimal HUNDRED = new BigDecimal("100");
  private static final BigDecimal LITTLE = new BigDecimal("0.00000100");
  private static final BigDecimal STEP = new BigDecimal("0.001");

  private final Map<String, JsonNode> samples = new TreeMap<>();
  private final Instrument instrument;
  private final List<Duration> looked = new ArrayList<>();
  private int open;
  private BigDecimal position = BigDecimal.ZERO;

  FilterSamplesTest() {
    for (JsonNode each : OutsideCases.read("binance/spot-samples/filters.json")) {
      samples.put(each.path("json").path("filterType").asText(), each.path("json"));
    }
    instrument = reader().read(symbol(List.of("PRICE_FILTER", "LOT_SIZE", "NOTIONAL")));
  }

  private static SymbolReader reader() {
    return new SymbolReader("BINANCE", Rate.of("0.001"), Rate.of("0.001"));
  }

  private JsonNode symbol(List<String> types) {
    ObjectNode symbol = JsonNodeFactory.instance.objectNode();
    symbol.put("symbol", "ETHUSDC").put("status", "TRADING");
    symbol.put("baseAsset", "ETH").put("baseAssetPrecision", 8);
    symbol.put("quoteAsset", "USDC").put("quoteAssetPrecision", 8);
    types.forEach(each -> symbol.withArray("filters").add(samples.get(each)));
    return symbol;
  }

  /** The rules of a symbol, of the exchange or of an account that have this filter alone. */
  private SymbolRules only(String type) {
    boolean exchange = type.startsWith("EXCHANGE_");
    boolean asset = type.equals("MAX_ASSET");
    JsonNode symbol = symbol(exchange || asset ? List.of() : List.of(type));
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    if (exchange || asset) {
      all.withArray(asset ? "assetFilters" : "exchangeFilters").add(samples.get(type));
    }
    Description said = Description.of(symbol, all.path("exchangeFilters"));
    return SymbolRules.of(instrument, asset ? said.with(all) : said);
  }

  private final Surroundings around =
      new Surroundings() {
        @Override
        public Counts counts() {
          return new Counts(open, open, open, open);
        }

        @Override
        public Counts everywhere() {
          return counts();
        }

        @Override
        public BigDecimal position() {
          return position;
        }

        @Override
        public Range traded(Duration time) {
          looked.add(time);
          return new Range(HUNDRED, HUNDRED);
        }
      };

  private BigDecimal number(String type, String name) {
    return new BigDecimal(samples.get(type).path(name).asText());
  }

  private static Wanted order(String type, Side side, BigDecimal quantity, BigDecimal price) {
    return new Wanted(
        type,
        side,
        quantity,
        type.equals("MARKET") ? null : price,
        null,
        null,
        null,
        Role.LISTED_ENTRY);
  }

  private static Wanted limit(Side side, BigDecimal quantity, BigDecimal price) {
    return order("LIMIT", side, quantity, price);
  }

  private static Wanted market(BigDecimal quantity) {
    return order("MARKET", Side.SELL, quantity, HUNDRED);
  }

  private @Nullable String problem(String type, Wanted order) {
    return only(type).problem(order, around);
  }

  private void assertBound(String type, Wanted passes, Wanted stopped) {
    assertThat(problem(type, passes)).as(type).isNull();
    assertThat(problem(type, stopped)).as(type).startsWith(type + ": ");
  }

  @Test
  void anInstrumentHasTheNumbersOfTheFilters() {
    Map<String, BigDecimal> expected = new TreeMap<>();
    expected.put(instrument.tickSize().toString(), number("PRICE_FILTER", "tickSize"));
    expected.put(instrument.stepSize().toString(), number("LOT_SIZE", "stepSize"));
    expected.put(instrument.minQuantity().toString(), number("LOT_SIZE", "minQty"));
    expected.put(instrument.maxQuantity().toString(), number("LOT_SIZE", "maxQty"));
    expected.put(
        instrument.minNotional().toString().replace(" USDC", ""),
        number("NOTIONAL", "minNotional"));

    assertThat(expected)
        .allSatisfy((ours, theirs) -> assertThat(theirs).isEqualByComparingTo(ours));
  }

  @Test
  void pricesAndQuantitiesKeepBoundsAndSteps() {
    BigDecimal lowest = number("PRICE_FILTER", "minPrice");
    BigDecimal highest = number("PRICE_FILTER", "maxPrice");
    BigDecimal half = number("PRICE_FILTER", "tickSize").divide(BigDecimal.valueOf(2));
    for (BigDecimal bad : List.of(lowest.subtract(half), highest.add(LITTLE), HUNDRED.add(half))) {
      assertBound("PRICE_FILTER", limit(Side.BUY, HUNDRED, highest), limit(Side.BUY, HUNDRED, bad));
    }
    for (String type : List.of("LOT_SIZE", "MARKET_LOT_SIZE")) {
      BigDecimal step = number(type, "stepSize");
      BigDecimal least = number(type, "minQty");
      BigDecimal most = number(type, "maxQty");
      assertBound(type, market(most), market(most.add(step)));
      assertBound(type, market(least), market(least.subtract(step)));
      assertBound(type, market(least.add(step)), market(least.add(step.divide(HUNDRED))));
    }

    assertThat(problem("PRICE_FILTER", limit(Side.BUY, HUNDRED, lowest))).isNull();
  }

  @Test
  void pricesStayNearTheAverageOfAsManyMinutesAsItSays() {
    for (String[] each :
        new String[][] {
          {"PERCENT_PRICE", "multiplier", "BUY"},
          {"PERCENT_PRICE", "multiplier", "SELL"},
          {"PERCENT_PRICE_BY_SIDE", "bidMultiplier", "BUY"},
          {"PERCENT_PRICE_BY_SIDE", "askMultiplier", "SELL"}
        }) {
      Side side = Side.valueOf(each[2]);
      BigDecimal up = number(each[0], each[1] + "Up").multiply(HUNDRED);
      BigDecimal down = number(each[0], each[1] + "Down").multiply(HUNDRED);
      looked.clear();
      assertBound(each[0], limit(side, HUNDRED, up), limit(side, HUNDRED, up.add(LITTLE)));
      assertBound(each[0], limit(side, HUNDRED, down), limit(side, HUNDRED, down.subtract(LITTLE)));

      assertThat(looked)
          .containsOnly(Duration.ofMinutes(samples.get(each[0]).path("avgPriceMins").asInt()));
    }
  }

  @Test
  void ordersAreWorthWhatTheyMustAndMarketOrdersWhereItSaysSo() {
    BigDecimal least = number("MIN_NOTIONAL", "minNotional");
    assertBound(
        "MIN_NOTIONAL",
        limit(Side.BUY, BigDecimal.ONE, least),
        limit(Side.BUY, BigDecimal.ONE, least.subtract(LITTLE)));
    assertBound(
        "MIN_NOTIONAL",
        market(least.divide(HUNDRED)),
        market(least.divide(HUNDRED).subtract(LITTLE)));
    least = number("NOTIONAL", "minNotional");
    BigDecimal most = number("NOTIONAL", "maxNotional");
    assertBound(
        "NOTIONAL",
        limit(Side.BUY, BigDecimal.ONE, least),
        limit(Side.BUY, BigDecimal.ONE, least.subtract(LITTLE)));
    assertBound(
        "NOTIONAL",
        limit(Side.BUY, BigDecimal.ONE, most),
        limit(Side.BUY, BigDecimal.ONE, most.add(LITTLE)));

    assertThat(problem("NOTIONAL", market(STEP))).isNull();
    assertThat(problem("NOTIONAL", market(most))).isNull();
  }

  @Test
  void openOrdersAreCountedUpToTheLimit() {
    Wanted algo = order("STOP_LOSS_LIMIT", Side.SELL, HUNDRED, HUNDRED);
    Wanted each =
        new Wanted(
            algo.type(), algo.side(), HUNDRED, HUNDRED, HUNDRED, STEP, null, Role.LISTED_ENTRY);
    List<String> counted =
        samples.keySet().stream()
            .filter(type -> type.contains("MAX_NUM_") && !type.endsWith("_AMENDS"))
            .toList();

    for (String type : counted) {
      int most = samples.get(type).properties().stream().mapToInt(f -> f.getValue().asInt()).sum();
      open = most - 1;
      assertThat(problem(type, each)).isNull();
      open = most;
      assertThat(problem(type, each)).isEqualTo(type + ": open=" + most + " max=" + most);
    }

    assertThat(counted).hasSize(8);
  }

  @Test
  void anOrderIsAmendedBrokenUpAndTrailedWithinTheLimits() {
    int amends = samples.get("MAX_NUM_ORDER_AMENDS").path("maxNumOrderAmends").asInt();
    assertThat(only("MAX_NUM_ORDER_AMENDS").amendProblem(amends - 1)).isNull();
    assertThat(only("MAX_NUM_ORDER_AMENDS").amendProblem(amends)).isNotNull();
    BigDecimal parts = number("ICEBERG_PARTS", "limit");
    assertBound("ICEBERG_PARTS", iceberg(parts), iceberg(parts.add(STEP)));
    for (Side side : Side.values()) {
      String where = side == Side.BUY ? "TrailingAboveDelta" : "TrailingBelowDelta";
      long least = number("TRAILING_DELTA", "min" + where).longValueExact();
      long most = number("TRAILING_DELTA", "max" + where).longValueExact();
      assertBound("TRAILING_DELTA", trailing(side, least), trailing(side, least - 1));
      assertBound("TRAILING_DELTA", trailing(side, most), trailing(side, most + 1));
    }
  }

  private static Wanted iceberg(BigDecimal quantity) {
    return new Wanted("LIMIT", Side.BUY, quantity, HUNDRED, null, BigDecimal.ONE, null, Role.ENTRY);
  }

  private static Wanted trailing(Side side, long delta) {
    return new Wanted("STOP_LOSS", side, HUNDRED, null, null, null, delta, Role.ENTRY);
  }

  @Test
  void anAccountHoldsAndTransactsNoMoreThanItMay() {
    BigDecimal most = number("MAX_POSITION", "maxPosition");
    position = most.subtract(BigDecimal.ONE);
    assertBound(
        "MAX_POSITION",
        limit(Side.BUY, BigDecimal.ONE, HUNDRED),
        limit(Side.BUY, BigDecimal.ONE.add(STEP), HUNDRED));
    BigDecimal asset = number("MAX_ASSET", "limit");

    assertThat(samples.get("MAX_ASSET").path("asset").asText()).isEqualTo("USDC");
    assertBound(
        "MAX_ASSET",
        limit(Side.BUY, BigDecimal.ONE, asset),
        limit(Side.BUY, BigDecimal.ONE, asset.add(LITTLE)));
  }
}
