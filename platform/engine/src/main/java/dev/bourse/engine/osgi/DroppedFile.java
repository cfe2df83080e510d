package dev.bourse.engine.osgi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** What is wrong with a jar that was dropped and is no bundle of the container. */
final class DroppedFile {
  private DroppedFile() {}

  /** A sentence, or empty if the container has just not come to it. */
  static Optional<String> problem(Path file) {
    String name = "deploy/" + file.getFileName();
    try (JarFile jar = new JarFile(file.toFile())) {
      Manifest manifest = jar.getManifest();
      boolean bundle =
          manifest != null && manifest.getMainAttributes().getValue("Bundle-SymbolicName") != null;
      return bundle
          ? Optional.empty()
          : Optional.of(
              name + " is no bundle: its manifest has no Bundle-SymbolicName; build it with bnd");
    } catch (IOException e) {
      return Optional.of(
          name
              + " is no readable jar ("
              + e.getMessage()
              + "): copy it again, it may be truncated");
    }
  }
}
