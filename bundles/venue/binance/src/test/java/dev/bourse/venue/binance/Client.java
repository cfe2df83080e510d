package dev.bourse.venue.binance;

import dev.bourse.venue.binance.protocol.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Somebody who talks to the venue over REST. */
final class Client {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String url;
  private final String key;
  private final String secret;
  private final InstantSource clock;

  Client(LocalVenue venue, String key, String secret, InstantSource clock) {
    this.url = venue.restUrl();
    this.key = key;
    this.secret = secret;
    this.clock = clock;
  }

  /** What came back. */
  record Reply(int status, @Nullable Object body, Map<String, List<String>> headers) {
    /** A field of the answer as text. */
    String get(String name) {
      return String.valueOf(((Map<?, ?>) body()).get(name));
    }

    /** The rows of an answer that is a list. */
    List<Map<String, Object>> rows() {
      @SuppressWarnings("unchecked")
      List<Map<String, Object>> rows = (List<Map<String, Object>>) body();
      return rows;
    }

    /** Status, code and text of a refusal. */
    String refusal() {
      return status + " " + get("code") + " " + get("msg");
    }

    /** The first value of a header. */
    String header(String name) {
      return String.join(",", headers.getOrDefault(name, List.of()));
    }
  }

  /** A call that needs no key. */
  Reply open(String method, String pathAndQuery) {
    return exchange(method, pathAndQuery, "", null);
  }

  /** A signed call with all parameters in the query. */
  Reply signed(String method, String path, String... parameters) {
    String query = query(parameters) + timestamp(parameters.length > 0);
    return raw(method, path + "?" + query + "&signature=" + sign(query), "");
  }

  /** A call as it is, with the key. */
  Reply raw(String method, String pathAndQuery, String body) {
    return exchange(method, pathAndQuery, body, key);
  }

  String sign(String payload) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String query(String... parameters) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      values.put(parameters[i], parameters[i + 1]);
    }
    return values.entrySet().stream()
        .map(
            entry ->
                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private String timestamp(boolean more) {
    return (more ? "&" : "") + "timestamp=" + clock.millis();
  }

  private Reply exchange(String method, String pathAndQuery, String body, @Nullable String apiKey) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + pathAndQuery))
            .timeout(Duration.ofSeconds(60))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/x-www-form-urlencoded");
    }
    if (apiKey != null) {
      request.header("X-MBX-APIKEY", apiKey);
    }
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Reply(response.statusCode(), Json.read(response.body()), response.headers().map());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
