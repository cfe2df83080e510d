package dev.bourse.data.parquet.set;

import dev.bourse.api.data.DataCounts;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.model.Instrument;
import dev.bourse.data.parquet.file.TableWriter;
import java.io.IOException;
import java.nio.file.Path;

/** A part that is being written, under a name that nobody looks at until it is whole. */
final class PartWriter implements AutoCloseable {
  private final Path folder;
  private final Instrument instrument;
  private final Content content;
  private final Path hidden;
  private final TableWriter table;
  private final EventRows rows;
  private Span span;

  /**
   * Begins a part.
   *
   * @param content what its events are
   * @param first tells what all others are like
   */
  PartWriter(Path folder, Instrument instrument, Content content, MarketEvent first)
      throws IOException {
    this.folder = folder;
    this.instrument = instrument;
    this.content = content;
    this.span = Span.of(first);
    this.hidden = Disk.hidden(folder, Disk.partName(instrument.id(), first.eventTime()));
    boolean mixed = content.kind() == Kind.CAPTURE;
    Ids ids = mixed ? Ids.NONE : RowWriter.ids(first);
    this.table = TableWriter.create(hidden, Layout.columns(content, instrument, ids));
    this.rows = mixed ? new CaptureWriter(table) : new RowWriter(table, ids);
  }

  void add(MarketEvent event) throws IOException {
    rows.write(event);
    span = span.with(event);
  }

  Span span() {
    return span;
  }

  /** Ends the file; it is on the disk then, still hidden. */
  void finish(String source, DataCounts counts) throws IOException {
    table.finish(Part.words(content, instrument, span, source, counts));
  }

  /** Gives the file its name. */
  void appear() throws IOException {
    Disk.appear(hidden, folder, Disk.partName(instrument.id(), span.first()));
  }

  /** Removes what did not appear. */
  @Override
  public void close() throws IOException {
    table.close();
    Disk.remove(hidden);
  }
}
