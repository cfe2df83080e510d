package dev.bourse.control.shell.data;

import dev.bourse.api.data.DataSet;
import dev.bourse.control.shell.text.Table;
import java.util.List;
import java.util.stream.Collectors;

/** Data sets. */
final class DataTable {
  private DataTable() {}

  static Table of(List<DataSet> sets) {
    Table table =
        Table.orElse("No data sets. Make one with data:download or data:import.")
            .words("Data set", "Kind", "Instruments", "Location", "Problem");
    for (DataSet set : sets) {
      table.row(
          set.name(),
          set.kind(),
          set.instruments().stream()
              .map(instrument -> instrument.id().toString())
              .collect(Collectors.joining(" ")),
          set.location(),
          set.problem());
    }
    return table;
  }
}
