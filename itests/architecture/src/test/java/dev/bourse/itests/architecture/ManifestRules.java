package dev.bourse.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the jars say about themselves. */
class ManifestRules {
  @Test
  void theApiTheEngineAndTheCoreAreAmongTheJars() {
    Stream<String> names = Jar.all().map(Jar::module);

    assertThat(names).contains(House.API, "dev.bourse.engine", House.CORE);
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void theSymbolicNameIsTheRootPackage(Jar bundle) {
    assertThat(bundle.symbolicName()).isEqualTo(bundle.module());
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void onlyTheApiAndLibrariesExportPackages(Jar bundle) {
    if (bundle.module().equals(House.API)) {
      assertThat(bundle.exports())
          .isNotEmpty()
          .allMatch(name -> name.startsWith("dev.bourse.api."));
    } else if (House.isLibrary(bundle.module())) {
      assertThat(bundle.exports())
          .isNotEmpty()
          .filteredOn(House::isOurs)
          .allMatch(bundle.module()::equals);
    } else {
      assertThat(bundle.exports()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void importsNothingOfBourseThatItMayNotSee(Jar bundle) {
    assertThat(bundle.imports())
        .filteredOn(House::isOurs)
        .allMatch(
            name -> name.startsWith("dev.bourse.api.") || House.maySee(bundle.module(), name));
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void noAnnotationForTheCompilerBecomesAnImport(Jar bundle) {
    assertThat(bundle.imports()).noneMatch(name -> name.startsWith("org.jspecify"));
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void whatKeepsTradesGoingHasNoOptionalImport(Jar bundle) {
    if (bundle.keepsTradesGoing()) {
      assertThat(bundle.optionalImports()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void onlyEngineAndBacktestContainTheCore(Jar bundle) {
    assertThat(bundle.contains("dev/bourse/core/"))
        .isEqualTo(House.maySee(bundle.module(), House.CORE));
  }

  @ParameterizedTest
  @MethodSource("plainJars")
  void coreAndTestKitAreNoBundles(Jar jar) {
    assertThat(jar.module()).isIn(House.CORE, "dev.bourse.testkit");
  }

  static Stream<Jar> bundles() {
    return Jar.all().filter(Jar::isBundle);
  }

  static Stream<Jar> plainJars() {
    return Jar.all().filter(jar -> !jar.isBundle());
  }
}
