package dev.bourse.itests.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The state of a trader as {@code trader:info} shows it.
 *
 * @param epoch the number of its start
 * @param turns how many turns it has taken
 * @param hash the hash of its state after them; empty while the trader is too busy to reckon it
 */
record TraderPage(long epoch, long turns, String hash) {
  private static final Pattern EPOCH = Pattern.compile("(?m)^ *Start +epoch (\\d+)$");
  private static final Pattern TURNS = Pattern.compile("(?m)^ *Turns +(\\d+)$");
  private static final Pattern HASH = Pattern.compile("(?m)^ *State hash +([0-9a-f]{64})$");

  static TraderPage of(String text) {
    long epoch = Long.parseLong(find(EPOCH, text));
    return new TraderPage(epoch, Long.parseLong(find(TURNS, text)), hash(text));
  }

  /** What the log says when exactly this state was recovered. */
  String recovered(String trader) {
    return "Trader "
        + trader
        + " recovered: replayed .* turns through %d, state hash %s".formatted(turns - 1, hash);
  }

  private static String hash(String text) {
    Matcher matcher = HASH.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static String find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }
}
