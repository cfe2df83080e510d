package dev.bourse.venue.binance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bourse.venue.binance.protocol.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Files of cases that are not part of this repository. */
final class OutsideCases {
  private OutsideCases() {}

  /** A file as a tree; the test is skipped where the cases are not at hand. */
  static Map<String, Object> read(String name) {
    String folder = System.getProperty("cases.dir", "");
    assumeTrue(
        !folder.isEmpty() && Files.isRegularFile(Path.of(folder, name)),
        name + " is not at hand: start the test with -Dcases.dir=<folder of the cases>");
    try {
      @SuppressWarnings("unchecked")
      Map<String, Object> tree =
          (Map<String, Object>) Json.read(Files.readString(Path.of(folder, name)));
      return tree;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The objects of a list in a tree. */
  static List<Map<String, Object>> list(Map<String, Object> tree, String name) {
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> list = (List<Map<String, Object>>) tree.get(name);
    return list;
  }

  /** An object in a tree. */
  static Map<String, Object> object(Map<String, Object> tree, String name) {
    @SuppressWarnings("unchecked")
    Map<String, Object> object = (Map<String, Object>) tree.get(name);
    return object;
  }

  /** What is expected of a case of the venue's behaviour. */
  static String expected(String id) {
    return list(read("outcomes/venue-binance.json"), "cases").stream()
        .filter(each -> id.equals(each.get("id")))
        .map(each -> String.valueOf(each.get("expected")))
        .findFirst()
        .orElseThrow();
  }
}
