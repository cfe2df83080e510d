package dev.bourse.data.csv;

import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataException;
import dev.bourse.api.data.DataFormat;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.model.Instrument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Any text file that a {@code .dataset} file describes; what is named is the description. */
@Component(service = DataFormat.class)
public final class DescribedFormat implements DataFormat {
  /** For the framework. */
  @Activate
  public DescribedFormat() {}

  @Override
  public String name() {
    return "dataset";
  }

  @Override
  public boolean recognises(Path file) {
    return file.toString().endsWith(Catalogue.ENDING);
  }

  @Override
  public Optional<Instrument> instrument(Path file) {
    return Optional.of(read(file).instrument());
  }

  @Override
  public String symbol(Path file) {
    return "";
  }

  @Override
  public boolean isCapture(Path file) {
    return read(file).kind() == Kind.CAPTURE;
  }

  @Override
  public DataCursor open(Path file, Instrument instrument) {
    Description told = read(file);
    if (ContractColumns.isIn(told.layout())) {
      throw new DataException(
          file
              + " has columns of mark prices or funding rates, which the store does not keep; trade"
              + " over the description itself, or take those columns out");
    }
    Description wanted =
        new Description(
            told.name(),
            told.file(),
            told.kind(),
            told.layout(),
            told.time(),
            instrument,
            told.policies());
    return CsvCursor.open(wanted, DataRange.all(told.name()));
  }

  private static Description read(Path file) {
    try {
      return DescriptionReader.read(file, Files.readString(file));
    } catch (IOException e) {
      throw new DataException(file + " cannot be read as UTF-8 text: " + e, e);
    }
  }
}
