package dev.bourse.data.parquet.job;

import dev.bourse.api.data.CheckReport;
import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataException;
import dev.bourse.api.data.DataJob;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.data.DataSet;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.data.parquet.check.Inspection;

/** Reads a set of any source and looks for what is wrong. */
public final class Checking {
  private static final int BETWEEN = 1024;

  private final Shelf shelf;
  private final Crew crew;

  /** Checks the sets of these sources. */
  public Checking(Shelf shelf, Crew crew) {
    this.shelf = shelf;
    this.crew = crew;
  }

  /** Begins to read. */
  public DataJob<CheckReport> start(DataRange range) {
    DataSet set = shelf.set(range.name());
    if (!set.problem().isEmpty()) {
      throw new DataException(set.problem());
    }
    return crew.read("check", work -> run(range, set, work));
  }

  private CheckReport run(DataRange range, DataSet set, Work<CheckReport> work) {
    Inspection inspection = new Inspection();
    work.at(range.name(), 0);
    try (DataCursor cursor = shelf.source(range.name()).open(range)) {
      try {
        read(cursor, inspection, work);
      } catch (DataException e) {
        inspection.brokenOff(String.valueOf(e.getMessage()));
      }
      inspection.source(cursor.counts());
    }
    return inspection.report(range.name(), set.kind());
  }

  private static void read(DataCursor cursor, Inspection inspection, Work<CheckReport> work) {
    int read = 0;
    for (MarketEvent event = cursor.next(); event != null; event = cursor.next()) {
      inspection.see(event);
      read++;
      if (read == BETWEEN) {
        work.read(read);
        work.at(null, cursor.progress());
        read = 0;
      }
    }
    work.read(read);
  }
}
