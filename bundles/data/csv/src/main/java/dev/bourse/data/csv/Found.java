package dev.bourse.data.csv;

import dev.bourse.api.data.DataSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a description file turned out to be.
 *
 * @param text what stood in it
 * @param description what it says, null if it cannot be understood
 * @param set what others see
 */
record Found(String text, @Nullable Description description, DataSet set) {
  static Found good(String text, Description description, String problem) {
    return new Found(
        text,
        description,
        new DataSet(
            description.name(),
            List.of(description.instrument()),
            description.kind().name().toLowerCase(Locale.ROOT),
            description.file().toString(),
            problem));
  }

  static Found bad(String text, String name, String location, String problem) {
    return new Found(text, null, new DataSet(name, List.of(), "", location, problem));
  }

  Found withProblem(String problem) {
    return new Found(
        text,
        description,
        new DataSet(set.name(), set.instruments(), set.kind(), set.location(), problem));
  }
}
