package dev.bourse.data.parquet.text;

import dev.bourse.api.data.DataException;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.model.Instrument;
import dev.bourse.data.parquet.set.Disk;
import dev.bourse.data.parquet.set.Times;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of text with the events of one instrument, and its description. */
public final class TextFile implements AutoCloseable {
  private final Path target;
  private final Path hidden;
  private final Instrument instrument;
  private final String description;
  private final boolean capture;
  private final boolean ids;
  private final BufferedWriter out;

  private TextFile(Path target, String name, MarketEvent first, boolean capture)
      throws IOException {
    this.target = target;
    this.hidden = target.resolveSibling(target.getFileName() + ".part");
    this.instrument = first.instrument();
    this.capture = capture;
    this.ids = Rows.hasId(first);
    String file = String.valueOf(target.getFileName());
    this.description =
        capture
            ? Description.ofCapture(name, file, instrument)
            : Description.of(
                name,
                file,
                Rows.kind(first),
                Rows.header(first, ids),
                first instanceof Bar bar ? bar.interval() : null,
                instrument);
    this.out = Files.newBufferedWriter(hidden, StandardCharsets.UTF_8);
    if (!capture) {
      out.write(Rows.header(first, ids));
      out.write('\n');
    }
  }

  /**
   * Begins a file.
   *
   * @param folder where to
   * @param name the name of the set that the description gives
   * @param first an event like all others
   * @param capture whether events of other kinds follow, books among them
   */
  public static TextFile create(Path folder, String name, MarketEvent first, boolean capture)
      throws IOException {
    return new TextFile(folder.resolve(name + (capture ? ".txt" : ".csv")), name, first, capture);
  }

  /** Writes a line. */
  public void write(MarketEvent event) throws IOException {
    if (event.instrument().priceDecimals() != instrument.priceDecimals()
        || event.instrument().quantityDecimals() != instrument.quantityDecimals()
        || !event.instrument().tickSize().equals(instrument.tickSize())
        || !event.instrument().stepSize().equals(instrument.stepSize())) {
      throw new DataException(
          instrument.id()
              + " has other rules from "
              + Times.text(event.eventTime())
              + " on, which one description cannot say; export up to there and from there on");
    }
    out.write(capture ? Frames.line(event) : Rows.line(event, ids));
    out.write('\n');
  }

  /** Ends file and description, durably; the file. */
  public Path finish() throws IOException {
    out.close();
    Disk.replace(hidden, target);
    Path described = target.resolveSibling(target.getFileName() + ".dataset.part");
    Files.writeString(described, description);
    String name = String.valueOf(target.getFileName()).replaceFirst("\\.(csv|txt)$", ".dataset");
    Disk.replace(described, target.resolveSibling(name));
    return target;
  }

  /** Removes what was not finished. */
  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(hidden);
  }
}
