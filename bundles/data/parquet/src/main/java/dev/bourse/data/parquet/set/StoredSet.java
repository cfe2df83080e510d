package dev.bourse.data.parquet.set;

import dev.bourse.api.data.DataException;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.data.DataSet;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A folder with parts, as it was found.
 *
 * @param name the set's name
 * @param folder where it is
 * @param parts the parts that can be read, by instrument and time
 * @param problem why the set cannot be used, or empty
 */
public record StoredSet(String name, Path folder, List<Part> parts, String problem) {
  private static final Comparator<Part> ORDER =
      Comparator.comparing((Part each) -> each.instrument().id())
          .thenComparing(each -> each.span().first())
          .thenComparing(each -> each.span().last())
          .thenComparing(each -> each.span().firstId())
          .thenComparing(each -> each.table().path());

  /** Sorts the parts. */
  public StoredSet {
    parts = parts.stream().sorted(ORDER).toList();
  }

  /** The set as others see it. */
  public DataSet dataSet() {
    String kind = parts.isEmpty() ? "" : parts.get(0).content().kind().word();
    return new DataSet(name, instruments(), kind, folder.toString(), problem);
  }

  /** What the events are, empty for a set without parts. */
  public Optional<Content> content() {
    return parts.stream().findFirst().map(Part::content);
  }

  /** The newest rules of each instrument. */
  public List<Instrument> instruments() {
    Map<InstrumentId, Instrument> newest = new TreeMap<>();
    for (Part part : parts) {
      newest.merge(
          part.instrument().id(), part.instrument(), (a, b) -> b.version() > a.version() ? b : a);
    }
    return List.copyOf(newest.values());
  }

  /** The parts of one instrument, by time. */
  public List<Part> partsOf(InstrumentId id) {
    return parts.stream().filter(each -> each.instrument().id().equals(id)).toList();
  }

  /** Reads the part of the set that lies in a range; throws {@link DataException}. */
  public SetCursor open(DataRange range) {
    if (!problem.isEmpty()) {
      throw new DataException(problem);
    }
    List<InstrumentCursor> cursors = new ArrayList<>();
    long rows = 0;
    for (Instrument instrument : instruments()) {
      List<Part> touched =
          partsOf(instrument.id()).stream()
              .filter(each -> each.span().last() >= range.from())
              .filter(each -> each.span().first() < range.to())
              .toList();
      rows += touched.stream().mapToLong(each -> each.table().rows()).sum();
      cursors.add(new InstrumentCursor(touched, range));
    }
    return new SetCursor(name, new Merge(cursors), rows, SetHash.of(parts));
  }
}
