package dev.bourse.itests.benchmarks;

import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataFormat;
import dev.bourse.api.model.Instrument;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Files without contents whose events are drawn, so that the store can import them. */
final class DrawnFormat implements DataFormat {
  static final String SUFFIX = ".drawn";

  private final Function<Instrument, DrawnCursor> events;

  DrawnFormat(Function<Instrument, DrawnCursor> events) {
    this.events = events;
  }

  @Override
  public String name() {
    return "drawn";
  }

  @Override
  public boolean recognises(Path file) {
    return file.toString().endsWith(SUFFIX);
  }

  @Override
  public Optional<Instrument> instrument(Path file) {
    return Optional.empty();
  }

  @Override
  public String symbol(Path file) {
    return "";
  }

  @Override
  public DataCursor open(Path file, Instrument instrument) {
    return events.apply(instrument);
  }
}
