package dev.bourse.control.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipException;
import org.osgi.framework.Constants;

/**
 * A file in the deploy folder as it was at one look; equal as long as nobody wrote to it.
 *
 * @param path where it is
 * @param size its length in bytes
 * @param modified when it was written, milliseconds
 */
record DroppedFile(Path path, long size, long modified) {
  /** The file as it is now. */
  static DroppedFile of(Path path) throws IOException {
    return new DroppedFile(path, Files.size(path), Files.getLastModifiedTime(path).toMillis());
  }

  /** Why it can never become a bundle, as a sentence; empty for what is none of our business. */
  Optional<String> fault() {
    if (!path.getFileName().toString().endsWith(".jar")) {
      return Optional.empty();
    }
    try (JarFile jar = new JarFile(path.toFile())) {
      return symbolicName(jar).isPresent() ? Optional.empty() : Optional.of(noBundle());
    } catch (ZipException e) {
      return Optional.of(
          this
              + " is no complete jar ("
              + e.getMessage()
              + "): it was ignored. Copy it again under a name that begins with a dot, then rename"
              + " it, so that nobody reads half a file.");
    } catch (IOException e) {
      return Optional.of(this + " cannot be read, so it was ignored: " + e.getMessage());
    }
  }

  private static Optional<String> symbolicName(JarFile jar) throws IOException {
    return Optional.ofNullable(jar.getManifest())
        .map(Manifest::getMainAttributes)
        .map(attributes -> attributes.getValue(Constants.BUNDLE_SYMBOLICNAME));
  }

  private String noBundle() {
    return this
        + " is a jar but no bundle: its manifest has no Bundle-SymbolicName. Build it with"
        + " bnd-maven-plugin, as the projects of \"./bourse new strategy\" do.";
  }

  /** {@code deploy/my-cross.jar (12345 bytes)}. */
  @Override
  public String toString() {
    return "deploy/" + path.getFileName() + " (" + size + " bytes)";
  }
}
