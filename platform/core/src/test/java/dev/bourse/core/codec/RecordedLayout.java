package dev.bourse.core.codec;

import dev.bourse.api.persistence.EntryKind;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.persistence.SnapshotEntry;
import dev.bourse.api.trace.Turn;
import dev.bourse.core.Fixture;
import dev.bourse.core.TraderCore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** The turns and the last snapshot of a trader as an earlier version wrote them. */
final class RecordedLayout {
  private final int layout;
  private final List<String[]> lines;

  RecordedLayout(int layout) {
    this.layout = layout;
    String name = "layout-" + layout + ".txt";
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(RecordedLayout.class.getResourceAsStream(name), name),
                StandardCharsets.US_ASCII))) {
      this.lines = in.lines().map(line -> line.split(" ", -1)).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A trader that loads the snapshot. */
  TraderCore restored() {
    return TraderCore.restore(Fixture.settings(List.of()), snapshot());
  }

  /** A trader that folds the turns. */
  TraderCore folded() {
    TraderCore core = new TraderCore(Fixture.settings(List.of()));
    TurnCodec codec = new TurnCodec(core.state().market().instruments());
    entries().forEach(entry -> core.replay(codec.decode(entry)));
    return core;
  }

  /** The turns, read with the instruments of a trader that knows them. */
  List<Turn> turns() {
    TurnCodec codec = new TurnCodec(restored().state().market().instruments());
    return entries().stream().map(codec::decode).toList();
  }

  Snapshot snapshot() {
    List<String[]> state = lines.stream().filter(line -> line[0].equals("state")).toList();
    return new Snapshot(
        Long.parseLong(state.get(0)[1]),
        Long.parseLong(state.get(0)[2]),
        layout,
        state.stream()
            .map(line -> new SnapshotEntry(line[3], line[4], HexFormat.of().parseHex(line[5])))
            .toList());
  }

  private List<JournalEntry> entries() {
    return lines.stream().filter(line -> line[0].equals("turn")).map(this::entry).toList();
  }

  private JournalEntry entry(String[] line) {
    return new JournalEntry(
        Long.parseLong(line[1]),
        Long.parseLong(line[2]),
        EntryKind.valueOf(line[3]),
        layout,
        List.of(),
        HexFormat.of().parseHex(line[4]));
  }
}
