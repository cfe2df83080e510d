package dev.bourse.exchange.binance.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("A3")
class ApiKeyTest {
  @Test
  void aSecretSignsWithHmacInHexadecimal() {
    ApiKey key = Objects.requireNonNull(ApiKey.of("name", "secretKey", ""));

    String signature = key.signer().sign("symbol=BTCUSDT&timestamp=1736393892000");

    assertThat(signature)
        .isEqualTo("d326342fddb7d8574fa355101500c78ab918b5af9854b62a591963c69dc618a3");
    assertThat(key.signer().opensSessions()).isFalse();
  }

  @Test
  void aPrivateKeySignsWithEd25519InBase64() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    String base64 = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
    String pem = "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";

    Signer signer = Objects.requireNonNull(ApiKey.of("name", "", pem)).signer();

    Signature check = Signature.getInstance("Ed25519");
    check.initVerify(pair.getPublic());
    check.update("symbol=１２".getBytes(StandardCharsets.UTF_8));
    assertThat(check.verify(Base64.getDecoder().decode(signer.sign("symbol=１２")))).isTrue();
    assertThat(signer.opensSessions()).isTrue();
  }

  @Test
  void withoutAKeyThereIsNone() {
    assertThat(ApiKey.of("", "", " ")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name|''|''|key is given without secret (HMAC) or private.key (Ed25519): one of them signs",
        "''|s3cr3t|''|secret is given, but key is not: both belong together",
        "''|''|p3m|private.key is given, but key is not: both belong together",
        "name|s3cr3t|p3m|secret and private.key are both given: a key has either a secret (HMAC) or a private key (Ed25519)",
        "$[env:X]|s3cr3t|''|key must be letters and digits; this one is not (is it still an unresolved $[...]?)",
        "name|''|p3m|private.key is not an Ed25519 key in PEM, the text between and with \"-----BEGIN PRIVATE KEY-----\" and \"-----END PRIVATE KEY-----\""
      })
  void whatIsHalfOrWrongIsSaidWithoutShowingIt(
      String name, String secret, String privateKey, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiKey.of(name, secret, privateKey))
        .withMessage(why);
    assertThat(why).doesNotContain("s3cr3t", "p3m");
  }

  @Test
  void aKeyPrintsOnlyItsKind() {
    ApiKey key = Objects.requireNonNull(ApiKey.of("aliceKey", "aliceSecret", ""));

    assertThat(key.toString() + key.signer()).isEqualTo("a key (HMAC)HMAC");
  }

  /** The venue knows RSA keys too; Ed25519 is what it recommends, and what is taken here. */
  @Test
  void anRsaKeyIsRefusedAtOnceNotAtTheFirstOrder() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    String pem = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiKey.of("name", "", pem))
        .withMessageStartingWith("private.key is not an Ed25519 key in PEM");
  }
}
