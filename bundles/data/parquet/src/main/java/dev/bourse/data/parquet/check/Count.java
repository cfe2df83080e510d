package dev.bourse.data.parquet.check;

import dev.bourse.api.data.CheckReport.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** How often one thing was found, and where the first few times. */
final class Count {
  private static final int PLACES = 5;

  private final String what;
  private final List<String> places = new ArrayList<>();
  private long count;

  Count(String what) {
    this.what = what;
  }

  /** One more, in words if it is among the first. */
  void add(long more, Supplier<String> place) {
    if (more > 0) {
      count += more;
      if (places.size() < PLACES) {
        places.add(place.get());
      }
    }
  }

  Finding finding() {
    return new Finding(what, count, places);
  }
}
