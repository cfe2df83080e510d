package dev.bourse.data.parquet.check;

import dev.bourse.api.data.CheckReport;
import dev.bourse.api.data.CheckReport.Finding;
import dev.bourse.api.data.DataCounts;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.model.InstrumentId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything that was found in a set. */
public final class Inspection {
  private final Map<String, Count> counts = new LinkedHashMap<>();
  private final Map<InstrumentId, Look> looks = new TreeMap<>();
  private long events;
  private long first;
  private long last;

  /** Nothing was seen yet. */
  public Inspection() {}

  /** Looks at the next event. */
  public void see(MarketEvent event) {
    first = events == 0 ? event.eventTime() : first;
    last = event.eventTime();
    events++;
    looks.computeIfAbsent(event.instrument().id(), id -> new Look(this)).see(event);
  }

  /** Reading ended before the set did. */
  public void brokenOff(String sentence) {
    count("reading ended early").add(1, () -> sentence);
  }

  /** What the source itself left out or corrected. */
  public void source(DataCounts source) {
    String where = "left out or corrected while reading";
    count("refused by the source").add(source.refused(), () -> where);
    count("repeats left out by the source").add(source.repeated(), () -> where);
    count("disorder corrected by the source").add(source.disordered(), () -> where);
  }

  /** The report so far. */
  public CheckReport report(String name, String kind) {
    List<Finding> findings = new ArrayList<>();
    counts.values().forEach(each -> findings.add(each.finding()));
    return new CheckReport(name, kind, events, first, last, findings);
  }

  Count count(String what) {
    return counts.computeIfAbsent(what, Count::new);
  }
}
