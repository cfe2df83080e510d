package dev.bourse.itests.karaf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** A jar that a test drops into the deploy folder. */
final class DroppedJar {
  private final byte[] bytes;

  private DroppedJar(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A bundle without classes that needs a package. */
  static DroppedJar needing(String symbolicName, String missingPackage) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    Map.of(
            "Bundle-ManifestVersion",
            "2",
            "Bundle-SymbolicName",
            symbolicName,
            "Bundle-Version",
            "1.0.0",
            "Import-Package",
            missingPackage)
        .forEach(attributes::putValue);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
      jar.putNextEntry(new ZipEntry("content"));
      jar.write(new byte[1000]);
    }
    return new DroppedJar(bytes.toByteArray());
  }

  /** Its first half, as an interrupted copy leaves it. */
  DroppedJar truncated() {
    return new DroppedJar(Arrays.copyOf(bytes, bytes.length / 2));
  }

  /** Drops it as a whole: written under a hidden name, then renamed. */
  void into(Path folder, String name) throws IOException {
    Path hidden = folder.resolve("." + name);
    Files.write(hidden, bytes);
    Files.move(hidden, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}
