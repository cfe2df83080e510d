package dev.bourse.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.testkit.process.ChildProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("K2")
class DeterminismTest {
  @TempDir Path folder;

  private static Map<String, String> run(Path into, String timeZone) throws IOException {
    List<String> options = List.of("-Duser.timezone=" + timeZone, "-Duser.language=tr");
    String id;
    try (ChildProcess child =
        ChildProcess.start(RunOnce.class, options, List.of(into.toString()))) {
      id = child.nextLine(Duration.ofMinutes(2));
    }
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(into.resolve(id))) {
      for (Path file : files.toList()) {
        contents.put(id + "/" + file.getFileName(), Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return contents;
  }

  @Test
  void twoRunsInTwoJvmsWriteTheSameBytes() throws IOException {
    Path one = folder.resolve("one");
    Path other = folder.resolve("other");

    Map<String, String> first = run(one, "UTC");
    Map<String, String> second = run(other, "Asia/Tokyo");

    assertThat(first).hasSize(11);
    assertThat(second).isEqualTo(first);
  }
}
