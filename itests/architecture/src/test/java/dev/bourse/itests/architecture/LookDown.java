package dev.bourse.itests.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/**
 * A class of the API uses its own package and layers below it, never one above or beside. A package
 * that stands in no layer yet is a violation: whoever adds one decides where it belongs.
 */
final class LookDown extends ArchCondition<JavaClass> {
  /** From the bottom to the top. */
  private static final List<Set<String>> LAYERS =
      List.of(
          Set.of("model", "state"),
          Set.of("event", "config", "filter", "indicator", "sizing", "alert", "persistence"),
          Set.of("book"),
          Set.of("exchange", "data", "strategy"),
          Set.of("risk"),
          Set.of("trace"),
          Set.of("trader"),
          Set.of("backtest"));

  LookDown() {
    super("depend only on their own package and on layers of the API below it");
  }

  @Override
  public void check(JavaClass item, ConditionEvents events) {
    String from = packageOfApi(item);
    if (layer(from) < 0) {
      String message = "%s: package %s stands in no layer".formatted(item.getName(), from);
      events.add(SimpleConditionEvent.violated(item, message));
    }
    for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
      JavaClass target = dependency.getTargetClass().getBaseComponentType();
      if (target.getPackageName().startsWith(House.API + ".") && looksUp(from, target)) {
        events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
      }
    }
  }

  private static boolean looksUp(String from, JavaClass target) {
    String to = packageOfApi(target);
    return !from.equals(to) && layer(to) >= layer(from);
  }

  private static String packageOfApi(JavaClass type) {
    String below = type.getPackageName().substring(House.API.length());
    return below.isEmpty() ? "" : below.substring(1).split("\\.", -1)[0];
  }

  private static int layer(String name) {
    for (int i = 0; i < LAYERS.size(); i++) {
      if (LAYERS.get(i).contains(name)) {
        return i;
      }
    }
    return -1;
  }
}
