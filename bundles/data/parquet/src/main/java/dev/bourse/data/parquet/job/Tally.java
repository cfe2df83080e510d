package dev.bourse.data.parquet.job;

import dev.bourse.api.data.DataCounts;
import dev.bourse.api.data.StoredData;
import java.util.ArrayList;
import java.util.List;

/** What a job has stored so far. */
final class Tally {
  private final List<String> notes = new ArrayList<>();
  private DataCounts sum = new DataCounts(0, 0, 0, 0);
  private long first;
  private long last;

  void note(String sentence) {
    notes.add(sentence);
  }

  void add(String source, DataCounts counts, long from, long to) {
    sum =
        new DataCounts(
            sum.events() + counts.events(),
            sum.refused() + counts.refused(),
            sum.repeated() + counts.repeated(),
            sum.disordered() + counts.disordered());
    if (counts.events() > 0) {
      first = first == 0 ? from : Math.min(first, from);
      last = Math.max(last, to);
    }
    note(source + ": " + words(counts));
  }

  StoredData stored(String name) {
    return new StoredData(name, sum, first, last, notes);
  }

  private static String words(DataCounts counts) {
    StringBuilder text = new StringBuilder(counts.events() + " stored");
    append(text, counts.repeated(), "left out because they were there");
    append(text, counts.refused(), "refused");
    append(text, counts.disordered(), "out of order");
    return text.toString();
  }

  private static void append(StringBuilder text, long count, String what) {
    if (count > 0) {
      text.append(", ").append(count).append(' ').append(what);
    }
  }
}
