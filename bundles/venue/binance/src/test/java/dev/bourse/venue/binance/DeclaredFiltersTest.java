package dev.bourse.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.VenueFilter;
import dev.bourse.venue.binance.Client.Reply;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters that a market has only if they are declared (filters.md). */
@Tag("P18")
class DeclaredFiltersTest {
  private static final VenueFilter MARKET_LOT =
      VenueFilter.of(
          "MARKET_LOT_SIZE", Map.of("minQty", "0.01", "maxQty", "1", "stepSize", "0.002"));
  private static final VenueFilter PERCENT = percent("5");
  private static final VenueFilter POSITION =
      VenueFilter.of("MAX_POSITION", Map.of("maxPosition", "10.5"));

  private final OpenVenue open = new OpenVenue();

  @AfterEach
  void close() {
    open.close();
  }

  private static VenueFilter percent(String minutes) {
    return VenueFilter.of(
        "PERCENT_PRICE",
        Map.of("multiplierUp", "1.3000", "multiplierDown", "0.7000", "avgPriceMins", minutes));
  }

  private static String refusal(String filter) {
    return "400 -1013 Filter failure: " + filter;
  }

  private static String outcome(Reply reply) {
    return reply.status() == 200 ? "taken" : reply.refusal();
  }

  private String market(String path, String size, String quantity) {
    return outcome(
        open.alice.signed(
            "POST", path, "symbol", "BTCUSDT", "side", "SELL", "type", "MARKET", size, quantity));
  }

  private String limit(String side, String quantity, String price) {
    return outcome(OpenVenue.limit(open.alice, side, quantity, price));
  }

  @ParameterizedTest
  @CsvSource({
    "quantity, 0.008",
    "quantity, 1.002",
    "quantity, 0.011",
    "quoteOrderQty, 599",
    "quoteOrderQty, 60200"
  })
  void aMarketOrderHasBoundsAndAStepOfItsOwn(String size, String quantity) {
    String before = market("/api/v3/order/test", size, quantity);

    open.venue.declare("BTCUSDT", MARKET_LOT);

    assertThat(before).isEqualTo("taken");
    assertThat(market("/api/v3/order/test", size, quantity)).isEqualTo(refusal("MARKET_LOT_SIZE"));
    assertThat(market("/api/v3/order", size, quantity)).isEqualTo(refusal("MARKET_LOT_SIZE"));
  }

  @Test
  void theSizeOfMarketOrdersIsNotThatOfOthers() {
    open.venue.declare("BTCUSDT", MARKET_LOT);

    List<String> sold =
        List.of(
            market("/api/v3/order", "quantity", "0.01"), market("/api/v3/order", "quantity", "1"));
    List<String> offered =
        List.of(limit("SELL", "1.001", "60001"), limit("SELL", "0.008", "60001"));

    assertThat(sold).containsOnly("taken");
    assertThat(offered).containsOnly("taken");
  }

  @Test
  void aMarketLotWithoutAStepTakesEveryStepOfTheMarket() {
    open.venue.declare(
        "BTCUSDT",
        VenueFilter.of(
            "MARKET_LOT_SIZE", Map.of("minQty", "0", "maxQty", "1", "stepSize", "0.00000000")));

    String outcome = market("/api/v3/order", "quantity", "0.01003");

    assertThat(outcome).isEqualTo("taken");
  }

  /** Of a price of 60000: 42000 to 78000, where 12000 to 300000 are allowed otherwise. */
  @Test
  void pricesOfBothSidesKeepToOneBandWhereThatIsDeclared() {
    open.trade("60000.00");
    open.venue.declare("BTCUSDT", PERCENT);

    List<String> outside =
        Stream.of("41999.99", "78000.01")
            .flatMap(price -> Stream.of(limit("BUY", "0.01", price), limit("SELL", "0.01", price)))
            .toList();
    List<String> inside = List.of(limit("BUY", "0.01", "42000"), limit("SELL", "0.01", "78000"));

    assertThat(outside).hasSize(4).containsOnly(refusal("PERCENT_PRICE"));
    assertThat(inside).containsOnly("taken");
  }

  /** By size: 50000 once, then 59000 three times; the last price is 59000. */
  @ParameterizedTest
  @CsvSource({"20, 73775", "1, 76700", "0, 76700"})
  void theBandIsAboutTheAverageOfAsManyMinutesAsItSays(String minutes, String highest) {
    open.venue.trade("BTCUSDT", "50000.00", "0.5", AggressorSide.BUYER);
    open.passMillis(600_000);
    open.venue.trade("BTCUSDT", "59000.00", "1.5", AggressorSide.BUYER);
    open.venue.declare("BTCUSDT", percent(minutes));

    String at = limit("SELL", "0.01", highest);
    String above = limit("SELL", "0.01", highest + ".01");

    assertThat(at).isEqualTo("taken");
    assertThat(above).isEqualTo(refusal("PERCENT_PRICE"));
  }

  @Test
  void theLastPriceCountsWhereNoMinutesDo() {
    open.venue.trade("BTCUSDT", "50000.00", "9", AggressorSide.BUYER);
    open.trade("60000.00");
    open.venue.declare("BTCUSDT", percent("0"));

    String outcome = limit("SELL", "0.01", "78000");

    assertThat(outcome).isEqualTo("taken");
  }

  @Test
  void theBandIsAboutTheReferencePriceWhereThereIsOne() {
    open.trade("60000.00");
    open.venue.declare("BTCUSDT", PERCENT);
    open.venue.refer("BTCUSDT", "62000");

    List<String> outcomes =
        List.of(limit("SELL", "0.01", "80600"), limit("SELL", "0.01", "80600.01"));

    assertThat(outcomes).containsExactly("taken", refusal("PERCENT_PRICE"));
  }

