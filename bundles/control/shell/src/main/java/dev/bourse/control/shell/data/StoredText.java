package dev.bourse.control.shell.data;

import dev.bourse.api.data.DataCounts;
import dev.bourse.api.data.StoredData;
import dev.bourse.control.shell.text.Display;
import dev.bourse.control.shell.text.Sheet;
import dev.bourse.control.shell.text.Table;

/** What was stored. Pure functions. */
final class StoredText {
  private StoredText() {}

  static String page(StoredData stored) {
    DataCounts counts = stored.counts();
    Sheet page = new Sheet();
    if (counts.events() == 0) {
      page.line("Nothing new for data set " + stored.name() + ".");
    } else {
      page.line(
          Display.count(counts.events(), "event")
              + " stored in data set "
              + stored.name()
              + ", "
              + Display.time(stored.first())
              + " to "
              + Display.time(stored.last())
              + ".");
    }
    page.pair("Left out because they were there", some(counts.repeated()))
        .pair("Refused", some(counts.refused()))
        .pair("Out of order", some(counts.disordered()));
    stored.notes().forEach(page::sentence);
    return page.line("Look for gaps with: data:check " + stored.name()).text();
  }

  static String json(StoredData stored) {
    DataCounts counts = stored.counts();
    return Table.orElse("")
        .words("Data set", "First", "Last")
        .numbers("Stored", "Repeated", "Refused", "Disordered")
        .words("Notes")
        .row(
            stored.name(),
            counts.events() == 0 ? "" : Display.time(stored.first()),
            counts.events() == 0 ? "" : Display.time(stored.last()),
            counts.events(),
            counts.repeated(),
            counts.refused(),
            counts.disordered(),
            String.join("; ", stored.notes()))
        .json();
  }

  private static String some(long count) {
    return count == 0 ? "" : String.valueOf(count);
  }
}
