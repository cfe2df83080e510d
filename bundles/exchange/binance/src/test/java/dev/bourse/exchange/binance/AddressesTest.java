package dev.bourse.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("A4")
class AddressesTest {
  @Test
  void eachEnvironmentHasItsHosts() {
    Addresses production = Addresses.of("production", "", "");
    Addresses testnet = Addresses.of("testnet", "", "");

    assertThat(production)
        .hasToString(
            "Addresses[rest=https://data-api.binance.vision, streams=wss://data-stream.binance.vision]");
    assertThat(testnet)
        .hasToString(
            "Addresses[rest=https://testnet.binance.vision, streams=wss://stream.testnet.binance.vision]");
  }

  @Test
  void otherHostsAreTakenAsTheyAre() {
    Addresses local = Addresses.of("production", "http://127.0.0.1:8080/", "ws://127.0.0.1:8080");

    assertThat(local.rest()).hasToString("http://127.0.0.1:8080");
    assertThat(local.streams()).hasToString("ws://127.0.0.1:8080");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "testnet|https://api.binance.com|is production, but environment=testnet: they are never mixed",
        "testnet|https://data-api.binance.vision|is production, but environment=testnet: they are never mixed",
        "production|https://testnet.binance.vision|is the testnet, but environment=production: they are never mixed"
      })
  void hostsOfTheOtherEnvironmentAreRefused(String environment, String rest, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Addresses.of(environment, rest, ""))
        .withMessage("rest.url=" + rest + " " + why);
  }

  @Test
  void whatIsNoAddressIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Addresses.of("production", "", "stream.binance.com"))
        .withMessage(
            "stream.url=stream.binance.com must be an address that begins with one of ws, wss");
  }
}
