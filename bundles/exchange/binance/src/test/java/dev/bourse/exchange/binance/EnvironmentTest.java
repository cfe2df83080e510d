package dev.bourse.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bourse.api.exchange.Exchange;
import dev.bourse.testkit.ConfigFixtures;
import dev.bourse.testkit.RecordingSink;
import dev.bourse.testkit.TestContext;
import java.net.URI;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where an account goes that says nothing but its environment; no connection is made. */
@Tag("A4")
class EnvironmentTest {
  private final BlockingQueue<URI> opened = new LinkedBlockingQueue<>();
  private final BinanceExchangeFactory factory =
      new BinanceExchangeFactory((address, listener) -> opened.add(address));

  private Exchange open(String... settings) {
    return factory.open(
        ConfigFixtures.of(BinanceExchangeFactory.Config.class, settings),
        TestContext.of(new RecordingSink()).with(List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "testnet, ws-api.testnet.binance.vision, true",
    "production, ws-api.binance.com, false",
  })
  void ordersGoToTheHostsOfTheEnvironment(String environment, String host, boolean sandbox)
      throws Exception {
    try (Exchange exchange = open("environment", environment, "key", "abc", "secret", "def")) {
      URI asked = opened.poll(1, TimeUnit.MINUTES);

      assertThat(asked).isNotNull().extracting(URI::getHost).isEqualTo(host);
      assertThat(exchange.capabilities().sandbox()).isEqualTo(sandbox);
    }
  }

  @Test
  void aHostOfTheOtherEnvironmentIsRefusedBeforeAnythingIsOpened() {
    String production = "wss://data-stream.binance.vision";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> open("environment", "testnet", "stream.url", production))
        .withMessageContaining("is production, but environment=testnet");
    assertThat(opened).isEmpty();
  }
}
