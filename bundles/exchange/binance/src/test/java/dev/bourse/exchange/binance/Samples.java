package dev.bourse.exchange.binance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Answers of the venue as its documents and its official client show them. */
public final class Samples {
  private Samples() {}

  /**
   * Answers to a call over REST: those of the documents, then that of the official client's tests.
   *
   * @param call method and path, {@code GET /api/v3/depth}
   */
  public static List<JsonNode> rest(String call) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode each : OutsideCases.read("binance/spot-samples/rest-api.json")) {
      if (each.path("request").asText().equals(call)) {
        found.add(each.path("json"));
      }
    }
    for (JsonNode each : OutsideCases.read("binance/connector-samples/spot-rest.json")) {
      if ((each.path("method").asText() + " " + each.path("path").asText()).equals(call)) {
        found.add(each.path("response"));
      }
    }
    return found;
  }

  /**
   * The result of a call over the WebSocket API in the official client's tests, which leave numbers
   * out of many of them.
   *
   * @param method {@code order.place}
   */
  public static JsonNode socket(String method) {
    for (JsonNode each : OutsideCases.read("binance/connector-samples/spot-wsapi.json")) {
      if (each.path("method").asText().equals(method)) {
        return each.path("response").path("result");
      }
    }
    throw new IllegalArgumentException("there is no answer to " + method);
  }

  /** The rows of answers that are lists or a row each. */
  public static List<JsonNode> rows(List<JsonNode> answers) {
    List<JsonNode> rows = new ArrayList<>();
    for (JsonNode answer : answers) {
      if (answer.isArray()) {
        answer.forEach(rows::add);
      } else {
        rows.add(answer);
      }
    }
    return rows;
  }
}
