package dev.bourse.exchange.binance.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.BookLevels;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Rate;
import dev.bourse.exchange.binance.OutsideCases;
import dev.bourse.exchange.binance.Samples;
import dev.bourse.exchange.binance.rest.Publications;
import dev.bourse.exchange.binance.rest.SymbolReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the venue tells everybody, as its documents and its official client show it. */
@Tag("outside")
@Tag("P18")
class PublicSamplesTest {
  private static final long MILLI = 1_000_000L;

  private final Instrument rules = reader().read(withFilters(symbol("BNBBTC", "BNB", "BTC")));

  private static SymbolReader reader() {
    return new SymbolReader("BINANCE", Rate.of("0.001"), Rate.of("0.001"));
  }

  private static ObjectNode symbol(String name, String base, String quote) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("symbol", name)
        .put("status", "TRADING")
        .put("baseAsset", base)
        .put("baseAssetPrecision", 8)
        .put("quoteAsset", quote)
        .put("quoteAssetPrecision", 8);
  }

  /** Samples leave filters out: they get two that are wide enough for all numbers here. */
  private static ObjectNode withFilters(JsonNode symbol) {
    ObjectNode whole = symbol.deepCopy();
    whole
        .putArray("filters")
        .add(
            JsonNodeFactory.instance
                .objectNode()
                .put("filterType", "PRICE_FILTER")
                .put("tickSize", "0.00000001"))
        .add(
            JsonNodeFactory.instance
                .objectNode()
                .put("filterType", "LOT_SIZE")
                .put("minQty", "0.00000001")
                .put("maxQty", "900000")
                .put("stepSize", "0.00000001"));
    return whole;
  }

  private static Publications answering(JsonNode sample) {
    return new Publications(path -> sample.toString());
  }

  private static void assertSame(Object ours, JsonNode theirs) {
    assertThat(new BigDecimal(ours.toString()))
        .isEqualByComparingTo(new BigDecimal(theirs.asText()));
  }

  @Test
  void booksHaveTheLevelsOfTheSamples() throws Exception {
    List<JsonNode> samples = new ArrayList<>(Samples.rest("GET /api/v3/depth"));
    samples.add(Samples.socket("depth"));

    for (JsonNode sample : samples) {
      FullBook book = answering(sample).book(rules, 7);
      assertThat(book.lastUpdateId()).isEqualTo(sample.path("lastUpdateId").asLong());
      assertLevels(book.bids(), sample.path("bids"));
      assertLevels(book.asks(), sample.path("asks"));
    }

    assertThat(samples).hasSize(3);
  }

  private void assertLevels(BookLevels ours, JsonNode theirs) {
    assertThat(ours.count()).isEqualTo(theirs.size());
    for (int i = 0; i < ours.count(); i++) {
      assertSame(ours.price(i, rules), theirs.path(i).path(0));
      assertSame(ours.size(i, rules), theirs.path(i).path(1));
    }
  }

  @Test
  void oldTradesHaveTheFieldsOfTheSamples() throws Exception {
    List<JsonNode> samples = Samples.rest("GET /api/v3/historicalTrades");

    for (JsonNode sample : samples) {
      Trade trade = answering(sample).trades(rules, 1).get(0);
      JsonNode row = sample.path(0);
      assertThat(trade.venueTradeId()).isEqualTo(row.path("id").asText());
      assertThat(trade.eventTime()).isEqualTo(row.path("time").asLong() * MILLI);
      assertSame(trade.price(), row.path("price"));
      assertSame(trade.size(), row.path("qty"));
      assertThat(trade.aggressor() == AggressorSide.SELLER)
          .isEqualTo(row.path("isBuyerMaker").asBoolean());
    }

    assertThat(samples).hasSize(2);
  }

  @Test
  void candlesHaveTheFieldsOfTheSampleAndOneOfNoTradesIsNone() throws Exception {
    List<JsonNode> samples = Samples.rest("GET /api/v3/klines");
    JsonNode row = samples.get(0).path(0);

    List<Bar> candles =
        answering(samples.get(0)).candles(rules, BarInterval.of("7d"), 0, Long.MAX_VALUE);
    List<Bar> empty =
        answering(samples.get(1)).candles(rules, BarInterval.of("7d"), 0, Long.MAX_VALUE);

    assertThat(candles).hasSize(1);
    Bar bar = candles.get(0);
    assertSame(bar.open(), row.path(1));
    assertSame(bar.high(), row.path(2));
    assertSame(bar.low(), row.path(3));
    assertSame(bar.close(), row.path(4));
    assertSame(bar.volume(), row.path(5));
    assertThat(bar.eventTime()).isEqualTo((row.path(6).asLong() + 1) * MILLI);
    assertThat(empty).isEmpty();
  }

  @Test
  void aSymbolHasAReferencePriceUnlessItNeverHadOne() throws Exception {
    List<JsonNode> samples = Samples.rest("GET /api/v3/referencePrice");
    List<Boolean> referenced = new ArrayList<>();

    for (JsonNode sample : samples) {
      referenced.add(answering(sample).isReferenced("BAZUSD"));
    }

    assertThat(referenced)
        .isEqualTo(samples.stream().map(each -> !each.has("code")).toList())
        .containsExactly(true, true, false, true);
  }

  @Test
  void symbolsAreReadWithWhatTheyAllowAndDescribedWithoutAStepAreRefused() throws Exception {
    List<JsonNode> samples = new ArrayList<>(Samples.rest("GET /api/v3/exchangeInfo"));
    samples.add(Samples.socket("exchangeInfo"));

    for (JsonNode sample : samples) {
      JsonNode bare = sample.path("symbols").path(0);
      ObjectNode whole = sample.deepCopy();
      whole.putArray("symbols").add(withFilters(bare));
      List<JsonNode> limits = new ArrayList<>();
      RuleBook book = new RuleBook(answering(whole), reader(), List.of());
      book.onLimits(limits::add);
      SymbolRules read = book.read(List.of("any")).get(bare.path("symbol").asText());
      assertThat(limits).containsExactly(sample.path("rateLimits"));
      assertSymbol(read, bare);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> reader().read(bare))
          .withMessageMatching("Binance describes .* without (LOT_SIZE|PRICE_FILTER)");
    }

    assertThat(samples).hasSize(3);
  }

  private static void assertSymbol(SymbolRules read, JsonNode symbol) {
    Instrument instrument = read.instrument();
    assertThat(instrument.id()).hasToString(symbol.path("symbol").asText() + ".BINANCE");
    assertThat(instrument.base().code()).isEqualTo(symbol.path("baseAsset").asText());
    assertThat(instrument.base().decimals()).isEqualTo(symbol.path("baseAssetPrecision").asInt());
    assertThat(instrument.quote().code()).isEqualTo(symbol.path("quoteAsset").asText());
    assertThat(instrument.quote().decimals()).isEqualTo(symbol.path("quoteAssetPrecision").asInt());
    assertThat(instrument.trading()).isEqualTo(symbol.path("status").asText().equals("TRADING"));
    List<String> types = new ArrayList<>();
    symbol.path("orderTypes").forEach(each -> types.add(each.asText()));
    assertThat(read.orderTypes()).containsExactlyInAnyOrderElementsOf(types);
    for (String what :
        List.of(
            "icebergAllowed",
            "ocoAllowed",
            "quoteOrderQtyMarketAllowed",
            "allowTrailingStop",
            "cancelReplaceAllowed",
            "amendAllowed")) {
      assertThat(read.problem(what) == null).as(what).isEqualTo(symbol.path(what).asBoolean());
    }
  }

  @Test
  void feesAreTheSumOfAllPartsWithTheDearerSide() {
    List<JsonNode> samples = new ArrayList<>(Samples.rest("GET /api/v3/account/commission"));
    samples.add(Samples.socket("account.commission"));

    for (JsonNode sample : samples) {
      BigDecimal maker = BigDecimal.ZERO;
      BigDecimal taker = BigDecimal.ZERO;
      for (JsonNode part : sample) {
        BigDecimal side = number(part, "buyer").max(number(part, "seller"));
        maker = maker.add(number(part, "maker")).add(side);
        taker = taker.add(number(part, "taker")).add(side);
      }
      Fees fees = Fees.of(sample);
      assertThat(fees.maker()).isEqualTo(rate(maker));
      assertThat(fees.taker()).isEqualTo(rate(taker));
    }

    assertThat(samples).hasSize(3);
  }

  private static BigDecimal number(JsonNode from, String name) {
    return new BigDecimal(from.path(name).asText("0"));
  }

  private static Rate rate(BigDecimal sum) {
    return Rate.of(sum.setScale(6, RoundingMode.UP).toPlainString());
  }

  @Test
  void filtersOfAnAccountAreReadWithTheirValues() {
    List<JsonNode> samples = new ArrayList<>(Samples.rest("GET /api/v3/myFilters"));
    samples.add(Samples.socket("myFilters"));

    for (JsonNode sample : samples) {
      Description said =
          Description.of(symbol("ANY", "ANY", "ANY"), JsonNodeFactory.instance.arrayNode())
              .with(sample);
      JsonNode asset = sample.path("assetFilters").path(0);
      assertThat(said.filters()).hasSize(2);
      assertThat(said.filters().get(0).values())
          .containsExactlyInAnyOrderEntriesOf(
              OutsideCases.texts(sample.path("symbolFilters").path(0), "filterType"));
      assertThat(said.filters().get(1).values())
          .containsExactlyInAnyOrderEntriesOf(
              OutsideCases.texts(sample.path("exchangeFilters").path(0), "filterType"));
      assertThat(said.assets(asset.path("asset").asText(), "ANY"))
          .containsExactly(
              new AssetFilter(asset.path("asset").asText(), true, number(asset, "limit")));
    }

    assertThat(samples).hasSize(3);
  }
}
