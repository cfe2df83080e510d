package dev.bourse.api.data;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The store of recorded data: takes files in, fetches what venues publish, looks for what is wrong
 * and gives it out again. Its sets are read through {@link HistoricalDataSource} like all others. A
 * service; the methods may be called from any thread and return at once. What is wrong with a
 * request is an {@link IllegalArgumentException} or a {@link DataException} with a sentence, thrown
 * here or carried by the job.
 */
@ProviderType
public interface DataLibrary {
  /** Stores the events of files in a set, new or grown; each file wholly or not at all. */
  DataJob<StoredData> add(ImportRequest request);

  /** Stores what a venue publishes; what is stored already is not fetched again. */
  DataJob<StoredData> download(DownloadRequest request);

  /** Reads a set of any source and reports what is missing, repeated, disordered or absurd. */
  DataJob<CheckReport> check(DataRange range);

  /**
   * Writes a set of any source as text, one file per instrument with a description beside it that
   * lets it be read again. The result names the files.
   *
   * @param range the set and the part of it
   * @param folder where to; it is made if it is not there
   */
  DataJob<List<Path>> export(DataRange range, Path folder);

  /** The names of formats that files can be in, sorted. */
  List<String> formats();

  /** The names of venues' archives that can be fetched from, sorted. */
  List<String> archives();
}
