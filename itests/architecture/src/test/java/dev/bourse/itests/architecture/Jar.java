package dev.bourse.itests.architecture;

import aQute.bnd.header.Attrs;
import aQute.bnd.header.OSGiHeader;
import aQute.bnd.header.Parameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.osgi.framework.Constants;

/** A jar of Bourse, as built. */
record Jar(Path file, Attributes manifest, List<String> entries) {
  /** All jars of this build, by name. */
  static Stream<Jar> all() {
    Path folder = Path.of(System.getProperty("bourse.jars", "target/jars"));
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(Jar::read).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException("No jars to judge in " + folder + "; run mvn verify", e);
    }
  }

  private static Jar read(Path file) {
    try (JarFile jar = new JarFile(file.toFile())) {
      List<String> names = jar.stream().map(entry -> entry.getName()).toList();
      return new Jar(file, jar.getManifest().getMainAttributes(), names);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /** The root package that the artifact id stands for. */
  String module() {
    String artifact = file.getFileName().toString().replace(".jar", "");
    return artifact.replaceFirst("^bourse-", "dev.bourse.").replace('-', '.');
  }

  boolean isBundle() {
    return manifest.getValue(Constants.BUNDLE_SYMBOLICNAME) != null;
  }

  String symbolicName() {
    return header(Constants.BUNDLE_SYMBOLICNAME).keySet().iterator().next();
  }

  Set<String> exports() {
    return header(Constants.EXPORT_PACKAGE).keySet();
  }

  Set<String> imports() {
    return header(Constants.IMPORT_PACKAGE).keySet();
  }

  List<String> optionalImports() {
    return header(Constants.IMPORT_PACKAGE).entrySet().stream()
        .filter(clause -> isOptional(clause.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * API, engine and persistence: what must not be refreshed because something else came or went.
   */
  boolean keepsTradesGoing() {
    return module().equals(House.API)
        || module().equals("dev.bourse.engine")
        || module().startsWith("dev.bourse.persistence.");
  }

  boolean contains(String folder) {
    return entries.stream().anyMatch(entry -> entry.startsWith(folder));
  }

  @Override
  public String toString() {
    return file.getFileName().toString();
  }

  private static boolean isOptional(Attrs attributes) {
    return Constants.RESOLUTION_OPTIONAL.equals(
        attributes.get(Constants.RESOLUTION_DIRECTIVE + ":"));
  }

  private Parameters header(String name) {
    return OSGiHeader.parseHeader(manifest.getValue(name));
  }
}
