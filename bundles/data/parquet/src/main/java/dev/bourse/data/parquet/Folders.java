package dev.bourse.data.parquet;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The folders with recorded data. */
final class Folders {
  /** The system property that names them, separated by commas; the last is the user's. */
  private static final String PROPERTY = "bourse.data";

  private Folders() {}

  static List<Path> configured() {
    return Arrays.stream(System.getProperty(PROPERTY, "").split(",", -1))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .map(Path::of)
        .toList();
  }
}
