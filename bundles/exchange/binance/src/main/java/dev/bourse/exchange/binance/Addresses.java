package dev.bourse.exchange.binance;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/**
 * Where the venue is (rest-api.md, web-socket-streams.md and the testnet's pages). Production data
 * comes from the hosts that serve market data only and take no key.
 *
 * @param rest the address before REST paths
 * @param streams the address before {@code /stream}
 */
record Addresses(URI rest, URI streams) {
  private static final String TESTNET = "testnet.binance.vision";

  /**
   * The addresses of an environment, or those that were written out; throws {@link
   * IllegalArgumentException} for an address that is none, or that belongs to the other
   * environment.
   */
  static Addresses of(String environment, String rest, String streams) {
    boolean testnet = environment.equals("testnet");
    String plainRest =
        testnet ? "https://testnet.binance.vision" : "https://data-api.binance.vision";
    String plainStreams =
        testnet ? "wss://stream.testnet.binance.vision" : "wss://data-stream.binance.vision";
    return new Addresses(
        address("rest.url", rest.isBlank() ? plainRest : rest, List.of("http", "https"), testnet),
        address(
            "stream.url",
            streams.isBlank() ? plainStreams : streams,
            List.of("ws", "wss"),
            testnet));
  }

  private static URI address(String key, String text, List<String> schemes, boolean testnet) {
    String plain = text.strip();
    URI address = uri(key, plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain);
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    String host = address.getHost();
    if (host == null || !schemes.contains(scheme)) {
      throw new IllegalArgumentException(
          key
              + "="
              + text
              + " must be an address that begins with one of "
              + String.join(", ", schemes));
    }
    boolean sandbox = host.toLowerCase(Locale.ROOT).endsWith(TESTNET);
    boolean binance = host.toLowerCase(Locale.ROOT).matches("(.*\\.)?binance\\.(com|us|vision)");
    if (binance && sandbox != testnet) {
      throw new IllegalArgumentException(
          key
              + "="
              + text
              + (testnet
                  ? " is production, but environment=testnet"
                  : " is the testnet, but environment=production")
              + ": they are never mixed");
    }
    return address;
  }

  private static URI uri(String key, String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(key + "=" + text + " is no address: " + e.getReason(), e);
    }
  }
}
