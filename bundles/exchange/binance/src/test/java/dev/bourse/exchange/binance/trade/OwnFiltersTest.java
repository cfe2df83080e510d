package dev.bourse.exchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.exchange.binance.rules.SymbolRules;
import dev.bourse.testkit.TestOrders;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Filters that the venue tells an account only ({@code myFilters}). */
@Tag("G3")
class OwnFiltersTest {
  private static final String EXCHANGE_INFO =
      """
      {"rateLimits":[],"exchangeFilters":[],"symbols":[{"symbol":"BTCUSDT","status":"TRADING",
       "baseAsset":"BTC","baseAssetPrecision":8,"quoteAsset":"USDT","quoteAssetPrecision":8,
       "filters":[
       {"filterType":"PRICE_FILTER","minPrice":"0.01","maxPrice":"1000.00","tickSize":"0.01"},
       {"filterType":"LOT_SIZE","minQty":"0.10","maxQty":"100","stepSize":"0.10"}]}]}
      """;

  private final AccountBench bench = new AccountBench().connected();

  private void mayTransact(String most) {
    bench.done(
        "myFilters",
        "{\"assetFilters\":[{\"filterType\":\"MAX_ASSET\",\"asset\":\"USDT\",\"limit\":\""
            + most
            + "\"}]}");
  }

  /** The symbol is met, and what is to be asked then is asked. */
  private void meets() throws Exception {
    bench.published.put("/api/v3/exchangeInfo", EXCHANGE_INFO);
    bench.published.put(
        "/api/v3/referencePrice", "{\"code\":-2043,\"msg\":\"no reference price\"}");
    bench.done("account.commission", "{}");
    bench.done("order.place", "{\"orderId\":1,\"symbol\":\"BTCUSDT\",\"status\":\"NEW\"}");
    bench.rules.read(List.of("BTCUSDT"));
    bench.asking.passes(Duration.ofSeconds(1));
  }

  private String placed(String id) {
    SymbolRules known = Objects.requireNonNull(bench.rules.find("BTCUSDT"), "it was met");
    OrderSpec spec =
        OrderSpec.limit(known.instrument(), Side.BUY, Quantity.of("1"), Price.of("90.00"));
    return bench.told(new ExchangeCommand.Submit(TestOrders.order(id, spec), 0)).stream()
        .map(
            each ->
                each instanceof OrderReport.Denied denied
                    ? denied.reason()
                    : each.getClass().getSimpleName())
        .findFirst()
        .orElse("");
  }

  @Test
  void areAskedForWithTheReferencePriceWhenASymbolIsMet() throws Exception {
    mayTransact("80.00000000");

    meets();

    assertThat(bench.called).contains("myFilters", "account.commission", "/api/v3/referencePrice");
    assertThat(bench.rules.isJudgedByTrades("BTCUSDT")).isTrue();
    assertThat(placed("a")).isEqualTo("MAX_ASSET: asset=USDT notional=90 max=80");
  }

  /** The venue may have raised the limit since. */
  @Test
  void areAskedForAgainOnceTheyStoppedAnOrderButOncePerMinute() throws Exception {
    mayTransact("80.00000000");
    meets();
    bench.asking.passes(Duration.ofMinutes(2));
    String first = placed("a");
    mayTransact("100.00000000");

    bench.called.clear();
    bench.asking.passes(Duration.ofSeconds(1));

    assertThat(first).startsWith("MAX_ASSET: ");
    assertThat(bench.called).containsExactly("myFilters");
    assertThat(placed("b")).isEqualTo("Accepted");
  }

  @Test
  void stopsAsOftenAsItLikesButIsAskedForOnceAMinute() throws Exception {
    mayTransact("80.00000000");
    meets();
    bench.asking.passes(Duration.ofMinutes(2));
    bench.called.clear();

    List<String> all = List.of(placed("a"), placed("b"), placed("c"));
    bench.asking.passes(Duration.ofSeconds(10));
    String last = placed("d");
    bench.asking.passes(Duration.ofSeconds(10));

    assertThat(all).allMatch(each -> each.startsWith("MAX_ASSET: "));
    assertThat(last).startsWith("MAX_ASSET: ");
    assertThat(bench.called).containsExactly("myFilters");
  }

  @Test
  @Tag("B7")
  void theReferencePriceIsAskedForAgainWheneverRulesAreRead() throws Exception {
    mayTransact("80.00000000");
    meets();
    bench.called.clear();

    bench.published.put(
        "/api/v3/referencePrice", "{\"symbol\":\"BTCUSDT\",\"referencePrice\":\"90.00\"}");
    bench.rules.read(List.of("BTCUSDT"));
    bench.asking.passes(Duration.ofSeconds(1));

    assertThat(bench.called).containsExactly("/api/v3/exchangeInfo", "/api/v3/referencePrice");
    assertThat(bench.rules.isJudgedByTrades("BTCUSDT")).isFalse();
  }
}
