package dev.bourse.backtest.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders. */
final class Folders {
  private Folders() {}

  /** Puts a folder in the place of another by renaming; the other one goes. */
  static synchronized void replace(Path draft, Path place) throws IOException {
    if (Files.exists(place)) {
      Path old = draft.resolveSibling(draft.getFileName() + ".old");
      Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
      Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
      delete(old);
    } else {
      Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Removes a folder and what is in it; nothing happens if there is none. */
  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (Path each : deepestFirst(folder)) {
        Files.deleteIfExists(each);
      }
    }
  }

  private static List<Path> deepestFirst(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
