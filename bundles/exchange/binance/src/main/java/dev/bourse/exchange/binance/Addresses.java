package dev.bourse.exchange.binance;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where the venue is (rest-api.md, web-socket-streams.md, web-socket-api.md and the testnet's
 * pages). Production data comes from the hosts that serve market data only and take no key.
 *
 * @param rest the address before REST paths of market data
 * @param streams the address before {@code /stream}
 * @param account the address before REST paths that take a key, and of old trades, which the hosts
 *     for market data only do not have
 * @param api the address before {@code /ws-api}
 */
record Addresses(URI rest, URI streams, URI account, URI api) {
  private static final String TESTNET = "testnet.binance.vision";
  private static final String DATA_ONLY = "data-api.binance.vision";
  private static final String DEMO = "demo-.*\\.binance\\.com";
  private static final List<String> LOCAL = List.of("localhost", "127.0.0.1", "[::1]");
  private static final List<String> HTTP = List.of("http", "https");
  private static final List<String> SOCKET = List.of("ws", "wss");

  /**
   * Addresses that were written out, empty for those of the environment.
   *
   * @param rest {@code rest.url}
   * @param streams {@code stream.url}
   * @param api {@code api.url}
   */
  record Written(String rest, String streams, String api) {
    private boolean isMixed() {
      return rest.isBlank() != streams.isBlank() || rest.isBlank() != api.isBlank();
    }
  }

  /**
   * The addresses of an environment, or those that were written out; throws {@link
   * IllegalArgumentException} for an address that is none, or that belongs to the other
   * environment, and if a key would be shown to one venue while the data or the orders are
   * another's.
   *
   * @param keyed whether there is a key
   */
  static Addresses of(String environment, Written written, boolean keyed) {
    if (keyed && written.isMixed()) {
      throw new IllegalArgumentException(
          "with a key, rest.url, stream.url and api.url are given together or not at all: orders"
              + " and data are never of two venues");
    }
    boolean testnet = environment.equals("testnet");
    String data = testnet ? "https://" + TESTNET : "https://" + DATA_ONLY;
    String streams =
        testnet ? "wss://stream.testnet.binance.vision" : "wss://data-stream.binance.vision";
    String account = testnet ? "https://" + TESTNET : "https://api.binance.com";
    String api = testnet ? "wss://ws-api.testnet.binance.vision" : "wss://ws-api.binance.com:443";
    Addresses all =
        new Addresses(
            address("rest.url", or(written.rest(), data), HTTP, testnet),
            address("stream.url", or(written.streams(), streams), SOCKET, testnet),
            address("rest.url", or(whole(written.rest()), account), HTTP, testnet),
            address("api.url", or(written.api(), api), SOCKET, testnet));
    if (keyed && all.isMixed()) {
      throw new IllegalArgumentException(
          "rest.url, stream.url and api.url are partly Binance's and partly another venue's: with a"
              + " key they are all of one venue");
    }
    return all;
  }

  private boolean isMixed() {
    return Stream.of(rest, streams, account, api).map(Addresses::isBinance).distinct().count() > 1;
  }

  private static boolean isBinance(URI address) {
    return host(address).matches("(.*\\.)?binance\\.(com|us|vision)");
  }

  private static String host(URI address) {
    return address.getHost().toLowerCase(Locale.ROOT);
  }

  /** An address unless it is that of a host which serves market data only. */
  private static String whole(String rest) {
    return rest.contains(DATA_ONLY) ? "" : rest;
  }

  private static String or(String written, String usual) {
    return written.isBlank() ? usual : written;
  }

  /** Whether no real money is at stake: a sandbox of Binance, or a venue on this machine. */
  boolean isSandbox() {
    return Stream.of(account, api).allMatch(each -> isTestnet(each) || isLocal(each));
  }

  private static boolean isLocal(URI address) {
    return LOCAL.contains(host(address));
  }

  /** The testnet, or Binance's demo mode: hosts of its own beside those of production. */
  private static boolean isTestnet(URI address) {
    return host(address).endsWith(TESTNET) || host(address).matches(DEMO);
  }

  /** Whether there is the other interface, which knows wallets: the testnet has none. */
  boolean hasWallet() {
    return !isTestnet(account);
  }

  /**
   * Whether the venue has the call that tells what a key may do, for certain: only Binance itself,
   * not its testnet, and not what stands in for it.
   */
  boolean tellsRights() {
    return hasWallet() && host(account).matches("(.*\\.)?binance\\.com");
  }

  private static URI address(String key, String text, List<String> schemes, boolean testnet) {
    String plain = text.strip();
    URI address = uri(key, plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain);
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (address.getHost() == null || !schemes.contains(scheme)) {
      throw new IllegalArgumentException(
          key
              + "="
              + text
              + " must be an address that begins with one of "
              + String.join(", ", schemes));
    }
    if (isBinance(address) && isTestnet(address) != testnet) {
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
