package dev.bourse.itests.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder as a user has it after a build: the command {@code ./bourse} and the distribution. */
final class UserFolder implements AutoCloseable {
  private static final Path CLONE = Path.of(System.getProperty("bourse.clone", "."));
  private static final String SHIPPED = "karaf-assembly/src/main/resources/conf";
  private static final String WRAPPER = ".mvn/wrapper/maven-wrapper.properties";

  private final Path root;
  private final int port;
  private final Map<String, String> environment = new TreeMap<>();

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

  /**
   * The configuration as shipped, before anything was started, with lines added to the file of the
   * demo trader.
   */
  void configure(String... lines) throws IOException {
    Path conf = Files.createDirectories(file("conf"));
    try (Stream<Path> shipped = Files.list(CLONE.resolve(SHIPPED))) {
      for (Path each : shipped.toList()) {
        Files.copy(each, conf.resolve(each.getFileName()));
      }
    }
    append("conf/dev.bourse.trader-demo.cfg", lines);
  }

  /** Deletes a folder and everything in it. */
  static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  /** Adds lines to a file, at once. */
  void append(String path, String... lines) throws IOException {
    String text = Files.readString(file(path)) + String.join("\n", lines) + "\n";
    Path hidden = file(path + ".new");
    Files.writeString(hidden, text);
    Files.move(hidden, file(path), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Adds options to those of the JVM, for starts from now on. */
  void javaOptions(String options) {
    environment.put("JAVA_OPTS", "-Xmx512m -XX:+ExitOnOutOfMemoryError " + options);
  }

  /** Everything in the log of the last start. */
  String log() throws IOException {
    return Files.readString(file("var/log/bourse.log"));
  }

  /** Runs {@code ./bourse} with arguments. */
  Ran bourse(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("./bourse"));
    command.addAll(List.of(arguments));
    return Ran.of(process(command));
  }

  /** Runs the Maven wrapper in a project below it; fails with all it said if that does not work. */
  void maven(String project, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("./mvnw", "-B", "--no-transfer-progress"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = process(command).directory(file(project).toFile());
    builder.environment().keySet().removeIf(key -> key.startsWith("MAVEN_"));
    Ran ran = Ran.of(builder);
    assertThat(ran.exit()).as(ran.text()).isZero();
  }

  /** The rows that a command of the shell prints as JSON. */
  List<String> rows(String command) throws IOException {
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

  /** Starts in the background; the shell may answer before the demo trader is there. */
  void startWithItsTrader() throws Exception {
    start();
    Patience.until(
        "the demo trader is there", () -> shell("trader:list --no-format").contains("demo"));
  }

  /** Starts in the foreground, without a terminal. */
  Process foreground() throws IOException {
    return process(List.of("./bourse"))
        .redirectErrorStream(true)
        .redirectOutput(file("foreground.log").toFile())
        .start();
  }

  /** What the shell answers an administrator; nothing while it is not there yet. */
  String shellOrNothing(String command) {
    try {
      return shell(command);
    } catch (IOException e) {
      return "";
    }
  }

  /** Gives one command to the shell as administrator. */
  String shell(String command) throws IOException {
    return shellAs("admin", password(), command);
  }

  /** Gives one command to the shell as somebody else. */
  String shellAs(String user, String password, String command) throws IOException {
    return new RemoteShell(port, user, password).run(command).strip();
  }

  /** The word that {@code ./bourse client} uses. */
  private String password() throws IOException {
    String line = Files.readString(file("var/secrets/client/users.properties"));
    return line.substring(line.indexOf('=') + 1, line.indexOf(',')).strip();
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

  /** Shuts down in order and returns once it is done. */
  void stop() throws IOException, InterruptedException {
    Ran ran = bourse("stop");
    assertThat(ran.text()).endsWith("Bourse has stopped.\n");
    assertThat(ran.exit()).isZero();
  }

  @Override
  public void close() throws IOException {
    try {
      bourse("stop");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A process in this folder that is not started yet. */
  ProcessBuilder process(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
    builder.environment().put("BOURSE_SSH_PORT", String.valueOf(port));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    return builder;
  }
}
