package dev.bourse.itests.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A class uses its own module, the API, and the core where its module embeds it. */
final class ObeyTheDependencyRule extends ArchCondition<JavaClass> {
  ObeyTheDependencyRule() {
    super("obey the dependency rule between modules");
  }

  @Override
  public void check(JavaClass item, ConditionEvents events) {
    String module = House.moduleOf(item.getPackageName());
    for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
      String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
      if (House.isOurs(target) && !House.maySee(module, House.moduleOf(target))) {
        events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
      }
    }
  }
}
