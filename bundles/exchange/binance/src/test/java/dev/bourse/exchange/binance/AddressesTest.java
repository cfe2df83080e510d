package dev.bourse.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("A4")
class AddressesTest {
  private static Addresses of(String environment, String rest, String streams) {
    return Addresses.of(environment, new Addresses.Written(rest, streams, ""), false);
  }

  @Test
  void eachEnvironmentHasItsHosts() {
    Addresses production = of("production", "", "");
    Addresses testnet = of("testnet", "", "");

    assertThat(production)
        .hasToString(
            "Addresses[rest=https://data-api.binance.vision, streams=wss://data-stream.binance.vision,"
                + " account=https://api.binance.com, api=wss://ws-api.binance.com:443]");
    assertThat(testnet)
        .hasToString(
            "Addresses[rest=https://testnet.binance.vision,"
                + " streams=wss://stream.testnet.binance.vision,"
                + " account=https://testnet.binance.vision,"
                + " api=wss://ws-api.testnet.binance.vision]");
  }

  @Test
  void otherHostsAreTakenAsTheyAre() {
    Addresses local = of("production", "http://127.0.0.1:8080/", "ws://127.0.0.1:8080");

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
        .isThrownBy(() -> of(environment, rest, ""))
        .withMessage("rest.url=" + rest + " " + why);
  }

  @Test
  void oldTradesAndAccountsAreNeverAskedOfAHostForMarketDataOnly() {
    Addresses production = of("production", "https://data-api.binance.vision", "");

    assertThat(production.rest()).hasToString("https://data-api.binance.vision");
    assertThat(production.account()).hasToString("https://api.binance.com");
  }

  @Test
  void whatIsNoAddressIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of("production", "", "stream.binance.com"))
        .withMessage(
            "stream.url=stream.binance.com must be an address that begins with one of ws, wss");
  }

  @Test
  void withAKeyTheAddressesAreAllOfOneVenue() {
    Addresses.Written half = new Addresses.Written("http://127.0.0.1:8080", "", "");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Addresses.of("production", half, true))
        .withMessageStartingWith("with a key, rest.url, stream.url and api.url are given together");
  }

  @Test
  void theSandboxAndThisMachineAreNoRealMoney() {
    Addresses.Written local =
        new Addresses.Written("http://127.0.0.1:1", "ws://127.0.0.1:1", "ws://127.0.0.1:1");

    assertThat(of("testnet", "", "").isSandbox()).isTrue();
    assertThat(Addresses.of("production", local, true).isSandbox()).isTrue();
    assertThat(of("production", "", "").isSandbox()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "production,https://api.binance.com,true",
    "production,https://data-api.binance.vision,true",
    "production,https://api.binance.us,false",
    "production,http://127.0.0.1:1,false",
    "testnet,https://testnet.binance.vision,false",
    "testnet,https://demo-api.binance.com,false",
  })
  @Tag("A6")
  void onlyBinanceItselfIsKnownToTellTheRightsOfKeys(
      String environment, String rest, boolean tells) {
    Addresses addresses = of(environment, rest, "");

    boolean known = addresses.tellsRights();

    assertThat(known).isEqualTo(tells);
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:1,ws://127.0.0.1:1,wss://ws-api.binance.com:443",
    "http://127.0.0.1:1,wss://stream.binance.com,ws://127.0.0.1:1",
    "https://api.binance.com,wss://stream.binance.com,ws://127.0.0.1:1",
  })
  void aKeyIsNotShownToBinanceAndToAnotherVenueAtOnce(String rest, String stream, String api) {
    Addresses.Written mixed = new Addresses.Written(rest, stream, api);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Addresses.of("production", mixed, true))
        .withMessageStartingWith("rest.url, stream.url and api.url are partly Binance's");
  }

  @Test
  void demoModeIsASandboxThoughItsHostsAreCalledLikeThoseOfProduction() {
    Addresses.Written demo =
        new Addresses.Written(
            "https://demo-api.binance.com",
            "wss://demo-stream.binance.com",
            "wss://demo-ws-api.binance.com");

    assertThat(Addresses.of("testnet", demo, true).isSandbox()).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Addresses.of("production", demo, true))
        .withMessageEndingWith("never mixed");
  }
}
