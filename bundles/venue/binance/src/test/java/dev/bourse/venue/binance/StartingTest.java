package dev.bourse.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import dev.bourse.testkit.ConfigFixtures;
import dev.bourse.venue.binance.protocol.ApiKey;
import dev.bourse.venue.binance.protocol.Right;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a venue is started, by a test, by a configuration, by a command. */
class StartingTest {
  private static final SimulatedExchangeFactory EXCHANGE = new SimulatedExchangeFactory();

  @Test
  void aConfigurationStartsItWithGeneratedPrices() throws IOException {
    VenueService service =
        new VenueService(
            ConfigFixtures.of(
                Config.class, "port", "0", "accounts", "a:1 USDT:k1:s1;b:2 USDT:k2:s2"),
            EXCHANGE,
            List.of());

    int port = service.port();

    assertThat(port).isPositive();
    service.close();
  }

  @Test
  void aSetOfDataThatIsNotThereIsNamed() {
    Config config = ConfigFixtures.of(Config.class, "port", "0", "data", "nowhere");

    assertThatThrownBy(() -> new VenueService(config, EXCHANGE, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("data=nowhere is no set of recorded data that can be read; there is none");
  }

  @Test
  void aConfigurationPlaysRecordedPrices() throws Exception {
    OldTrades data = new OldTrades();
    Config config =
        ConfigFixtures.of(Config.class, "port", "0", "data", "old", "speed", "0.000001");

    VenueService service = new VenueService(config, EXCHANGE, List.of(data));
    String state = Remote.call(List.of("state", "port=" + service.port()));
    int playing = data.open();
    service.close();

    assertThat(state).contains("BTCUSDT").doesNotContain("ETHUSDT");
    assertThat(playing).isEqualTo(1);
    assertThat(data.open()).isZero();
  }

  @Test
  void aMistakeInTheConfigurationLeavesThePort() throws IOException {
    int port;
    try (LocalVenue gone = LocalVenue.start(EXCHANGE, VenueSettings.local())) {
      port = gone.port();
    }
    Config slow = ConfigFixtures.of(Config.class, "port", "" + port, "data", "old", "speed", "-1");

    assertThatThrownBy(() -> new VenueService(slow, EXCHANGE, List.of(new OldTrades())))
        .hasMessage("speed=-1 must be zero or more");
    try (LocalVenue next = LocalVenue.start(EXCHANGE, VenueSettings.local().on(port))) {
      assertThat(next.port()).isEqualTo(port);
    }
  }

  @Test
  void aPortThatIsTakenIsNamed() throws IOException {
    try (LocalVenue first = LocalVenue.start(EXCHANGE, VenueSettings.local())) {
      VenueSettings same = VenueSettings.local().on(first.port());

      assertThatThrownBy(() -> LocalVenue.start(EXCHANGE, same))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("cannot listen on port " + first.port());
    }
  }

  @Test
  void aVenueWhoseAccountsCannotBeOpenedLeavesItsPort() throws IOException {
    int port;
    try (LocalVenue gone = LocalVenue.start(EXCHANGE, VenueSettings.local())) {
      port = gone.port();
    }
    VenueSettings wrong =
        VenueSettings.local().on(port).with(new VenueAccount("alice", "much USDT"));

    assertThatThrownBy(() -> LocalVenue.start(EXCHANGE, wrong))
        .isInstanceOf(IllegalArgumentException.class);

    try (LocalVenue next = LocalVenue.start(EXCHANGE, VenueSettings.local().on(port))) {
      assertThat(next.port()).isEqualTo(port);
    }
  }

  @Test
  void aCommandsMistakesAreNamed() {
    List<String> wrong = List.of("port=70000");
    List<String> unknown = List.of("colour=red");
    List<String> secret = List.of("account=alice:verysecret");

    assertThatThrownBy(() -> Standalone.start(wrong, EXCHANGE))
        .hasMessage("port=70000 must be 0 to 65535");
    assertThatThrownBy(() -> Standalone.start(unknown, EXCHANGE))
        .hasMessage("colour=red is no option of the venue");
    assertThatThrownBy(() -> Standalone.start(secret, EXCHANGE))
        .hasMessageContaining("this one has 2 parts")
        .hasMessageNotContaining("verysecret");
  }

  @Test
  void aKeyNeverTellsItsSecret() {
    ApiKey key = ApiKey.hmac("alicekey", "alicesecret");

    String text = key + " " + new VenueAccount("alice", "1 USDT", key);

    assertThat(text).contains("alic...").doesNotContain("alicekey").doesNotContain("alicesecret");
  }

  @Test
  void aKeyHasTheRightsThatAreWrittenBehindIt() {
    VenueAccount usual = AccountText.account("alice:1 USDT:k1:s1");
    VenueAccount looking = AccountText.account("alice:1 USDT:k1:s1:read, withdraw");

    assertThat(usual.keys().get(0).rights()).containsExactlyInAnyOrder(Right.READ, Right.TRADE);
    assertThat(looking.keys().get(0).rights())
        .containsExactlyInAnyOrder(Right.READ, Right.WITHDRAW);
    assertThatThrownBy(() -> AccountText.account("alice:1 USDT:k1:s1:look"))
        .hasMessage("look is no right of a key: read, trade, withdraw, separated by commas");
  }
}
