package dev.bourse.itests.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A folder as a user has it after a build: the command {@code ./bourse} and the distribution. */
final class UserFolder implements AutoCloseable {
  private static final Path CLONE = Path.of(System.getProperty("bourse.clone", "."));
  private static final String WRAPPER = ".mvn/wrapper/maven-wrapper.properties";

  private final Path root;
  private final int port;

  private UserFolder(Path root, int port) {
    this.root = root;
    this.port = port;
  }

  /** Makes a folder in which nothing was started yet. */
  static UserFolder in(Path root) throws IOException {
    Path target = Files.createDirectories(root.resolve("karaf-assembly/target"));
    Files.createDirectories(root.resolve(".mvn/wrapper"));
    for (String file : List.of("bourse", "mvnw", "mvnw.cmd", WRAPPER)) {
      Path copy = Files.copy(CLONE.resolve(file), root.resolve(file));
      assertThat(copy.toFile().setExecutable(true)).isTrue();
    }
    Files.createSymbolicLink(
        target.resolve("bourse-karaf-built.tar.gz"),
        Path.of(System.getProperty("bourse.container"), "bourse-karaf.tar.gz"));
    try (ServerSocket free = new ServerSocket(0)) {
      return new UserFolder(root.toRealPath(), free.getLocalPort());
    }
  }

  /** A file or folder in it. */
  Path file(String path) {
    return root.resolve(path);
  }

  /** Everything in the log of the last start. */
  String log() throws IOException {
    return Files.readString(file("var/log/bourse.log"));
  }

  /** Runs {@code ./bourse} with arguments. */
  Ran bourse(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("./bourse"));
    command.addAll(List.of(arguments));
    return Ran.of(process(command, Map.of()));
  }

  /** Runs the Maven wrapper in a project below it; fails with all it said if that does not work. */
  void maven(String project, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("./mvnw", "-B", "--no-transfer-progress"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = process(command, Map.of()).directory(file(project).toFile());
    builder.environment().keySet().removeIf(key -> key.startsWith("MAVEN_"));
    Ran ran = Ran.of(builder);
    assertThat(ran.exit()).as(ran.text()).isZero();
  }

  /** The rows that a command of the shell prints as JSON. */
  List<String> rows(String command) throws IOException, InterruptedException {
    return shell(command + " --json")
        .lines()
        .filter(line -> line.startsWith("{"))
        .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
        .toList();
  }

  /** Starts in the background; fails with all it said if that does not work. */
  void start(String... arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("start"));
    all.addAll(List.of(arguments));
    Ran ran = bourse(all.toArray(String[]::new));
    assertThat(ran.exit()).as(ran.text()).isZero();
  }

  /** Gives one command to the shell as administrator. */
  String shell(String command) throws IOException, InterruptedException {
    return bourse("client", command).text().strip();
  }

  /** Gives one command to the shell as somebody else. */
  String shellAs(String user, String password, String command)
      throws IOException, InterruptedException {
    Path etc = Files.createDirectories(file("var/test-" + user));
    for (String empty : List.of("system.properties", "config.properties", "users.properties")) {
      Files.writeString(etc.resolve(empty), "");
    }
    Files.writeString(
        etc.resolve("org.apache.karaf.shell.cfg"), "sshHost=127.0.0.1\nsshPort=" + port + "\n");
    List<String> arguments =
        List.of("var/karaf/home/bin/client", "-u", user, "-p", password, command);
    return Ran.of(process(arguments, Map.of("KARAF_ETC", etc.toString()))).text().strip();
  }

  /** The process id of the running JVM. */
  long pid() throws IOException {
    return Long.parseLong(Files.readString(file("var/karaf/pid")).strip());
  }

  /** Ends the running JVM as a power cut would, and returns once it is gone. */
  void kill() throws Exception {
    ProcessHandle running = ProcessHandle.of(pid()).orElseThrow();
    running.destroyForcibly();
    Patience.until("the killed process is gone", () -> !running.isAlive());
  }

  @Override
  public void close() throws IOException, InterruptedException {
    bourse("stop");
  }

  private ProcessBuilder process(List<String> command, Map<String, String> extra) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
    builder.environment().put("BOURSE_SSH_PORT", String.valueOf(port));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(extra);
    return builder;
  }
}
