package dev.bourse.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.venue.binance.Client.Reply;
import dev.bourse.venue.binance.protocol.ApiKey;
import dev.bourse.venue.binance.protocol.Json;
import dev.bourse.venue.binance.protocol.Right;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever signs by RSA trades here too, but logs on to no session (faqs/api_key_types.md). */
@Tag("P18")
class RsaKeysTest {
  private static final String MONEY = "100000 USDT,1 BTC";

  private final Signing rons = Signing.of("RSA", "SHA256withRSA");
  private final Signing others = Signing.of("RSA", "SHA256withRSA");
  private final OpenVenue open =
      new OpenVenue(
          VenueSettings.local()
              .with(new VenueAccount("ron", MONEY, ApiKey.rsa("ronkey", rons.publicKey())))
              .with(
                  new VenueAccount(
                      "rita", MONEY, ApiKey.rsa("ritakey", rons.publicKey(), Right.READ))));

  @AfterEach
  void close() {
    open.close();
  }

  private Reply order(String key, Signing signing, String quantity) {
    String query =
        "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.1&price=50000&timestamp="
            + open.clock.millis();
    String signature = URLEncoder.encode(signing.sign(query), StandardCharsets.UTF_8);
    return new Client(open.venue, key, "", open.clock)
        .raw(
            "POST",
            "/api/v3/order?" + query.replace("0.1", quantity) + "&signature=" + signature,
            "");
  }

  @Test
  void anOrderThatIsSignedByRsaIsTaken() {
    Reply placed = order("ronkey", rons, "0.1");

    assertThat(placed.status() + " " + placed.get("status") + " " + placed.get("origQty"))
        .isEqualTo("200 NEW 0.10000000");
  }

  @Test
  void anotherKeyOrAnotherOrderIsNotTheOneThatWasSigned() {
    Reply foreign = order("ronkey", others, "0.1");
    Reply changed = order("ronkey", rons, "0.2");
    Reply right = order("ritakey", rons, "0.1");

    assertThat(foreign.refusal()).isEqualTo("400 -1022 Signature for this request is not valid.");
    assertThat(changed.refusal()).isEqualTo("400 -1022 Signature for this request is not valid.");
    assertThat(right.refusal())
        .isEqualTo("401 -2015 Invalid API-key, IP, or permissions for action.");
  }

  @Test
  void itHearsOfItsAccountBySignatureAndLogsOnToNoSession() {
    Socket socket = new Socket(open.venue, "/ws-api/v3?returnRateLimits=false");
    Map<String, Object> params =
        rons.signed(Json.object("apiKey", "ronkey", "timestamp", open.clock.millis()));

    String logon = socket.send("id", 1, "method", "session.logon", "params", params).text();
    String subscribed =
        socket
            .send("id", 2, "method", "userDataStream.subscribe.signature", "params", params)
            .text();
    order("ronkey", rons, "0.1");

    assertThat(logon).contains("\"status\":400", "\"code\":-1020");
    assertThat(subscribed).isEqualTo("{\"id\":2,\"status\":200,\"result\":{\"subscriptionId\":0}}");
    assertThat(socket.event("executionReport")).containsEntry("x", "NEW");
    socket.close();
  }
}
