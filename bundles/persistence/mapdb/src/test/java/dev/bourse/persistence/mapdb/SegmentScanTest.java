package dev.bourse.persistence.mapdb;

import static dev.bourse.testkit.persistence.TestEntries.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("N4")
final class SegmentScanTest {
  private static final Path PATH = Path.of("demo", FileNames.segment(1));
  private static final long SEGMENT = SegmentHeader.segment("demo", 1);
  private final SimulatedDisk disk = new SimulatedDisk(1);
  private final ByteBuffer frames = ByteBuffer.allocate(10_000);

  @BeforeEach
  void prepare() throws IOException {
    try (DiskFile file = disk.create(PATH)) {
      file.zero(0, 1 << 20);
      file.write(0, SegmentHeader.of("demo", 1).encode());
    }
  }

  @Test
  void framesThatFollowEachOtherAreOneRun() throws Exception {
    FrameEncoder encoder = new FrameEncoder(4, SEGMENT, 77);
    encoder.entry(frames, entry(5), 4);
    encoder.entry(frames, entry(6), 4);
    encoder.mark(frames, 6, 600, 6);
    encoder.entry(frames, entry(7), 6);

    Run run = scan().runs().get(0);

    assertThat(scan().runs()).hasSize(1);
    assertThat(List.of(run.before(), run.last(), run.forced())).containsExactly(4L, 7L, 6L);
    assertThat(run.previousCrc()).isEqualTo(77);
    assertThat(run.end()).isEqualTo(Frame.SEGMENT_HEADER + frames.position());
    assertThat(scan().isWhole()).isTrue();
  }

  @Test
  void aFrameOfAnotherChainIsAnotherRun() throws Exception {
    new FrameEncoder(1, SEGMENT, 0).entry(frames, entry(1), -1);
    new FrameEncoder(1, SEGMENT, 0).entry(frames, entry(2), -1);

    List<Run> runs = scan().runs();

    assertThat(runs).extracting(Run::last).containsExactly(1L, 2L);
  }

  @Test
  void aFrameOfAnEarlierWriterIsAnotherRun() throws Exception {
    new FrameEncoder(2, SEGMENT, 0).entry(frames, entry(1), -1);
    new FrameEncoder(1, SEGMENT, frames.getInt(0)).entry(frames, entry(2), -1);

    List<Run> runs = scan().runs();

    assertThat(runs).extracting(Run::last).containsExactly(1L, 2L);
  }

  @Test
  void aFrameOfAnotherSegmentIsNone() throws Exception {
    new FrameEncoder(1, SEGMENT + 1, 0).entry(frames, entry(1), -1);

    SegmentScan scan = scan();

    assertThat(scan.runs()).isEmpty();
    assertThat(scan.isUntouched()).isFalse();
  }

  @Test
  void findsTheFramesBehindABadOne() throws Exception {
    FrameEncoder encoder = new FrameEncoder(1, SEGMENT, 0);
    encoder.entry(frames, entry(1), -1);
    int second = frames.position();
    encoder.entry(frames, entry(2), -1);
    encoder.entry(frames, entry(3), 2);
    frames.put(second + 100, (byte) (frames.get(second + 100) + 1));

    List<Run> runs = scan().runs();

    assertThat(runs).extracting(Run::last).containsExactly(1L, 3L);
    assertThat(runs).extracting(Run::forced).containsExactly(-1L, 2L);
  }

  private SegmentScan scan() throws IOException {
    try (DiskFile file = disk.edit(PATH)) {
      file.write(Frame.SEGMENT_HEADER, frames.duplicate().flip());
    }
    return SegmentScan.of(disk, PATH, "demo", 1);
  }
}
