package dev.bourse.itests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The packages of the API stand in layers. */
@AnalyzeClasses(packages = House.API, importOptions = DoNotIncludeTests.class)
class ApiLayerRules {
  @ArchTest
  static final ArchRule packagesHaveNoCycle =
      slices().matching("dev.bourse.api.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesDependOnlyOnLayersBelow = classes().should(new LookDown());
}
