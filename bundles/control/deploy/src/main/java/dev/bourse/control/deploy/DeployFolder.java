package dev.bourse.control.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The deploy folder at one look after the other. A file is judged once nobody wrote to it between
 * two looks, and every version of it once.
 */
final class DeployFolder {
  private final Path folder;
  private Set<DroppedFile> before = Set.of();
  private Set<DroppedFile> judged = Set.of();

  DeployFolder(Path folder) {
    this.folder = folder;
  }

  /** Sentences about files that are new and can never become bundles. */
  List<String> look() throws IOException {
    Set<DroppedFile> now = files();
    List<String> faults = new ArrayList<>();
    Set<DroppedFile> done = byPath();
    for (DroppedFile file : now) {
      if (judged.contains(file)) {
        done.add(file);
      } else if (before.contains(file)) {
        file.fault().ifPresent(faults::add);
        done.add(file);
      }
    }
    before = now;
    judged = done;
    return faults;
  }

  private Set<DroppedFile> files() throws IOException {
    Set<DroppedFile> found = byPath();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> paths = Files.list(folder)) {
        for (Path path : paths.filter(DeployFolder::visible).toList()) {
          found.add(DroppedFile.of(path));
        }
      }
    }
    return found;
  }

  private static boolean visible(Path path) {
    return Files.isRegularFile(path) && !path.getFileName().toString().startsWith(".");
  }

  private static Set<DroppedFile> byPath() {
    return new TreeSet<>(
        Comparator.comparing(DroppedFile::path)
            .thenComparing(DroppedFile::size)
            .thenComparing(DroppedFile::modified));
  }
}
