package dev.bourse.venue.binance;

import static dev.bourse.venue.binance.OpenVenue.limit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.venue.binance.Client.Reply;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What everybody may ask, and what is refused. */
class PublicCallsTest {
  private final OpenVenue open = new OpenVenue();

  @AfterEach
  void close() {
    open.close();
  }

  @Test
  void whatNobodyKnowsIsRefused() {
    Reply unread = limit(open.alice, "BUY", "0.01", "50000", "reduceOnly", "true");
    Reply symbol = open.alice.open("GET", "/api/v3/depth?symbol=NOSUCH");
    Reply lower = open.alice.open("GET", "/api/v3/depth?symbol=btcusdt");
    Reply key = new Client(open.venue, "nokey", "x", open.clock).signed("GET", "/api/v3/account");
    Reply bad = new Client(open.venue, "no-key", "x", open.clock).signed("GET", "/api/v3/account");

    assertThat(
            List.of(
                unread.refusal(), symbol.refusal(), lower.refusal(), key.refusal(), bad.refusal()))
        .containsExactly(
            "400 -1104 Not all sent parameters were read; read '8' parameter(s) but was sent '9'.",
            "400 -1121 Invalid symbol.",
            "400 -1100 Illegal characters found in parameter 'symbol'; legal range is '^[\\w\\-._&&[^a-z]]{1,50}$'.",
            "401 -2015 Invalid API-key, IP, or permissions for action.",
            "401 -2014 API-key format invalid.");
  }

  @Test
  void theBookShowsTheMarketAndWhatRestsThere() {
    limit(open.alice, "BUY", "0.5", "60000.00");
    limit(open.bob, "SELL", "0.3", "60500.00");

    Reply depth = open.alice.open("GET", "/api/v3/depth?symbol=BTCUSDT&limit=5");
    Reply best = open.alice.open("GET", "/api/v3/ticker/bookTicker?symbol=BTCUSDT");

    assertThat(depth.get("bids")).isEqualTo("[[60000.00000000, 2.50000000]]");
    assertThat(depth.get("asks"))
        .isEqualTo("[[60000.01000000, 2.00000000], [60500.00000000, 0.30000000]]");
    assertThat(best.get("bidPrice") + " " + best.get("bidQty"))
        .isEqualTo("60000.00000000 2.50000000");
  }

  @Test
  void candlesAreMadeOfTheTrades() {
    open.trade("60000.00");
    open.trade("60100.00");
    open.passMillis(60_000);
    open.trade("59900.00");

    List<?> candles =
        (List<?>) open.alice.open("GET", "/api/v3/klines?symbol=BTCUSDT&interval=1m").body();
    List<?> longer =
        (List<?>) open.alice.open("GET", "/api/v3/klines?symbol=BTCUSDT&interval=1h").body();

    assertThat(candles)
        .extracting(Object::toString)
        .containsExactly(
            "[1699999980000, 60000.00000000, 60100.00000000, 60000.00000000, 60100.00000000, 1.00000000,"
                + " 1700000039999, 60050.00000000, 2, 1.00000000, 60050.00000000, 0]",
            "[1700000040000, 59900.00000000, 59900.00000000, 59900.00000000, 59900.00000000, 0.50000000,"
                + " 1700000099999, 29950.00000000, 1, 0.50000000, 29950.00000000, 0]");
    assertThat(longer.get(0).toString())
        .contains("60000.00000000, 60100.00000000, 59900.00000000, 59900.00000000, 1.50000000");
  }

  @Test
  void candlesForChartsAreTheSameHere() {
    open.trade("60000.00");
    open.trade("60100.00");

    List<?> candles =
        (List<?>) open.alice.open("GET", "/api/v3/uiKlines?symbol=BTCUSDT&interval=1m").body();

    assertThat(candles)
        .extracting(Object::toString)
        .containsExactly(
            "[1699999980000, 60000.00000000, 60100.00000000, 60000.00000000, 60100.00000000, 1.00000000,"
                + " 1700000039999, 60050.00000000, 2, 1.00000000, 60050.00000000, 0]");
  }
}
