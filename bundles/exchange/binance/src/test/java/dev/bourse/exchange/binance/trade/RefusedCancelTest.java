package dev.bourse.exchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.exchange.binance.market.FakeRest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who an order is said to be cancelled by, after the venue refused a cancel of ours. */
@Tag("B1")
class RefusedCancelTest {
  private static final String CANCELED =
      """
      {"e":"executionReport","s":"BTCUSD","c":"web-1","C":"t-s-1-1","i":7,"x":"CANCELED","X":"CANCELED","S":"BUY","o":"LIMIT",
      "f":"GTC","q":"1","p":"90.00","z":"0","Z":"0","l":"0","L":"0","O":1700000000000000,"T":1700000000000001,"w":false}
      """;

  private final AccountBench bench = new AccountBench();

  @BeforeEach
  void connect() throws Exception {
    bench.published.put("/api/v3/exchangeInfo", FakeRest.SYMBOL.replace("BTCUSDT", "BTCUSD"));
    bench.rules.read(List.of("BTCUSD"));
    bench.connected();
    bench.worker.passes(Duration.ofSeconds(30));
  }

  private String reason() {
    bench.told(new ExchangeCommand.Cancel(AccountBench.resting("t-s-1-1"), 0));
    Objects.requireNonNull(bench.line).text("{\"subscriptionId\":0,\"event\":" + CANCELED + "}");
    return bench.sink.events(OrderReport.Canceled.class).get(0).reason();
  }

  @Test
  void aCancelThatWasRefusedDidNotCancelWhatIsCancelledLater() {
    bench.refuses("order.cancel", 400, "{\"code\":-1100,\"msg\":\"Illegal characters.\"}");

    String reason = reason();

    assertThat(reason).isEqualTo("CANCELED_AT_VENUE: order=7");
  }

  @Test
  void aCancelWhoseAnswerWasLostMayHaveCancelledIt() {
    bench.refuses("order.cancel", 504, "{\"code\":-1007,\"msg\":\"Timeout.\"}");

    String reason = reason();

    assertThat(reason).isEqualTo("CANCELED_BY_TRADER: order=7");
  }
}
