package dev.bourse.control.shell.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.trace.Turn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("K9")
@Tag("P4")
class PagesTest {
  private static final int TURNS = 100_000;

  private final Flushes out = new Flushes();
  private final PrintStream console = new PrintStream(out, false, StandardCharsets.UTF_8);

  @Test
  void aHundredThousandTurnsAreAFewHundredFlushes() throws InterruptedException {
    Pages pages = new Pages(TraceLines.TABS, console);

    boolean wanted = LongStream.rangeClosed(1, TURNS).allMatch(each -> pages.take(turn(each)));
    pages.end();

    assertThat(wanted).isTrue();
    assertThat(pages.last()).isEqualTo(TURNS);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            LongStream.rangeClosed(1, TURNS)
                .mapToObj(each -> TraceLines.TABS.of(turn(each)))
                .collect(Collectors.joining()));
    assertThat(out.flushes).isLessThanOrEqualTo(out.size() / (1 << 15) + 1);
  }

  @Test
  void endsAfterCtrlC() {
    Pages pages = new Pages(TraceLines.TABS, console);
    Thread.currentThread().interrupt();

    long taken = LongStream.rangeClosed(1, TURNS).takeWhile(each -> pages.take(turn(each))).count();

    assertThat(taken).isLessThan(2_000);
    assertThatThrownBy(pages::end).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void endsWhenNobodyListens() throws InterruptedException {
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("the channel is closed");
          }
        };
    Pages pages = new Pages(TraceLines.TABS, new PrintStream(gone, false, StandardCharsets.UTF_8));

    long taken = LongStream.rangeClosed(1, TURNS).takeWhile(each -> pages.take(turn(each))).count();
    pages.end();

    assertThat(taken).isLessThan(2_000);
  }

  private static Turn turn(long sequence) {
    return new Turn(sequence, sequence, new ControlEvent.Pause("shell:karaf"), List.of());
  }

  /** What was written, and how often somebody wanted it to be sent. */
  private static final class Flushes extends ByteArrayOutputStream {
    private int flushes;

    @Override
    public void flush() {
      flushes++;
    }
  }
}
