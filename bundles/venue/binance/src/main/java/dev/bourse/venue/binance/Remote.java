package dev.bourse.venue.binance;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells a venue that runs already what is to happen: the calls under {@code /venue} by their names,
 * as {@code ./bourse venue fault kind=lose at=order.place} gives them.
 */
final class Remote {
  private static final String USUAL_PORT = "9080";
  private static final int OK = 200;
  private static final Set<String> ASKED = Set.of("state", "faults");
  private static final Set<String> TOLD =
      Set.of(
          "amend",
          "cancel",
          "clear",
          "clock",
          "cut",
          "fault",
          "filter",
          "limit",
          "order",
          "quote",
          "reference",
          "shutdown",
          "trade",
          "transfer");

  private Remote() {}

  /** Whether arguments are for a venue that runs. */
  static boolean isMeant(List<String> arguments) {
    return !arguments.isEmpty()
        && (ASKED.contains(arguments.get(0)) || TOLD.contains(arguments.get(0)));
  }

  /**
   * What the venue answers.
   *
   * @param arguments the name of the call, then {@code name=value}; {@code port=} says where the
   *     venue is
   */
  static String call(List<String> arguments) throws IOException, InterruptedException {
    String port = USUAL_PORT;
    StringBuilder query = new StringBuilder();
    for (String argument : arguments.subList(1, arguments.size())) {
      int equals = argument.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException(argument + " must be an option, like kind=lose");
      }
      String name = argument.substring(0, equals);
      String value = argument.substring(equals + 1);
      if (name.equals("port")) {
        port = value;
      } else {
        query.append(query.isEmpty() ? '?' : '&').append(encoded(name)).append('=');
        query.append(encoded(value));
      }
    }
    return answer(arguments.get(0), port, query.toString());
  }

  private static String answer(String name, String port, String query)
      throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + port + path(name) + query);
    HttpRequest request =
        HttpRequest.newBuilder(address).method(method(name), BodyPublishers.noBody()).build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      if (answer.statusCode() != OK) {
        throw new IOException("the venue refused it: " + answer.body());
      }
      return answer.body();
    } catch (ConnectException e) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "no venue answers on 127.0.0.1:%s: start one with ./bourse venue, or say port=",
              port),
          e);
    }
  }

  private static String method(String name) {
    return name.equals("clear") ? "DELETE" : ASKED.contains(name) ? "GET" : "POST";
  }

  private static String path(String name) {
    return switch (name) {
      case "state" -> "/venue";
      case "clear" -> "/venue/faults";
      default -> "/venue/" + name;
    };
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
