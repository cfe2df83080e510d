package dev.bourse.data.csv;

import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataException;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.data.DataSet;
import dev.bourse.api.data.HistoricalDataSource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Recorded market data in text files, each described by a {@code *.dataset} file beside it. The
 * folders are looked at on every call, so data can be added while everything runs.
 */
@Component(service = HistoricalDataSource.class)
public final class CsvData implements HistoricalDataSource {
  /** The system property with the folders, separated by commas. */
  public static final String FOLDERS = "bourse.data";

  private final Catalogue catalogue;

  /** Data in the folders that the system property {@value #FOLDERS} names. */
  @Activate
  public CsvData() {
    this(folders(System.getProperty(FOLDERS, "")));
  }

  /** Data in these folders; one that is not there yet is looked for again later. */
  public CsvData(List<Path> folders) {
    this.catalogue = new Catalogue(folders);
  }

  @Override
  public List<DataSet> list() {
    return catalogue.look().stream().map(Found::set).toList();
  }

  @Override
  public DataCursor open(DataRange range) {
    List<Found> all = catalogue.look();
    Found found =
        all.stream()
            .filter(each -> each.set().name().equals(range.name()))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(unknown(range.name(), all)));
    Description description = found.description();
    if (description == null || !found.set().problem().isEmpty()) {
      throw new DataException(found.set().problem());
    }
    return CsvCursor.open(description, range);
  }

  private static String unknown(String name, List<Found> all) {
    return "there is no data set \""
        + name
        + "\"; there "
        + (all.isEmpty()
            ? "is none: describe one in a *" + Catalogue.ENDING + " file in a data folder"
            : "are "
                + all.stream()
                    .map(each -> each.set().name())
                    .distinct()
                    .collect(Collectors.joining(", ")));
  }

  private static List<Path> folders(String property) {
    return Arrays.stream(property.split(",", -1))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .map(Path::of)
        .toList();
  }
}
