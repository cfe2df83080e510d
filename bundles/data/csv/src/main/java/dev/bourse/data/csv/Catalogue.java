package dev.bourse.data.csv;

import dev.bourse.api.data.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The descriptions in some folders, looked at anew on every call. A description whose text did not
 * change is not read again, so that its instrument stays one object.
 */
final class Catalogue {
  static final String ENDING = ".dataset";

  private static final int MAX_BYTES = 1 << 16;

  private final List<Path> folders;
  private Map<Path, Found> known = new HashMap<>();

  Catalogue(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /** All sets, by name; those that can be read before those that cannot. */
  synchronized List<Found> look() {
    Map<Path, Found> now = new HashMap<>();
    Map<String, Path> names = new HashMap<>();
    List<Found> all = new ArrayList<>();
    for (Path folder : folders) {
      Finder finder = Finder.in(folder);
      for (Path path : finder.found()) {
        if (!now.containsKey(path)) {
          Found found = found(path);
          now.put(path, found);
          all.add(checked(found, path, names.putIfAbsent(found.set().name(), path)));
        }
      }
      finder.failed().forEach((path, reason) -> all.add(bad(path, "", reason)));
    }
    known = now;
    all.sort(
        Comparator.comparing((Found each) -> each.set().name())
            .thenComparing(each -> !each.set().problem().isEmpty()));
    return List.copyOf(all);
  }

  private Found found(Path path) {
    String text;
    try {
      if (Files.size(path) > MAX_BYTES) {
        return bad(path, "", path + " is larger than " + MAX_BYTES + " bytes");
      }
      text = Files.readString(path);
    } catch (IOException e) {
      return bad(path, "", path + " cannot be read as UTF-8 text: " + e);
    }
    Found before = known.get(path);
    if (before != null && before.text().equals(text)) {
      return before;
    }
    try {
      return Found.good(text, DescriptionReader.read(path, text), "");
    } catch (DataException e) {
      return bad(path, text, String.valueOf(e.getMessage()));
    }
  }

  /** What depends on more than the text: whether the file is there, and the name free. */
  private static Found checked(Found found, Path path, @Nullable Path first) {
    Description description = found.description();
    if (description == null) {
      return found;
    }
    if (first != null) {
      return found.withProblem(
          path + ": the name \"" + description.name() + "\" is taken by " + first + "; rename one");
    }
    if (!Files.isReadable(description.file())) {
      return found.withProblem(
          path + ": the file " + description.file() + " is not there or cannot be read");
    }
    return found;
  }

  private static Found bad(Path path, String text, String problem) {
    String file = String.valueOf(path.getFileName());
    String name = file.endsWith(ENDING) ? file.substring(0, file.lastIndexOf('.')) : file;
    return Found.bad(text, name, path.toString(), problem);
  }
}
