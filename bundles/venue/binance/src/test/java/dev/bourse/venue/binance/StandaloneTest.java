package dev.bourse.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The status with which {@code ./bourse venue} ends, which scripts look at. */
class StandaloneTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) throws InterruptedException {
    return Standalone.run(
        List.of(arguments),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "port=abc, port=abc must be a whole number",
    "colour=red, colour=red is no option of the venue"
  })
  void isOneForAnOptionThatItDoesNotTake(String option, String why) throws InterruptedException {
    int status = run(option);

    assertThat(status).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines(why + "./bourse venue --help says what it takes.");
  }

  @Test
  void isOneIfNoVenueAnswersThatCouldBeTold() throws InterruptedException {
    int status = run("clear", "port=1");

    assertThat(status).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("no venue answers on 127.0.0.1:1: start one with ./bourse venue");
  }

  @Test
  void isZeroForHelp() throws InterruptedException {
    int status = run("--help");

    assertThat(status).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage: ./bourse venue");
  }
}
