package dev.bourse.library.ta4j;

import static dev.bourse.testkit.Instruments.BTCUSD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.testkit.StrategyBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The example of the README is a strategy that is compiled, and trades. */
@Tag("P8")
class ReadmeExampleTest {
  private static final Path SOURCE =
      Path.of("src/test/java/dev/bourse/library/ta4j/Reversion.java");

  @Test
  void theReadmeShowsWhatIsCompiledLineByLine() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String source = Files.readString(SOURCE);

    int begin = readme.indexOf("```java\n") + "```java\n".length();
    String example = readme.substring(begin, readme.indexOf("```\n", begin));

    assertThat(example).isEqualTo(source.substring(source.indexOf("/**")));
  }

  @Test
  void buysAfterAFallAndSellsAboveTheMean() {
    StrategyBench bench = new StrategyBench(BTCUSD);
    String calm = closes(IntStream.range(0, 200).map(i -> 1_000 + i % 2));
    String fall = closes(IntStream.range(0, 20).map(i -> 1_000 - 10 * i));
    String rise = closes(IntStream.range(0, 20).map(i -> 800 + 20 * i));

    bench.closes(new Reversion(bench), calm + " " + fall + " " + rise);

    assertThat(bench.asked()).hasSize(2);
    assertThat(bench.asked().get(0)).contains("BUY 0.1");
    assertThat(bench.asked().get(1)).contains("SELL 0.1");
    assertThat(bench.isFlat()).isTrue();
  }

  private static String closes(IntStream prices) {
    return prices.mapToObj(price -> price + ".00").collect(Collectors.joining(" "));
  }
}
