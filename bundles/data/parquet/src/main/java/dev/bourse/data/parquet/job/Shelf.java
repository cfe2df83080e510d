package dev.bourse.data.parquet.job;

import dev.bourse.api.data.DataArchive;
import dev.bourse.api.data.DataFormat;
import dev.bourse.api.data.DataSet;
import dev.bourse.api.data.HistoricalDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The formats, archives and sources that are installed now. Any thread. */
public final class Shelf {
  private final Map<String, DataArchive> archives = new ConcurrentSkipListMap<>();
  private final List<DataFormat> formats = new CopyOnWriteArrayList<>();
  private final List<HistoricalDataSource> sources = new CopyOnWriteArrayList<>();

  /** Nothing is installed yet. */
  public Shelf() {}

  /** A format came. */
  public void add(DataFormat format) {
    formats.add(format);
  }

  /** A format left. */
  @SuppressWarnings("ReferenceEquality") // a service is an identity
  public void remove(DataFormat format) {
    formats.removeIf(each -> each == format);
  }

  /** A source came. */
  public void add(HistoricalDataSource source) {
    sources.add(source);
  }

  /** A source left. */
  @SuppressWarnings("ReferenceEquality") // a service is an identity
  public void remove(HistoricalDataSource source) {
    sources.removeIf(each -> each == source);
  }

  /** An archive came. */
  public void add(String name, DataArchive archive) {
    archives.put(name, archive);
  }

  /** An archive left. */
  public void remove(DataArchive archive) {
    archives.values().remove(archive);
  }

  /** The names of all formats. */
  public List<String> formats() {
    return formats.stream().map(DataFormat::name).sorted().toList();
  }

  /** The names of all archives. */
  public List<String> archives() {
    return List.copyOf(archives.keySet());
  }

  DataFormat format(String name) {
    return formats.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(absent("format", name, formats())));
  }

  /** The format that a file's name shows. */
  DataFormat formatOf(Path file) {
    return formats.stream()
        .filter(each -> each.recognises(file))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the name of "
                        + file
                        + " does not show what is in it; say it with --format, one of "
                        + String.join(", ", formats())));
  }

  DataArchive archive(String name) {
    DataArchive archive = archives.get(name);
    if (archive == null) {
      throw new IllegalArgumentException(absent("archive", name, archives()));
    }
    return archive;
  }

  /** The source that has a set. */
  HistoricalDataSource source(String set) {
    TreeSet<String> known = new TreeSet<>();
    for (HistoricalDataSource source : sources) {
      for (DataSet each : source.list()) {
        known.add(each.name());
        if (each.name().equals(set)) {
          return source;
        }
      }
    }
    throw new IllegalArgumentException(absent("data set", set, List.copyOf(known)));
  }

  /** Whether any source has a set with something in it by this name. */
  boolean has(String name) {
    return sources.stream()
        .flatMap(source -> source.list().stream())
        .anyMatch(each -> each.name().equals(name) && !each.kind().isEmpty());
  }

  /** A set of any source. */
  DataSet set(String name) {
    return source(name).list().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(absent("data set", name, List.of())));
  }

  private static String absent(String what, String name, List<String> known) {
    String there = known.isEmpty() ? "none is there" : "known are " + String.join(", ", known);
    return "there is no " + what + " \"" + name + "\": " + there;
  }
}
