package dev.bourse.itests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;

/**
 * What decides about orders gives the same answer to the same input, on every machine: the core,
 * strategies and risk modules have no clock, no chance, no threads, no input or output.
 *
 * <p>Limit: the iteration over a hash table is seen only where its variable is declared as one, not
 * behind {@code Map} or {@code Set}.
 */
@AnalyzeClasses(packages = House.ROOT, importOptions = DoNotIncludeTests.class)
class PurityRules {
  @ArchTest static final ArchRule noClock = deciders().should().accessTargetWhere(Impurity.clock());

  @ArchTest
  static final ArchRule noChance = deciders().should().accessTargetWhere(Impurity.chance());

  @ArchTest
  static final ArchRule noThreads = deciders().should().dependOnClassesThat(Impurity.threads());

  @ArchTest
  static final ArchRule noFilesAndSockets =
      deciders().should().dependOnClassesThat(Impurity.inputAndOutput());

  @ArchTest
  static final ArchRule noParallelStreams =
      deciders().should().accessTargetWhere(Impurity.parallelStreams());

  @ArchTest
  static final ArchRule noHashOrder = deciders().should().accessTargetWhere(Impurity.hashOrder());

  @ArchTest
  static final ArchRule noPlatformDependentMath =
      deciders().should().accessTargetWhere(Impurity.platformMath());

  private static GivenClassesConjunction deciders() {
    return noClasses()
        .that()
        .resideInAnyPackage("dev.bourse.core..", "dev.bourse.strategy..", "dev.bourse.risk..");
  }
}
