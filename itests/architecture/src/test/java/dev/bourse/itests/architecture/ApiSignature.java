package dev.bourse.itests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Everything that plug-ins can see of the API, one line each, sorted. */
final class ApiSignature {
  private ApiSignature() {}

  /** The lines: classes with their kind, then their public and protected members. */
  static List<String> of(JavaClasses classes) {
    TreeSet<String> lines = new TreeSet<>();
    for (JavaClass each : classes) {
      if (each.getPackageName().startsWith(House.API) && isVisible(each)) {
        lines.add(each.getName() + " " + kind(each) + supertypes(each));
        each.getFields().stream().filter(ApiSignature::isVisible).forEach(f -> lines.add(line(f)));
        each.getCodeUnits().stream()
            .filter(ApiSignature::isVisible)
            .forEach(unit -> lines.add(line(unit)));
      }
    }
    return List.copyOf(lines);
  }

  private static boolean isVisible(JavaClass each) {
    return each.getModifiers().contains(JavaModifier.PUBLIC)
        && each.getEnclosingClass().map(ApiSignature::isVisible).orElse(true);
  }

  private static boolean isVisible(JavaField field) {
    return field.getModifiers().contains(JavaModifier.PUBLIC);
  }

  private static boolean isVisible(JavaCodeUnit unit) {
    boolean open =
        unit.getModifiers().contains(JavaModifier.PUBLIC)
            || unit.getModifiers().contains(JavaModifier.PROTECTED);
    return open && !unit.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  private static String kind(JavaClass each) {
    if (each.isAnnotation()) {
      return "annotation";
    }
    if (each.isInterface()) {
      return "interface";
    }
    return each.isRecord() ? "record" : each.isEnum() ? "enum" : "class";
  }

  private static String supertypes(JavaClass each) {
    return each.getInterfaces().stream()
        .map(JavaType::getName)
        .sorted()
        .collect(Collectors.joining(", ", " [", "]"));
  }

  private static String line(JavaField field) {
    return field.getFullName() + " : " + field.getRawType().getName();
  }

  private static String line(JavaCodeUnit unit) {
    boolean abstractMethod = unit.getModifiers().contains(JavaModifier.ABSTRACT);
    return unit.getFullName()
        + " : "
        + unit.getRawReturnType().getName()
        + (abstractMethod ? " (abstract)" : "");
  }
}
