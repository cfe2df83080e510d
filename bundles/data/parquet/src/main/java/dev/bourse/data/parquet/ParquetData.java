package dev.bourse.data.parquet;

import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.data.DataSet;
import dev.bourse.api.data.HistoricalDataSource;
import dev.bourse.data.parquet.set.Sets;
import dev.bourse.data.parquet.set.StoredSet;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The sets of the store. Their folders are looked at on every call. */
@Component(service = HistoricalDataSource.class)
public final class ParquetData implements HistoricalDataSource {
  private final Sets sets;

  /** Sets in the folders that the system property {@code bourse.data} names. */
  @Activate
  public ParquetData() {
    this(Folders.configured());
  }

  /** Sets in these folders. */
  public ParquetData(List<Path> folders) {
    this.sets = new Sets(folders);
  }

  @Override
  public List<DataSet> list() {
    return sets.look().stream().map(StoredSet::dataSet).toList();
  }

  @Override
  public DataCursor open(DataRange range) {
    return sets.find(range.name())
        .orElseThrow(() -> new IllegalArgumentException(unknown(range.name())))
        .open(range);
  }

  private String unknown(String name) {
    String known = sets.look().stream().map(StoredSet::name).collect(Collectors.joining(", "));
    return "there is no stored data set \""
        + name
        + "\"; there "
        + (known.isEmpty()
            ? "is none: make one with data:import or data:download"
            : "are " + known);
  }
}
