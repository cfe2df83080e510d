package dev.bourse.itests.architecture;

import java.util.List;
import java.util.Set;

/** The modules of Bourse, told apart by package name. */
final class House {
  static final String ROOT = "dev.bourse";
  static final String API = "dev.bourse.api";
  static final String CORE = "dev.bourse.core";

  private static final Set<String> PLATFORM =
      Set.of("api", "core", "engine", "backtest", "report", "testkit");
  private static final List<String> EMBED_CORE =
      List.of("dev.bourse.engine", "dev.bourse.backtest");

  private House() {}

  /**
   * The root package of the module that a package belongs to: {@code dev.bourse.engine} for
   * anything of the engine, {@code dev.bourse.risk.limits} for anything of that bundle.
   */
  static String moduleOf(String packageName) {
    String[] parts = packageName.split("\\.", -1);
    int depth = parts.length > 2 && PLATFORM.contains(parts[2]) ? 3 : 4;
    return String.join(".", List.of(parts).subList(0, Math.min(depth, parts.length)));
  }

  /** Whether a package is Bourse's own. */
  static boolean isOurs(String packageName) {
    return packageName.equals(ROOT) || packageName.startsWith(ROOT + ".");
  }

  /** Whether a module is there for strategies to use: the only ones beside the API that export. */
  static boolean isLibrary(String module) {
    return module.startsWith("dev.bourse.library.");
  }

  /** Whether the dependency rule lets one module see another. */
  static boolean maySee(String module, String other) {
    return module.equals(other)
        || (other.equals(API) && !module.equals(API))
        || (other.equals(CORE) && EMBED_CORE.contains(module))
        || (isLibrary(other) && module.startsWith("dev.bourse.strategy."));
  }
}
