package dev.bourse.exchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.exchange.binance.rest.Json;
import dev.bourse.testkit.RecordingSink;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Open orders as filters count them. */
@Tag("G3")
class AccountBookTest {
  private final AccountBook book = new AccountBook(new Prices(new RecordingSink(), () -> 0));

  private void report(String symbol, String status) throws Exception {
    book.report(
        Json.read(
            "{\"i\":7,\"s\":\""
                + symbol
                + "\",\"X\":\""
                + status
                + "\",\"S\":\"BUY\",\"o\":\"LIMIT\",\"q\":\"1\",\"z\":\"0\",\"F\":\"0\"}"));
  }

  @Test
  void ordersOfTwoSymbolsMayHaveTheSameNumber() throws Exception {
    report("BTCUSDT", "NEW");
    report("ETHUSDT", "NEW");

    report("ETHUSDT", "FILLED");

    assertThat(book.symbols()).containsExactly("BTCUSDT");
  }
}
