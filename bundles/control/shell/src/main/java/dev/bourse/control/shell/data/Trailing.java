package dev.bourse.control.shell.data;

import java.util.List;

/**
 * Words of which the first are arguments and the rest are options.
 *
 * @param arguments up to the first option
 * @param options from the first option on
 */
record Trailing(List<String> arguments, List<String> options) {
  static Trailing of(List<String> words) {
    int at = 0;
    while (at < words.size() && !words.get(at).startsWith("-")) {
      at++;
    }
    return new Trailing(
        List.copyOf(words.subList(0, at)), List.copyOf(words.subList(at, words.size())));
  }
}
