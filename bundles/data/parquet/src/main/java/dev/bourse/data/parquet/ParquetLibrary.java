package dev.bourse.data.parquet;

import dev.bourse.api.data.CheckReport;
import dev.bourse.api.data.DataArchive;
import dev.bourse.api.data.DataFormat;
import dev.bourse.api.data.DataJob;
import dev.bourse.api.data.DataLibrary;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.data.DownloadRequest;
import dev.bourse.api.data.HistoricalDataSource;
import dev.bourse.api.data.ImportRequest;
import dev.bourse.api.data.StoredData;
import dev.bourse.data.parquet.job.Checking;
import dev.bourse.data.parquet.job.Crew;
import dev.bourse.data.parquet.job.Downloading;
import dev.bourse.data.parquet.job.Exporting;
import dev.bourse.data.parquet.job.Importing;
import dev.bourse.data.parquet.job.Shelf;
import dev.bourse.data.parquet.job.Targets;
import dev.bourse.data.parquet.set.Sets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The store as a component: formats, archives and sources come and go, jobs are started. */
@Component(service = DataLibrary.class)
public final class ParquetLibrary implements DataLibrary {
  private final Shelf shelf = new Shelf();
  private final Crew crew = new Crew();
  private final Importing importing;
  private final Downloading downloading;
  private final Checking checking = new Checking(shelf, crew);
  private final Exporting exporting = new Exporting(shelf, crew);

  /** Stores into the last of the folders that the system property {@code bourse.data} names. */
  @Activate
  public ParquetLibrary() {
    this(Folders.configured());
  }

  /** Stores into the last of these folders. */
  public ParquetLibrary(List<Path> folders) {
    Targets targets = new Targets(new Sets(folders), shelf);
    this.importing = new Importing(targets, shelf, crew);
    this.downloading = new Downloading(targets, shelf, crew);
  }

  /** Ends all jobs. */
  @Deactivate
  public void deactivate() {
    crew.close();
  }

  /** A format came. */
  @Reference(
      service = DataFormat.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  public void addFormat(DataFormat format) {
    shelf.add(format);
  }

  /** A format left. */
  public void removeFormat(DataFormat format) {
    shelf.remove(format);
  }

  /** An archive came. */
  @Reference(
      service = DataArchive.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  public void addArchive(DataArchive archive, Map<String, Object> properties) {
    shelf.add(String.valueOf(properties.get(DataArchive.TYPE)), archive);
  }

  /** An archive left. */
  public void removeArchive(DataArchive archive) {
    shelf.remove(archive);
  }

  /** A source came. */
  @Reference(
      service = HistoricalDataSource.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  public void addSource(HistoricalDataSource source) {
    shelf.add(source);
  }

  /** A source left. */
  public void removeSource(HistoricalDataSource source) {
    shelf.remove(source);
  }

  @Override
  public DataJob<StoredData> add(ImportRequest request) {
    return importing.start(request);
  }

  @Override
  public DataJob<StoredData> download(DownloadRequest request) {
    return downloading.start(request);
  }

  @Override
  public DataJob<CheckReport> check(DataRange range) {
    return checking.start(range);
  }

  @Override
  public DataJob<List<Path>> export(DataRange range, Path folder) {
    return exporting.start(range, folder);
  }

  @Override
  public List<String> formats() {
    return shelf.formats();
  }

  @Override
  public List<String> archives() {
    return shelf.archives();
  }
}
