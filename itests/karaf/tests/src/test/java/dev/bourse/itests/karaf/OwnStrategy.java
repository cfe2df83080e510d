package dev.bourse.itests.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A strategy of a user's own in two versions: a project made by {@code ./bourse new strategy},
 * rewritten as users do, and built with its own Maven. Made in the build before the container
 * boots; in the container its files are at hand.
 */
final class OwnStrategy implements BeforeAllCallback {
  private static final Path FOLDER = Path.of(System.getProperty("bourse.own", "."));

  /** For the extension of tests. */
  OwnStrategy() {}

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    if (Side.here() == Side.BUILD) {
      make();
    }
  }

  private static void make() throws Exception {
    if (Files.exists(FOLDER)) {
      UserFolder.delete(FOLDER);
    }
    UserFolder user = UserFolder.in(Files.createDirectories(FOLDER));
    Ran made = user.bourse("new", "strategy", "my-cross");
    assertThat(made.exit()).as(made.text()).isZero();
    for (int version = 1; version <= 2; version++) {
      write(user, version);
      user.maven("my-cross", "package", "-Dmaven.test.skip=true");
    }
  }

  private static void write(UserFolder user, int version) throws IOException {
    Path source = user.file("my-cross/src/main/java/com/example/mycross/MyCross.java");
    try (InputStream own = OwnStrategy.class.getResourceAsStream("/own/MyCross.java")) {
      String text = new String(own.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(source, text.replace("VERSION = 1", "VERSION = " + version));
    }
    Path pom = user.file("my-cross/pom.xml");
    String text = Files.readString(pom);
    Files.writeString(pom, text.replace((version - 1) + ".0.0</v", version + ".0.0</v"));
  }

  /** The jar of a version. */
  static Path jar(int version) {
    return FOLDER.resolve("my-cross/target/my-cross-" + version + ".0.0.jar");
  }

  /** Drops a version into a folder, over the one that lies there. */
  static void drop(int version, Path deploy) throws IOException {
    Path hidden = deploy.resolve(".my-cross.jar");
    Files.copy(jar(version), hidden, StandardCopyOption.REPLACE_EXISTING);
    Files.move(hidden, deploy.resolve("my-cross.jar"), StandardCopyOption.REPLACE_EXISTING);
  }

  /** Copies the project's configuration, with lines added to the trader's. */
  static void configure(Path conf, String lines) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve("my-cross/conf"))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        String more = name.contains("trader") ? lines : "";
        Files.writeString(conf.resolve(name), Files.readString(file) + more);
      }
    }
  }
}
