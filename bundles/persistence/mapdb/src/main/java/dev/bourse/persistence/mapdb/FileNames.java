package dev.bourse.persistence.mapdb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of a store's files; numbers in them are padded, so that they sort. */
final class FileNames {
  static final String LOCK = "lock";
  static final String TEMPORARY = ".tmp";
  static final String DAMAGED = ".damaged";
  private static final Pattern SEGMENT = Pattern.compile("journal-(\\d{10})\\.log");
  private static final Pattern ANY_SEGMENT = Pattern.compile("(?:journal|archive)-(\\d{10})\\D.*");

  private FileNames() {}

  /** The name of a raw segment. */
  static String segment(int number) {
    return "journal-%010d.log".formatted(number);
  }

  /** The number of a raw segment with a name, or nothing if it is another kind of file. */
  static Optional<Integer> segmentNumber(String name) {
    Matcher matcher = SEGMENT.matcher(name);
    return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }

  /** The number of a segment, raw, sealed or put aside, or 0 for another kind of file. */
  static int anySegmentNumber(String name) {
    Matcher matcher = ANY_SEGMENT.matcher(name);
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  /** Where a damaged file is put aside; a name that is not taken yet. */
  static Path damaged(Disk disk, Path file) throws IOException {
    Path directory = parent(file);
    List<String> taken = disk.list(directory);
    String base = file.getFileName().toString();
    String name = base + DAMAGED;
    for (int i = 2; taken.contains(name); i++) {
      name = base + "." + i + DAMAGED;
    }
    return directory.resolve(name);
  }

  /** The directory of a file. */
  static Path parent(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file : parent;
  }
}
