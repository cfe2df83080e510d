package dev.bourse.itests.karaf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What lies in a user's folder of configuration: each file's text and when it was written, so that
 * a file that was written again with the same text does not pass for untouched.
 */
record UsersFiles(Map<String, String> files) {
  static UsersFiles in(Path folder) throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String written = Files.getLastModifiedTime(file).toString();
        found.put(file.getFileName().toString(), written + "\n" + Files.readString(file));
      }
    }
    return new UsersFiles(found);
  }
}
