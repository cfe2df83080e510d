package dev.bourse.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreSpec;
import dev.bourse.api.trace.Turn;
import dev.bourse.core.codec.TurnCodec;
import dev.bourse.core.market.Instruments;
import dev.bourse.persistence.memory.MemoryBackend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("K9")
final class ArchiveTraceReaderTest {
  private static final int TURNS = 150_000;

  private final Store store = new MemoryBackend().open(StoreSpec.of("demo", Path.of("demo")));
  private final ArchiveTraceReader trace = new ArchiveTraceReader(store, Instruments::new);

  @Test
  void findsTheNewestTurnsHoweverManyAreWanted() {
    fill(TURNS);

    for (int count : List.of(1, 1_024, 1_025, 30_000, 49_999, 50_000, 50_001)) {
      List<Turn> tail = trace.tail(count, ArchiveTraceReaderTest::isThird);

      assertThat(tail.stream().map(Turn::sequence))
          .as("the newest %d", count)
          .containsExactlyElementsOf(multiplesOfThree(count));
    }
  }

  @Test
  void readsNoFurtherThanItIsListenedTo() {
    fill(10_000);
    List<Long> few = new ArrayList<>();
    List<Long> many = new ArrayList<>();

    trace.tail(
        10, ArchiveTraceReaderTest::isThird, turn -> few.add(turn.sequence()) && few.size() < 2);
    trace.tail(
        2_000,
        ArchiveTraceReaderTest::isThird,
        turn -> many.add(turn.sequence()) && many.size() < 3);

    assertThat(few).containsExactly(9_972L, 9_975L);
    assertThat(many).containsExactly(4_002L, 4_005L, 4_008L);
  }

  @Test
  void anEmptyTraceHasNoTail() {
    assertThat(trace.tail(20, turn -> true)).isEmpty();
    assertThat(trace.tail(20_000, turn -> true)).isEmpty();
  }

  private static List<Long> multiplesOfThree(int count) {
    long last = TURNS - TURNS % 3;
    return LongStream.rangeClosed(1, last / 3)
        .map(third -> third * 3)
        .filter(sequence -> sequence > last - 3L * count)
        .boxed()
        .toList();
  }

  private static boolean isThird(Turn turn) {
    return turn.sequence() % 3 == 0;
  }

  private void fill(int turns) {
    TurnCodec codec = new TurnCodec(new Instruments());
    for (long sequence = 1; sequence <= turns; sequence++) {
      store
          .journal()
          .append(
              codec.encode(sequence, sequence, new ControlEvent.Pause("p" + sequence), List.of()));
    }
    store.journal().write();
    store.journal().force();
    store.journal().release(turns / 2);
  }
}
