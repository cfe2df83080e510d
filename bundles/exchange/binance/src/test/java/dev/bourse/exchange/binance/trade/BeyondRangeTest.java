package dev.bourse.exchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Balance;
import dev.bourse.exchange.binance.market.FakeRest;
import dev.bourse.exchange.binance.net.SocketListener;
import dev.bourse.exchange.binance.rest.RestException;
import dev.bourse.testkit.Instruments;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Numbers of the venue that are more than any amount, and what comes after them. */
@Tag("B5")
class BeyondRangeTest {
  private static final String MOST_PRICE = "92233720368547758.07";
  private static final String MOST_QUANTITY = "92233720368547.75807";

  private final AccountBench bench = new AccountBench().connected();
  private final SocketListener line = Objects.requireNonNull(bench.line);

  BeyondRangeTest() throws RestException {
    bench.published.put("/api/v3/exchangeInfo", FakeRest.SYMBOL);
    bench.rules.read(List.of("BTCUSDT"));
  }

  private void fills(String id, String price, String quantity) {
    line.text(
        """
        {"event":{"e":"executionReport","s":"BTCUSDT","c":"a-b-1-1","S":"BUY","o":"LIMIT","q":"%3$s",\
        "p":"%2$s","C":"","x":"TRADE","X":"PARTIALLY_FILLED","i":7,"l":"%3$s","z":"%3$s","L":"%2$s",\
        "n":"0","N":"BTC","T":1700000000000000,"O":1700000000000000,"t":%1$s,"m":false,"Z":"0","Q":"0"}}
        """
            .formatted(id, price, quantity));
  }

  private void balance(String free, String locked) {
    line.text(
        """
        {"event":{"e":"outboundAccountPosition","u":1700000000000000,"B":[\
        {"a":"BTC","f":"%s","l":"%s"},{"a":"USDT","f":"5","l":"0"}]}}
        """
            .formatted(free, locked));
  }

  private List<String> filled() {
    return bench.sink.events(OrderReport.Filled.class).stream()
        .map(each -> each.fill().fillId())
        .toList();
  }

  @Test
  void anExecutionThatIsWorthMoreThanAnyAmountIsLeftOutAndAReportIsAskedForInstead() {
    bench.called.clear();
    fills("1", MOST_PRICE, MOST_QUANTITY);
    fills("2", "100.00", "0.01000");

    bench.asking.passes(Duration.ofSeconds(1));

    assertThat(filled()).containsExactly("2");
    assertThat(bench.called).contains("openOrders.status");
  }

  @Test
  void aNumberWithMoreDigitsThanTheMemoryIsNotSpelledOut() {
    fills("1", "1e999999999", "1e999999999");
    balance("1e999999999", "1e-999999999");
    fills("2", "100.00", "0.01000");

    assertThat(filled()).containsExactly("2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Amounts.quantity("1e999999999", Instruments.BTCUSD))
        .withMessageContaining("digits");
  }

  @Test
  void aBalanceBeyondAllAmountsIsLeftOutAndTheOthersAreTold() {
    String most = "1" + "0".repeat(30);

    balance(most, most);

    assertThat(bench.sink.events(AccountEvent.Balances.class).get(0).balances())
        .extracting(Balance::toString)
        .singleElement()
        .asString()
        .contains("USDT");
  }
}
