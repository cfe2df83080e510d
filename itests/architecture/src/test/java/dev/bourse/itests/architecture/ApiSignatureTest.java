package dev.bourse.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The API grows on purpose only. After a change that is meant, run with {@code
 * -Dapi.signature=write} and commit the file with the change.
 */
@Tag("P9")
class ApiSignatureTest {
  private static final Path FILE = Path.of("api-signature.txt");

  @Test
  void theApiIsWhatTheCommittedFileSays() throws IOException {
    List<String> now = ApiSignature.of(new ClassFileImporter().importPackages(House.API));
    if ("write".equals(System.getProperty("api.signature"))) {
      Files.write(FILE, now);
    }

    List<String> committed = Files.readAllLines(FILE);

    assertThat(now)
        .as("run with -Dapi.signature=write if this change of the API is meant")
        .isEqualTo(committed);
  }
}
