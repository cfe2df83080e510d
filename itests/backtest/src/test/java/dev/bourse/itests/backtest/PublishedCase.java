package dev.bourse.itests.backtest;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A backtest that others published, from a folder that is not part of this repository.
 *
 * @param folder the folder of all cases
 * @param text what the case says
 */
record PublishedCase(Path folder, String text) {
  /** The case of an id; the test is skipped where the cases are not at hand. */
  static PublishedCase of(String id) throws IOException {
    Path folder = Path.of(System.getProperty("cases.dir", ""));
    Path file = folder.resolve("outcomes/published-backtests.json");
    assumeTrue(
        Files.isRegularFile(file),
        file + " is not at hand: start the test with -Dcases.dir=<folder of the cases>");
    String all = Files.readString(file);
    int from = all.indexOf("\"id\": \"" + id + "\"");
    int to = all.indexOf("\"id\": ", from + 1);
    return new PublishedCase(folder, all.substring(from, to < 0 ? all.length() : to));
  }

  /** A word or number behind a name. */
  String value(String name) {
    String rest = after(name).strip();
    String end = rest.startsWith("\"") ? "\"" : ",\n}";
    String value = rest.startsWith("\"") ? rest.substring(1) : rest;
    int to = 0;
    while (to < value.length() && end.indexOf(value.charAt(to)) < 0) {
      to++;
    }
    return value.substring(0, to).strip();
  }

  /** The texts of a list behind a name. */
  List<String> values(String name) {
    String rest = after(name);
    String list = rest.substring(rest.indexOf('[') + 1, rest.indexOf(']'));
    return Arrays.stream(list.split(",", -1)).map(each -> each.replace("\"", "").strip()).toList();
  }

  /** The numbers of one of several lists behind the same name. */
  List<BigDecimal> numbers(String name, int number) {
    String list = text.split("\"" + name + "\":", -1)[number + 1];
    String inside = list.substring(list.indexOf('[') + 1, list.indexOf(']'));
    return Arrays.stream(inside.split(",", -1)).map(String::strip).map(BigDecimal::new).toList();
  }

  /**
   * Rows of a file of market data whose day begins with a text, oldest first: {@code
   * day,open,high,low,close}. The test is skipped where the file is not at hand.
   */
  List<String> bars(String name, String days) throws IOException {
    Path file = folder.resolve("market-data").resolve(name);
    assumeTrue(
        Files.isRegularFile(file),
        file + " is not at hand: start the test with -Dcases.dir=<folder of the cases>");
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(days))
        .map(line -> String.join(",", Arrays.copyOf(line.split(",", -1), 5)))
        .sorted()
        .toList();
  }

  private String after(String name) {
    String key = "\"" + name + "\":";
    int at = text.indexOf(key);
    if (at < 0) {
      throw new IllegalArgumentException("the case has no " + name);
    }
    return text.substring(at + key.length());
  }
}
