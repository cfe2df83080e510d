package dev.bourse.api.data;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files to store. The rules of the instrument come from {@code like}, changed by {@code rules}; or
 * from {@code rules} alone; or from the set itself if it has the instrument already; or from the
 * file, if its format has them. They are never guessed.
 *
 * @param name the set to make or to add to
 * @param files the files, in the order of their data
 * @param format the name of their format; empty to tell it by each file
 * @param like a data set whose instrument's rules count; empty for none
 * @param rules rules by the keys of {@link InstrumentRules}
 */
public record ImportRequest(
    String name, List<Path> files, String format, String like, Map<String, String> rules) {
  /** Keeps ordered copies. */
  public ImportRequest {
    files = List.copyOf(files);
    rules = Collections.unmodifiableMap(new TreeMap<>(rules));
  }
}
