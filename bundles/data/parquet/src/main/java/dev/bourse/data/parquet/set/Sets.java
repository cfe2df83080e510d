package dev.bourse.data.parquet.set;

import dev.bourse.api.data.DataException;
import dev.bourse.api.model.Instrument;
import dev.bourse.data.parquet.file.Table;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The sets in some folders, looked at anew on every call. A footer is read once as long as size and
 * time of its file stay, so that its instrument stays one object. Any thread.
 */
public final class Sets {
  /** What the name of a set's folder ends with. */
  public static final String ENDING = ".set";

  /** What the name of a part ends with. */
  static final String PART = ".parquet";

  private final List<Path> folders;
  private final Map<Instrument, Instrument> rules = new HashMap<>();
  private Map<Path, Known> known = new HashMap<>();

  /** The sets in these folders; one that is not there yet is looked for again later. */
  public Sets(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /** All sets, by name. */
  public synchronized List<StoredSet> look() {
    Map<Path, Known> now = new HashMap<>();
    Set<String> names = new HashSet<>();
    List<StoredSet> sets = new ArrayList<>();
    for (Path folder : folders) {
      for (Path each : children(folder, ENDING)) {
        if (Files.isDirectory(each) && !now.containsKey(each)) {
          sets.add(unique(set(each, now), names));
        }
      }
    }
    known = now;
    sets.sort(Comparator.comparing(StoredSet::name).thenComparing(StoredSet::problem));
    return List.copyOf(sets);
  }

  /** The set of a name. */
  public Optional<StoredSet> find(String name) {
    return look().stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** Where a new set is to be made: in the last of the folders, which is the user's. */
  public Path place(String name) {
    if (folders.isEmpty()) {
      throw new DataException(
          "there is no folder for recorded data; name one with the system property bourse.data");
    }
    return folders.get(folders.size() - 1).resolve(name + ENDING);
  }

  private StoredSet set(Path folder, Map<Path, Known> now) {
    String file = String.valueOf(folder.getFileName());
    String name = file.substring(0, file.length() - ENDING.length());
    List<Part> parts = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path each : children(folder, PART)) {
      try {
        parts.add(part(each, now));
      } catch (DataException | IOException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    StoredSet set = new StoredSet(name, folder, parts, "");
    if (problems.isEmpty()) {
      problems.addAll(Harmony.problems(set));
    }
    return problems.isEmpty() ? set : new StoredSet(name, folder, parts, problems.get(0));
  }

  private Part part(Path path, Map<Path, Known> now) throws IOException {
    Known before = known.get(path);
    long size = Files.size(path);
    FileTime time = Files.getLastModifiedTime(path);
    Known found =
        before != null && before.size() == size && before.time().equals(time)
            ? before
            : new Known(size, time, shared(Part.of(Table.read(path))));
    now.put(path, found);
    return found.part();
  }

  /** The same rules are the same object, also in many parts. */
  private Part shared(Part part) {
    Instrument first = rules.putIfAbsent(part.instrument(), part.instrument());
    return first == null
        ? part
        : new Part(part.table(), part.content(), first, part.span(), part.source(), part.counts());
  }

  private static StoredSet unique(StoredSet set, Set<String> names) {
    return names.add(set.name())
        ? set
        : new StoredSet(
            set.name(),
            set.folder(),
            set.parts(),
            set.folder()
                + ": the name \""
                + set.name()
                + "\" is taken by another folder; rename"
                + " one");
  }

  private static List<Path> children(Path folder, String ending) {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> children = Files.newDirectoryStream(folder, "*" + ending)) {
        children.forEach(found::add);
      } catch (IOException e) {
        throw new DataException(folder + " cannot be looked at: " + e.getMessage(), e);
      }
    }
    found.sort(Comparator.naturalOrder());
    return found;
  }

  /** A part that was read before. */
  private record Known(long size, FileTime time, Part part) {}
}
