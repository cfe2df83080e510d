package dev.bourse.control.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Constants;

@Tag("P7")
class DeployFolderTest {
  @TempDir Path deploy;

  @Test
  void namesATruncatedJar() throws IOException {
    DeployFolder folder = new DeployFolder(deploy);
    Path whole = jar("whole.jar", "com.example.whole");
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(deploy.resolve("half.jar"), Arrays.copyOf(bytes, bytes.length / 2));
    folder.look();

    assertThat(folder.look())
        .singleElement()
        .asString()
        .startsWith("deploy/half.jar (" + bytes.length / 2 + " bytes) is no complete jar");
  }

  @Test
  void namesAJarThatIsNoBundle() throws IOException {
    DeployFolder folder = new DeployFolder(deploy);
    jar("plain.jar", "");
    folder.look();

    assertThat(folder.look()).singleElement().asString().contains("no Bundle-SymbolicName");
  }

  @Test
  void saysNothingAboutBundlesHiddenFilesAndOtherThings() throws IOException {
    DeployFolder folder = new DeployFolder(deploy);
    jar("good.jar", "com.example.good");
    Files.writeString(deploy.resolve(".half.jar"), "still being copied");
    Files.writeString(deploy.resolve("README"), "drop jars here");
    folder.look();

    assertThat(folder.look()).isEmpty();
  }

  @Test
  void saysEveryFaultOnceUntilTheFileChanges() throws IOException {
    DeployFolder folder = new DeployFolder(deploy);
    Files.writeString(deploy.resolve("broken.jar"), "no zip");
    folder.look();

    assertThat(folder.look()).hasSize(1);
    assertThat(folder.look()).isEmpty();

    Files.writeString(deploy.resolve("broken.jar"), "no zip either");
    assertThat(folder.look()).isEmpty();
    assertThat(folder.look()).hasSize(1);
  }

  @Test
  void waitsWhileTheFolderIsMissing() throws IOException {
    DeployFolder folder = new DeployFolder(deploy.resolve("not-there"));

    assertThat(folder.look()).isEmpty();
  }

  private Path jar(String name, String symbolicName) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
    if (!symbolicName.isEmpty()) {
      manifest.getMainAttributes().putValue(Constants.BUNDLE_SYMBOLICNAME, symbolicName);
    }
    Path path = deploy.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(path), manifest)) {
      out.putNextEntry(new ZipEntry("content"));
      out.write(new byte[500]);
    }
    return path;
  }
}
