package dev.bourse.data.parquet.set;

import dev.bourse.api.model.Instrument;
import java.util.ArrayList;
import java.util.List;

/** Whether the parts of a set fit together. Pure function. */
final class Harmony {
  private Harmony() {}

  /** What does not fit, a sentence each. */
  static List<String> problems(StoredSet set) {
    List<String> problems = new ArrayList<>();
    for (Part part : set.parts()) {
      Content first = set.parts().get(0).content();
      if (!part.content().equals(first)) {
        problems.add(
            part.table().path()
                + " holds "
                + part.content()
                + ", but the set holds "
                + first
                + "; move it to another set");
      }
    }
    for (Instrument instrument : set.instruments()) {
      List<Part> parts = set.partsOf(instrument.id());
      for (int i = 1; i < parts.size(); i++) {
        if (parts.get(i).span().first() < parts.get(i - 1).span().last()) {
          problems.add(
              parts.get(i).table().path()
                  + " begins before "
                  + parts.get(i - 1).table().path()
                  + " ends; remove one of them");
        }
      }
    }
    return problems;
  }
}
