package dev.bourse.control.shell;

import dev.bourse.control.shell.base.BourseCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The classes of the bundle, as Karaf finds them. */
final class BundleClasses {
  private BundleClasses() {}

  static List<Class<?>> all() {
    try {
      Path root =
          Path.of(BourseCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.walk(root)) {
        return files
            .map(file -> root.relativize(file).toString())
            .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
            .sorted()
            .<Class<?>>map(BundleClasses::load)
            .toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the classes of the bundle cannot be listed", e);
    } catch (java.net.URISyntaxException e) {
      throw new AssertionError("the classes of the bundle are in no folder", e);
    }
  }

  private static Class<?> load(String file) {
    try {
      return Class.forName(file.substring(0, file.length() - ".class".length()).replace('/', '.'));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(file + " cannot be loaded", e);
    }
  }
}
