package dev.bourse.exchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.bourse.exchange.binance.call.Credentials;
import dev.bourse.exchange.binance.call.Limits;
import dev.bourse.exchange.binance.call.SignedRest;
import dev.bourse.exchange.binance.call.VenueClock;
import dev.bourse.exchange.binance.call.Weights;
import dev.bourse.exchange.binance.key.ApiKey;
import dev.bourse.exchange.binance.rest.HttpRest;
import dev.bourse.exchange.binance.rest.Json;
import dev.bourse.exchange.binance.rest.RestException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a key may do, at a venue that would test an order of any key. */
@Tag("A6")
class KeyRightsTest {
  private final HttpServer venue;
  private final HttpRest rest;
  private String restrictions = "";
  private int status = 200;

  KeyRightsTest() throws IOException {
    venue = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    venue.createContext(
        "/sapi/v1/account/apiRestrictions",
        exchange -> {
          byte[] answer = restrictions.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    venue.start();
    URI address = URI.create("http://127.0.0.1:" + venue.getAddress().getPort());
    rest = new HttpRest(address, Duration.ofSeconds(30));
  }

  @AfterEach
  void close() {
    rest.close();
    venue.stop(0);
  }

  private KeyRights rights(TradeSettings settings) {
    VenueClock clock = new VenueClock(() -> 0);
    Credentials credentials = new Credentials(ApiKey.of("abc", "def", ""), clock, 5000);
    Limits limits = new Limits(new Weights(clock));
    return new KeyRights(settings, new SignedRest(rest, credentials, limits));
  }

  private KeyRights refusing() {
    return refusing(false);
  }

  private KeyRights refusing(boolean tellsRights) {
    TradeSettings usual = AccountBench.settings();
    return rights(
        new TradeSettings(
            usual.api(),
            usual.place(),
            usual.cancel(),
            usual.question(),
            usual.silence(),
            usual.probe(),
            usual.life(),
            usual.reconnect(),
            usual.entryWait(),
            true,
            tellsRights));
  }

  private static String checked(KeyRights rights) throws Exception {
    return rights.check((method, params) -> Json.NOTHING, Json.read("{\"canTrade\":true}"));
  }

  private String checked(String said) throws Exception {
    restrictions = said;
    return checked(rights(AccountBench.settings()));
  }

  @Test
  void aKeyWithoutTheRightToTradeOnSpotIsRefused() {
    String said = "{\"enableReading\":true,\"enableSpotAndMarginTrading\":false}";

    assertThatThrownBy(() -> checked(said))
        .isInstanceOf(RestException.class)
        .hasMessageStartingWith("the key may not trade on spot");
  }

  @Test
  void aVenueThatDoesNotSayWhatAKeyMayDoForbidsNothing() throws Exception {
    String silent = checked("{}");

    String allowed = checked("{\"enableSpotAndMarginTrading\":true}");

    assertThat(silent).isEqualTo("Connected.");
    assertThat(allowed).isEqualTo("Connected.");
  }

  @Test
  void whoeverRefusesTheRightToWithdrawIsNotContentWithAQuestionThatFailed() {
    status = 503;
    KeyRights rights = refusing();

    assertThatThrownBy(() -> checked(rights))
        .isInstanceOf(RestException.class)
        .hasMessageStartingWith("whether the key may withdraw money is not known");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 405, 451})
  void whatAFirewallRefusesIsNotTakenForAVenueWithoutThatCall(int refused) {
    status = refused;
    restrictions = "<html>not from here</html>";
    KeyRights rights = refusing();

    assertThatThrownBy(() -> checked(rights))
        .isInstanceOf(RestException.class)
        .hasMessageStartingWith("whether the key may withdraw money is not known")
        .hasMessageContaining("was refused with " + refused);
  }

  @Test
  void anAnswerThatDoesNotSayWhetherTheKeyMayWithdrawIsNoneToWhoeverRefusesThat() {
    restrictions = "{\"enableReading\":true}";
    KeyRights rights = refusing();

    assertThatThrownBy(() -> checked(rights))
        .isInstanceOf(RestException.class)
        .hasMessageEndingWith("does not say enableWithdrawals");
  }

  @Test
  void whereTheVenueIsKnownToTellTheRightsOfKeysNotToFindThemProvesNothing() {
    status = 404;
    KeyRights rights = refusing(true);

    assertThatThrownBy(() -> checked(rights))
        .isInstanceOf(RestException.class)
        .hasMessageStartingWith("whether the key may withdraw money is not known");
  }

  @Test
  void aKeyThatWasClearedStaysSoThoughTheNextQuestionFails() throws Exception {
    KeyRights rights = refusing();
    restrictions = "{\"enableWithdrawals\":false}";
    String first = checked(rights);
    status = 503;

    String again = checked(rights);

    assertThat(first).isEqualTo("Connected.");
    assertThat(again).isEqualTo("Connected.");
  }

  @Test
  void aVenueWithoutRightsToWithdrawHasNoneToRefuse() throws Exception {
    status = 404;

    String said = checked(refusing());

    assertThat(said).isEqualTo("Connected.");
  }
}
