package dev.bourse.testkit.exchange.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.testkit.exchange.Mishap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@code docs/exchange-adapter.md} shows is code that compiles and passes the kit. */
@Tag("P9")
class AdapterPageTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "exchange-adapter.md");
  private static final Path SOURCES =
      Path.of("src", "test", "java")
          .resolve(AdapterPageTest.class.getPackageName().replace('.', '/'));
  private static final Pattern SHOWN =
      Pattern.compile("<!-- (\\w+\\.java) -->\\n```java\\n(.*?)```", Pattern.DOTALL);

  @Test
  void everyPieceOfCodeOnThePageStandsInTheSourceThatItNames() throws IOException {
    String page = Files.readString(PAGE);

    List<MatchResult> pieces = SHOWN.matcher(page).results().toList();

    assertThat(pieces).hasSize(count(page, "```java"));
    for (MatchResult each : pieces) {
      String source = Files.readString(SOURCES.resolve(each.group(1)));
      assertThat(plain(source)).as(each.group(1)).contains(plain(each.group(2)));
    }
  }

  @Test
  void thePageNamesEveryMishap() throws IOException {
    List<String> named = Stream.of(Mishap.values()).map(each -> "`" + each + "`").toList();

    String page = Files.readString(PAGE);

    assertThat(page).contains(named);
  }

  private static int count(String page, String text) {
    return page.split(Pattern.quote(text), -1).length - 1;
  }

  /** Without indentation, which a page does not need. */
  private static String plain(String code) {
    return code.lines().map(String::strip).collect(Collectors.joining("\n"));
  }
}
