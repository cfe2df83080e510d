package dev.bourse.control.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every command names who may use it: one that is forgotten would be for administrators only. */
@Tag("P5")
class AccessTest {
  private static final Path FILES =
      Path.of(System.getProperty("basedir", ""), "../../../karaf-assembly/src/main/resources/etc");

  @Test
  void everyCommandStandsInTheFileOfItsScope() throws IOException {
    Map<String, String> roles = new TreeMap<>();
    for (String command : Terminal.all().keySet()) {
      String scope = command.substring(0, command.indexOf(':'));
      Path file = FILES.resolve("org.apache.karaf.command.acl." + scope + ".cfg");
      String name = command.substring(scope.length() + 1) + " = ";
      List<String> lines = new ArrayList<>(Files.readAllLines(file));
      lines.removeIf(line -> !line.startsWith(name));
      roles.put(command, lines.isEmpty() ? "nobody" : lines.get(0).substring(name.length()));
    }

    assertThat(roles.values()).containsOnly("viewer", "operator", "admin");
    assertThat(roles)
        .containsEntry("backtest:compare", "viewer")
        .containsEntry("backtest:sweep", "operator")
        .containsEntry("backtest:verify", "operator");
  }
}
