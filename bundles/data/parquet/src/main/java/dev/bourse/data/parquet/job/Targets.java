package dev.bourse.data.parquet.job;

import dev.bourse.api.data.DataException;
import dev.bourse.data.parquet.set.Sets;
import dev.bourse.data.parquet.set.StoredSet;
import java.util.List;
import java.util.regex.Pattern;

/** The sets that can be written into. Any thread. */
public final class Targets {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,39}");

  private final Sets sets;
  private final Shelf shelf;

  /** Sets of the store; names that other sources use are refused. */
  public Targets(Sets sets, Shelf shelf) {
    this.sets = sets;
    this.shelf = shelf;
  }

  /** The set of a name as it is now, or a new one; throws what speaks against writing into it. */
  StoredSet find(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "name \""
              + name
              + "\" must be 1 to 40 letters, digits, '-', '_' or '.', and not begin with '-' or"
              + " '.'");
    }
    StoredSet set =
        sets.find(name).orElseGet(() -> new StoredSet(name, sets.place(name), List.of(), ""));
    if (!set.problem().isEmpty()) {
      throw new DataException(set.problem());
    }
    if (set.parts().isEmpty() && shelf.has(name)) {
      throw new DataException(
          "the name \"" + name + "\" is taken by a data set of another kind; choose another");
    }
    return set;
  }
}
