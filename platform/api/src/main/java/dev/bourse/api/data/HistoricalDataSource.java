package dev.bourse.api.data;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Sets of recorded market data. A service; the methods may be called from any thread. */
@ConsumerType
public interface HistoricalDataSource {
  /** All sets that can be read now, by name. */
  List<DataSet> list();

  /**
   * Opens a set; throws {@link DataException} with file, line and reason if it cannot be read, or
   * {@link IllegalArgumentException} if there is no set of that name.
   */
  DataCursor open(DataRange range);
}
