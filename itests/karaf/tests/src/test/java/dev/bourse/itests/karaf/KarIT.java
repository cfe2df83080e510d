package dev.bourse.itests.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bourse as one file, for those who have a Karaf of their own. */
@Tag("P3")
class KarIT {
  @TempDir Path folder;

  @Test
  void theKarDroppedIntoABareContainerWithoutNetworkBringsEveryFeature() throws Exception {
    try (BareKaraf karaf = BareKaraf.start(folder)) {
      Path hidden = karaf.file("deploy/.bourse.kar");
      Files.copy(
          Path.of(System.getProperty("bourse.container"), "bourse-features-all.kar"), hidden);

      Files.move(hidden, karaf.file("deploy/bourse.kar"), StandardCopyOption.ATOMIC_MOVE);
      Patience.until(
          "its commands answer", () -> karaf.shell("trader:list").contains("No traders yet"));

      List<String> features =
          Stream.of(karaf.shell("feature:list --no-format").split("\n", -1))
              .filter(line -> line.startsWith("bourse"))
              .filter(line -> !line.startsWith("bourse-venue-binance")) // only for who wants it
              .toList();
      assertThat(features)
          .hasSizeGreaterThan(12)
          .allSatisfy(line -> assertThat(line).contains("Started"));
    }
  }
}
