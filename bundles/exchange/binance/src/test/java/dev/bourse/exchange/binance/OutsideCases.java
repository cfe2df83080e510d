package dev.bourse.exchange.binance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.exchange.binance.rest.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Files of cases that are not part of this repository. */
public final class OutsideCases {
  private OutsideCases() {}

  /** A file as a tree; the test is skipped where the cases are not at hand. */
  public static JsonNode read(String name) {
    String folder = System.getProperty("cases.dir", "");
    assumeTrue(
        !folder.isEmpty() && Files.isRegularFile(Path.of(folder, name)),
        name + " is not at hand: start the test with -Dcases.dir=<folder of the cases>");
    try {
      return Json.read(Files.readString(Path.of(folder, name)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(name + " is no JSON", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The fields of an object as texts, without one of them. */
  public static Map<String, String> texts(JsonNode object, String without) {
    Map<String, String> texts = new TreeMap<>();
    object.properties().forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
    texts.remove(without);
    return texts;
  }
}