  /** She has 10 BTC. */
  @Test
  void whatIsHeldAndWhatOpenBuysMayBringIsThePositionThatABuyAddsTo() {
    open.venue.declare("BTCUSDT", POSITION);
    limit("SELL", "4", "61000");

    List<String> outcomes =
        List.of(
            limit("BUY", "0.51", "50000"),
            limit("BUY", "0.3", "50000"),
            limit("BUY", "0.21", "50000"),
            limit("BUY", "0.2", "50000"),
            limit("SELL", "1", "61000"));

    String refusal = refusal("MAX_POSITION");
    assertThat(outcomes).containsExactly(refusal, "taken", refusal, "taken", "taken");
  }

  /** Of 0.2 that are bought 0.0002 are the fee. */
  @Test
  void whatABuyFilledCountsOnceAndWhatWasCancelledDoesNot() {
    open.venue.declare("BTCUSDT", POSITION);
    Reply partly = OpenVenue.limit(open.alice, "BUY", "0.5", "59999.00");
    open.venue.quote("BTCUSDT", "59998.00", "2", "59999.00", "0.2");

    String tooMuch = limit("BUY", "0.0004", "50000");
    String exactly = limit("BUY", "0.0002", "50000");
    open.alice.signed(
        "DELETE", "/api/v3/order", "symbol", "BTCUSDT", "orderId", partly.get("orderId"));
    String rest = limit("BUY", "0.3", "50000");

    assertThat(List.of(tooMuch, exactly, rest))
        .containsExactly(refusal("MAX_POSITION"), "taken", "taken");
    assertThat(OpenVenue.query(open.alice, partly).get("executedQty")).isEqualTo("0.20000000");
  }

  @Test
  void aListMayNotBringMoreThanThePositionEither() {
    open.trade("60000.00");
    open.venue.declare("BTCUSDT", POSITION);

    List<String> outcomes = List.of(outcome(pair("0.5")), outcome(pair("0.01")));

    assertThat(outcomes).containsExactly("taken", refusal("MAX_POSITION"));
  }

  private Reply pair(String quantity) {
    return open.alice.signed(
        "POST",
        "/api/v3/orderList/oco",
        "symbol",
        "BTCUSDT",
        "side",
        "BUY",
        "quantity",
        quantity,
        "aboveType",
        "STOP_LOSS",
        "aboveStopPrice",
        "61000",
        "belowType",
        "LIMIT_MAKER",
        "belowPrice",
        "50000");
  }

  private String published() {
    Reply info = open.alice.open("GET", "/api/v3/exchangeInfo?symbol=BTCUSDT");
    Map<?, ?> symbol = (Map<?, ?>) ((List<?>) ((Map<?, ?>) info.body()).get("symbols")).get(0);
    Map<?, ?> own =
        (Map<?, ?>) open.alice.signed("GET", "/api/v3/myFilters", "symbol", "BTCUSDT").body();
    String filters = symbol.get("filters").toString();
    assertThat(own.get("symbolFilters")).hasToString(filters);
    return filters;
  }

  @Test
  void theyArePublishedAsDocumentedWhileTheyAreDeclared() {
    String before = published();

    Stream.of(MARKET_LOT, PERCENT, POSITION).forEach(each -> open.venue.declare("BTCUSDT", each));
    String declared = published();
    Stream.of(MARKET_LOT, PERCENT, POSITION)
        .forEach(each -> open.venue.declare("BTCUSDT", VenueFilter.of(each.name(), Map.of())));

    assertThat(declared)
        .contains(
            "{filterType=MARKET_LOT_SIZE, minQty=0.01000000, maxQty=1.00000000,"
                + " stepSize=0.00200000}",
            "{filterType=PERCENT_PRICE, multiplierUp=1.3000, multiplierDown=0.7000,"
                + " avgPriceMins=5}",
            "{filterType=MAX_POSITION, maxPosition=10.50000000}")
        .doesNotContain("PERCENT_PRICE_BY_SIDE");
    assertThat(published()).isEqualTo(before);
    assertThat(before)
        .contains("PERCENT_PRICE_BY_SIDE")
        .doesNotContain("MARKET_LOT_SIZE", "MAX_POSITION");
  }

  @Test
  void anInstrumentThatIsListedWithThemHasThemAndTheVenueAloneJudges() {
    Instrument instrument = VenueInstruments.USUAL.get(0).filtered(List.of(PERCENT, POSITION));
    VenueSettings settings = VenueSettings.local().listing(List.of(instrument));
    try (OpenVenue listing = new OpenVenue(settings)) {
      listing.trade("60000.00");
      String tooMuch = outcome(OpenVenue.limit(listing.alice, "BUY", "0.51", "60000"));
      listing.venue.refer("BTCUSDT", "62000");

      String byReference = outcome(OpenVenue.limit(listing.alice, "SELL", "0.01", "80600"));

      assertThat(tooMuch).isEqualTo(refusal("MAX_POSITION"));
      assertThat(byReference).isEqualTo("taken");
    }
  }

  @Test
  void whatCannotBeDeclaredIsNamed() {
    VenueFilter lot = VenueFilter.of("LOT_SIZE", Map.of("minQty", "1"));
    VenueFilter wrong = VenueFilter.of("MAX_POSITION", Map.of("maxPosition", "-1"));

    assertThatThrownBy(() -> open.venue.declare("BTCUSDT", lot))
        .hasMessageContaining(
            "filter=LOT_SIZE must be one of MARKET_LOT_SIZE, PERCENT_PRICE, MAX_POSITION");
    assertThatThrownBy(() -> open.venue.declare("BTCUSDT", wrong))
        .hasMessageContaining("MAX_POSITION: maxPosition=-1 must be a number, zero or more");
  }
}
