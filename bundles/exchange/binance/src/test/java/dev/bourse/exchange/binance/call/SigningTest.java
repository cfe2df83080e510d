package dev.bourse.exchange.binance.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.exchange.binance.OutsideCases;
import dev.bourse.exchange.binance.key.ApiKey;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signatures as the venue's documents and clients publish them. */
@Tag("A3")
class SigningTest {
  private static final String SECRET =
      "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
  private static final String KEY =
      "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";

  private static ApiKey key(String secret) {
    return Objects.requireNonNull(ApiKey.of(KEY, secret, ""));
  }

  private static Credentials at(long millis, long window) {
    return new Credentials(key(SECRET), new VenueClock(() -> millis * 1_000_000), window);
  }

  @Test
  void aCallOverTheSocketIsSortedAndNotEncoded() {
    Params order =
        new Params()
            .with("symbol", "BTCUSDT")
            .with("side", "SELL")
            .with("type", "LIMIT")
            .with("timeInForce", "GTC")
            .with("quantity", "0.01000000")
            .with("price", "52000.00");

    String request = at(1645423376532L, 100).signed(order).request(7, "order.place");

    assertThat(request)
        .startsWith("{\"id\":7,\"method\":\"order.place\",\"params\":{\"symbol\":\"BTCUSDT\",")
        .contains("\"recvWindow\":100,\"timestamp\":1645423376532,\"apiKey\":\"" + KEY + "\"")
        .endsWith(
            "\"signature\":\"aa1b5712c094bc4e57c05a1a5c1fd8d88dcd628338ea863fec7b88e59fe2db24\"}}");
  }

  @Test
  void aCallOverRestIsEncodedBeforeItIsSigned() {
    Params order =
        new Params()
            .with("symbol", "１２３４５６")
            .with("side", "BUY")
            .with("type", "LIMIT")
            .with("timeInForce", "GTC")
            .with("quantity", "1")
            .with("price", "0.1");

    String query = at(1499827319559L, 5000).query(order);

    assertThat(query)
        .startsWith("symbol=%EF%BC%91%EF%BC%92%EF%BC%93")
        .endsWith("&signature=e1353ec6b14d888f1164ae9af8228a3dbd508bc82eb867db8ab6046442f33ef3");
  }

  @Test
  @Tag("outside")
  void everyPublishedVectorIsSignedAlike() {
    JsonNode vectors = OutsideCases.read("binance/signature-vectors.json").path("vectors");

    for (JsonNode each : vectors) {
      String signed =
          key(each.path("secret").asText()).signer().sign(each.path("payload").asText());
      assertThat(signed).as(each.path("name").asText()).isEqualTo(each.path("expected").asText());
    }

    assertThat(vectors).hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  @Tag("outside")
  void everyRequestOfTheOfficialConnectorIsSignedAlike() {
    JsonNode file = OutsideCases.read("binance/hmac-connector-java.json");
    ApiKey key = key(file.path("key").path("secretKey").asText());

    int signed = 0;
    for (JsonNode each : file.path("cases")) {
      String expected = each.path("signature").asText();
      if (!expected.isEmpty()) {
        assertThat(key.signer().sign(each.path("signPayload").asText()))
            .as(each.path("call").asText())
            .isEqualTo(expected);
        signed++;
      }
    }

    assertThat(signed).isGreaterThan(50);
  }

  @Test
  void textsInRequestsAreEscaped() {
    String request = new Params().with("a", "\"\\\n").request(1, "x");

    assertThat(request)
        .isEqualTo("{\"id\":1,\"method\":\"x\",\"params\":{\"a\":\"\\\"\\\\\\u000a\"}}");
    assertThat(new Params().with("secret", "value")).hasToString("Params[secret]");
  }
}
