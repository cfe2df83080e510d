package dev.bourse.itests.benchmarks;

import dev.bourse.api.event.Quote;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.persistence.Journal;
import dev.bourse.api.persistence.JournalCursor;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreSpec;
import dev.bourse.core.Lockstep;
import dev.bourse.core.TraderCore;
import dev.bourse.core.codec.TurnCodec;
import dev.bourse.core.decision.TurnRecord;
import dev.bourse.persistence.mapdb.MapDbBackend;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * What durability costs, with core and journal on one thread: the engine's writer thread is not
 * part of it. Times are those of a clock.
 */
final class DiskRows {
  private static final int RECORDED = 1_000_000;
  private static final int TICKS = 100_000;
  private static final int EVERY = 100;
  private static final long PERIOD = 100_000L;
  private static final int GROUP = 256;

  private final Instrument instrument = Quotes.instrument("BTCUSD");
  private final Path folder;
  private final Histogram fsync = new Histogram(3);
  private int stores;

  DiskRows(Path folder) {
    this.folder = folder;
  }

  /** All rows. */
  List<Row> measure() throws IOException {
    List<Row> rows = new ArrayList<>();
    latency(false);
    rows.add(
        Row.shown(
            "core on one thread: tick in, checked and encoded order out, 10k ticks/s, no disk",
            Micros.all(latency(false))));
    measureFsync();
    rows.add(Row.shown("one fsync of 512 B on this disk", Micros.all(fsync)));
    Histogram slow = latency(true);
    rows.add(
        Row.shown(
            "core on one thread: the same, journaled and forced before it goes out",
            Micros.all(slow)
                + text(
                    "; p50 is %.1f fsyncs of this run",
                    Micros.at(slow, 50) / Micros.at(fsync, 50))));
    double off = loop(false);
    double on = loop(true);
    rows.add(
        Row.atLeast(
            "durable loop: every event journaled, orders forced",
            50_000,
            on,
            "ticks/s",
            text("%.2f x of durability off", on / off)));
    rows.add(recovery());
    return rows;
  }

  /** How long one force took in this run. */
  Histogram fsync() {
    return fsync;
  }

  private Store open() {
    Path directory = folder.resolve("store-" + stores++);
    return new MapDbBackend().open(StoreSpec.of("bench-" + stores, directory));
  }

  private static Engine.TurnSinkMaker journaling(Journal journal) {
    return core -> {
      TurnCodec codec = new TurnCodec(core.instruments());
      return new Lockstep.TurnSink() {
        private int waiting;

        @Override
        public void turn(TurnRecord record) {
          journal.append(
              codec.encode(record.sequence(), record.time(), record.event(), record.results()));
          if (!record.commands().isEmpty()) {
            journal.write();
            journal.force();
            waiting = 0;
          } else if (++waiting >= GROUP) {
            journal.write();
            waiting = 0;
          }
        }
      };
    };
  }

  private static Engine.TurnSinkMaker encoding() {
    return core -> {
      TurnCodec codec = new TurnCodec(core.instruments());
      return record -> {
        if (record.urgent()) {
          codec.encode(record.sequence(), record.time(), record.event(), record.results());
        }
      };
    };
  }

  private Histogram latency(boolean durable) {
    Histogram histogram = new Histogram(3);
    long[] scheduled = new long[1];
    Runnable arrived = () -> histogram.recordValue(System.nanoTime() - scheduled[0]);
    Quote[] quotes = Quotes.walk(instrument, TICKS);
    if (!durable) {
      pace(quotes, scheduled, encoding(), arrived);
      return histogram;
    }
    try (Store store = open()) {
      pace(quotes, scheduled, journaling(store.journal()), arrived);
    }
    return histogram;
  }

  private void pace(Quote[] quotes, long[] scheduled, Engine.TurnSinkMaker sink, Runnable arrived) {
    Engine engine =
        Engine.with(List.of(instrument), 1, context -> new Always(context, EVERY), sink, arrived);
    long begin = System.nanoTime();
    for (int i = 0; i < quotes.length; i++) {
      scheduled[0] = begin + i * PERIOD;
      while (System.nanoTime() < scheduled[0]) {
        Thread.onSpinWait();
      }
      engine.feed(quotes[i]);
    }
  }

  /** Measures how long one force takes. */
  Histogram fsyncs() throws IOException {
    measureFsync();
    return fsync;
  }

  private void measureFsync() throws IOException {
    Path file = folder.resolve("fsync");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(1 << 20));
      channel.force(true);
      for (int i = 0; i < 1_000; i++) {
        channel.position(i * 512L);
        channel.write(ByteBuffer.allocate(512));
        long begin = System.nanoTime();
        channel.force(false);
        fsync.recordValue(System.nanoTime() - begin);
        LockSupport.parkNanos(PERIOD);
      }
    }
  }

  private double loop(boolean durable) {
    Quote[] quotes = Quotes.walk(instrument, TICKS * 5);
    if (!durable) {
      return rate(quotes, core -> record -> {});
    }
    try (Store store = open()) {
      return rate(quotes, journaling(store.journal()));
    }
  }

  private double rate(Quote[] quotes, Engine.TurnSinkMaker sink) {
    Engine engine =
        Engine.with(List.of(instrument), 1, context -> new Always(context, 1_000), sink, () -> {});
    long begin = System.nanoTime();
    engine.feed(quotes);
    return quotes.length * 1e9 / (System.nanoTime() - begin);
  }

  private Row recovery() {
    Path directory = folder.resolve("recovery");
    StoreSpec spec = StoreSpec.of("recovery", directory);
    String hash;
    try (Store store = new MapDbBackend().open(spec)) {
      Engine engine =
          Engine.with(
              List.of(instrument),
              1,
              context -> new Always(context, 1_000),
              journaling(store.journal()),
              () -> {});
      engine.feed(Quotes.walk(instrument, RECORDED));
      store.journal().write();
      store.journal().force();
      hash = engine.core().stateHash();
    }
    long begin = System.nanoTime();
    TraderCore core = new TraderCore(Engine.settings());
    try (Store store = new MapDbBackend().open(spec);
        JournalCursor cursor = store.journal().read(0)) {
      TurnCodec codec = new TurnCodec(core.instruments());
      for (JournalEntry entry = cursor.next(); entry != null; entry = cursor.next()) {
        core.replay(codec.decode(entry));
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    boolean equal = core.stateHash().equals(hash);
    if (!equal) {
      throw new IllegalStateException("the recovered state differs from the recorded one");
    }
    return Row.atMost(
        "recovery of 1 million recorded events, store opened, no snapshot",
        5,
        seconds,
        "s",
        text("%,d turns, equal state", core.sequence() + 1));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
