package dev.bourse.persistence.mapdb;

import dev.bourse.api.persistence.PersistenceBackend;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreSpec;
import java.time.Duration;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Opens stores in directories of this machine. */
@Component(service = PersistenceBackend.class, property = PersistenceBackend.TYPE + "=mapdb")
public final class MapDbBackend implements PersistenceBackend {
  private static final Duration RETRY = Duration.ofSeconds(5);
  private final Disk disk;
  private final Function<String, Chores> chores;
  private final Duration retry;

  /** On this machine's disk, with one background thread per store. */
  @Activate
  public MapDbBackend() {
    this(new RealDisk(), ChoreThread::new, RETRY);
  }

  /** On any disk; a full one is tried again after a while. */
  MapDbBackend(Disk disk, Function<String, Chores> chores, Duration retry) {
    this.disk = disk;
    this.chores = chores;
    this.retry = retry;
  }

  @Override
  public Store open(StoreSpec spec) {
    return new StoreOpening(disk, spec, chores, retry).open();
  }
}
