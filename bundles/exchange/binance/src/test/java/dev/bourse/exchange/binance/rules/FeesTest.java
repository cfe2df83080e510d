package dev.bourse.exchange.binance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Rate;
import dev.bourse.exchange.binance.rest.Json;
import dev.bourse.exchange.binance.rest.Publications;
import dev.bourse.exchange.binance.rest.SymbolReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an account is charged, symbol by symbol. */
@Tag("B1")
class FeesTest {
  private static final String SYMBOL =
      """
      {"symbols":[{"symbol":"BTCUSDT","status":"TRADING","baseAsset":"BTC","baseAssetPrecision":8,
      "quoteAsset":"USDT","quoteAssetPrecision":8,"filters":[
      {"filterType":"PRICE_FILTER","minPrice":"0.01","maxPrice":"1000000","tickSize":"0.01"},
      {"filterType":"LOT_SIZE","minQty":"0.0001","maxQty":"1000","stepSize":"0.0001"}]}]}
      """;

  private final List<String> met = new ArrayList<>();
  private final List<Instrument> changed = new ArrayList<>();

  private RuleBook book(List<Instrument> known) {
    SymbolReader reader = new SymbolReader("BINANCE", Rate.of("0.001"), Rate.of("0.001"));
    RuleBook book = new RuleBook(new Publications(path -> SYMBOL), reader, known);
    book.onSymbol(met::add);
    book.onFees(changed::add);
    return book;
  }

  private static Instrument read(RuleBook book) throws Exception {
    book.read(List.of("BTCUSDT"));
    SymbolRules rules = book.find("BTCUSDT");
    assertThat(rules).isNotNull();
    return rules.instrument();
  }

  @Test
  void allPartsAddUpWithTheDearerSideAndAreRoundedUp() throws Exception {
    Fees fees =
        Fees.of(
            Json.read(
                """
                {"standardCommission":{"maker":"0.0001","taker":"0.0002","buyer":"0.00003","seller":"0.00004"},
                "specialCommission":{"maker":"0.01","taker":"0.02","buyer":"0","seller":"0"},
                "taxCommission":{"maker":"0.00000112","taker":"0.00000114","buyer":"0","seller":"0"},
                "discount":{"enabledForAccount":true,"discount":"0.75"}}
                """));

    assertThat(fees).isEqualTo(new Fees(Rate.of("0.010142"), Rate.of("0.020242")));
  }

  @Test
  void feesOfTheAccountAreANewVersionAndStay() throws Exception {
    RuleBook book = book(List.of());
    int before = read(book).version();

    book.fees("BTCUSDT", new Fees(Rate.of("0.0002"), Rate.of("0.0004")));
    Instrument after = read(book);

    assertThat(met).containsExactly("BTCUSDT");
    assertThat(changed).containsExactly(after);
    assertThat(before).isEqualTo(1);
    assertThat(after.version()).isEqualTo(2);
    assertThat(after.makerFee()).isEqualTo(Rate.of("0.0002"));
  }

  @Test
  void theSameFeesChangeNothing() throws Exception {
    RuleBook book = book(List.of());
    Instrument before = read(book);

    book.fees("BTCUSDT", new Fees(Rate.of("0.001"), Rate.of("0.001")));

    assertThat(changed).isEmpty();
    assertThat(read(book)).isEqualTo(before);
  }

  @Test
  void whatATraderKnowsHoldsUntilTheVenueSaysOtherwise() throws Exception {
    RuleBook first = book(List.of());
    read(first);
    first.fees("BTCUSDT", new Fees(Rate.of("0.0002"), Rate.of("0.0004")));
    Instrument known = read(first);

    Instrument again = read(book(List.of(known)));

    assertThat(again).isEqualTo(known);
  }
}
