package dev.bourse.itests.karaf;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Karaf as its makers ship it, without anything of ours, that can fetch nothing: its list of Maven
 * repositories is empty, and so is the one on this machine.
 */
final class BareKaraf implements AutoCloseable {
  private static final String WORD = "bare";

  private final Path home;
  private final int port;
  private final Process process;

  private BareKaraf(Path home, int port, Process process) {
    this.home = home;
    this.port = port;
    this.process = process;
  }

  /** Unpacks it into a folder and starts it; returns once its shell answers. */
  static BareKaraf start(Path folder) throws Exception {
    unzip(Path.of(System.getProperty("bourse.container"), "apache-karaf.zip"), folder);
    Path home;
    try (var inside = Files.list(folder)) {
      home = inside.findFirst().orElseThrow();
    }
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    isolate(home, port);
    ProcessBuilder builder = new ProcessBuilder("bash", "bin/karaf", "server");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("KARAF_EXEC", "exec");
    Process process =
        builder
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("console.log").toFile())
            .start();
    BareKaraf karaf = new BareKaraf(home, port, process);
    Patience.until("the bare container answers", () -> karaf.answers("feature:list"));
    return karaf;
  }

  private static void unzip(Path zip, Path folder) throws IOException {
    try (InputStream bytes = Files.newInputStream(zip);
        ZipInputStream entries = new ZipInputStream(bytes)) {
      for (ZipEntry each = entries.getNextEntry(); each != null; each = entries.getNextEntry()) {
        Path target = folder.resolve(each.getName()).normalize();
        if (each.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(entries, target);
        }
      }
    }
  }

  private static void isolate(Path home, int port) throws IOException {
    change(home.resolve("etc/org.apache.karaf.shell.cfg"), "sshPort", String.valueOf(port));
    Path nothing = Files.createDirectories(home.resolve("nothing"));
    Path maven = home.resolve("etc/org.ops4j.pax.url.mvn.cfg");
    change(maven, "org.ops4j.pax.url.mvn.repositories", "");
    change(maven, "org.ops4j.pax.url.mvn.localRepository", nothing.toString());
    change(maven, "org.ops4j.pax.url.mvn.useFallbackRepositories", "false");
    Files.writeString(
        home.resolve("etc/users.properties"),
        "karaf = " + WORD + ",admin,manager,viewer,systembundles,ssh\n",
        StandardOpenOption.APPEND);
  }

  private static void change(Path file, String key, String value) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      properties.load(in);
    }
    properties.setProperty(key, value);
    try (var out = Files.newOutputStream(file)) {
      properties.store(out, null);
    }
  }

  /** A file or folder of it. */
  Path file(String path) {
    return home.resolve(path);
  }

  /** What its shell says. */
  String shell(String command) throws IOException {
    return new RemoteShell(port, "karaf", WORD).run(command);
  }

  private boolean answers(String command) {
    try {
      return !shell(command).isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
