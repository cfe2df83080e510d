package dev.bourse.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.risk.DenialCode;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page about orders names every code that the platform itself can answer with. */
@Tag("N24")
class DenialCodePageTest {
  @Test
  void everyCodeIsExplainedOnThePage() throws IOException {
    String page = Files.readString(Path.of("..", "..", "docs", "orders.md"));

    List<String> codes =
        Arrays.stream(DenialCode.class.getDeclaredFields())
            .filter(field -> field.getType() == DenialCode.class)
            .filter(field -> Modifier.isPublic(field.getModifiers()))
            .map(Field::getName)
            .toList();

    assertThat(codes).hasSizeGreaterThan(25).allMatch(code -> page.contains("`" + code + "`"));
  }
}
