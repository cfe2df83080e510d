package dev.bourse.itests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may see whom. */
@AnalyzeClasses(packages = House.ROOT, importOptions = DoNotIncludeTests.class)
class ModuleRules {
  @ArchTest
  static final ArchRule everyModuleSeesOnlyWhatTheDependencyRuleGrants =
      classes().should(new ObeyTheDependencyRule());

  @ArchTest
  static final ArchRule theApiNeedsNothingButJavaAndAnnotations =
      classes()
          .that()
          .resideInAPackage("dev.bourse.api..")
          .and()
          .resideOutsideOfPackage("dev.bourse.api.config..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "org.osgi.annotation..", "org.jspecify.annotations..", "dev.bourse.api..");

  /** Parameter declarations are XML files in the plug-ins, read with the parser of the JDK. */
  @ArchTest
  static final ArchRule configurationOfTheApiAlsoNeedsTheXmlOfTheJdk =
      classes()
          .that()
          .resideInAPackage("dev.bourse.api.config..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.xml.parsers..",
              "org.w3c.dom..",
              "org.xml.sax..",
              "org.osgi.annotation..",
              "org.jspecify.annotations..",
              "dev.bourse.api..");

  @ArchTest
  static final ArchRule theCoreNeedsNothingButJavaAndTheApi =
      classes()
          .that()
          .resideInAPackage("dev.bourse.core..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "org.jspecify.annotations..", "dev.bourse.api..", "dev.bourse.core..");

  /** The annotations that declare configuration keys are no part of the running program. */
  @ArchTest
  static final ArchRule onlyOnePackageOfTheEngineSeesOsgi =
      noClasses()
          .that()
          .resideInAPackage("dev.bourse.engine..")
          .and()
          .resideOutsideOfPackage("dev.bourse.engine.osgi..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.osgi..")
                  .and(resideOutsideOfPackage("org.osgi.service.metatype.annotations..")));

  @ArchTest
  static final ArchRule nothingExitsTheVirtualMachine =
      noClasses()
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);

  @ArchTest
  static final ArchRule everyPackageIsNullMarked =
      classes().should(new ResideInANullMarkedPackage());
}
