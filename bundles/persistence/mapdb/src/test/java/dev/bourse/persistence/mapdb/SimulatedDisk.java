package dev.bourse.persistence.mapdb;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A disk that can lose power, fail a force, be full and be read-only, always the same way for the
 * same seed.
 *
 * <p>Names are as volatile as pages: a creation, a rename or a deletion survives for sure only once
 * its directory was forced; of the others any may survive. At a power cut each unforced page is
 * kept, lost or torn at a sector; pages may also reach the platter earlier, as they were then. Used
 * by one thread.
 */
final class SimulatedDisk implements Disk {
  private final Random random;
  private final Map<Path, SimulatedFile> names;
  private final Map<Path, SimulatedFile> platterNames;
  private final List<Consumer<Map<Path, SimulatedFile>>> pendingNames = new ArrayList<>();
  private final Set<Path> locks = new HashSet<>();
  private long operations;
  private long cutAt = Long.MAX_VALUE;
  private long failForceAt = Long.MAX_VALUE;
  private long forces;
  private long capacity = Long.MAX_VALUE;
  private boolean readOnly;

  SimulatedDisk(long seed) {
    this(new Random(seed), Map.of());
  }

  private SimulatedDisk(Random random, Map<Path, SimulatedFile> files) {
    this.random = random;
    this.names = new TreeMap<>(files);
    this.platterNames = new TreeMap<>(files);
  }

  /** Cuts the power at the operation that comes after so many others. */
  void cutAfter(long count) {
    cutAt = operations + count;
  }

  /** Fails one force of a file, the one after so many others. */
  void failForceAfter(long count) {
    failForceAt = forces + count;
  }

  /** Limits the sum of all files. */
  void limitTo(long bytes) {
    capacity = bytes;
  }

  void readOnly() {
    readOnly = true;
  }

  /** How many operations there were, and how many bytes there are. */
  long operations() {
    return operations;
  }

  long used() {
    return names.values().stream().mapToLong(SimulatedFile::size).sum();
  }

  SimulatedFile file(Path path) {
    return names.get(path.toAbsolutePath());
  }

  /** The same disk when the power is back. */
  SimulatedDisk afterPowerCut() {
    Map<Path, SimulatedFile> left = new TreeMap<>(platterNames);
    int kept = random.nextInt(pendingNames.size() + 1);
    boolean ordered = random.nextBoolean();
    for (int i = 0; i < pendingNames.size(); i++) {
      if (ordered ? i < kept : random.nextBoolean()) {
        pendingNames.get(i).accept(left);
      }
    }
    left.replaceAll((path, file) -> file.afterPowerCut(random));
    return new SimulatedDisk(random, left);
  }

  /** The same disk when only the process died. */
  SimulatedDisk afterKill() {
    SimulatedDisk same = new SimulatedDisk(random, names);
    same.platterNames.clear();
    same.platterNames.putAll(platterNames);
    same.pendingNames.addAll(pendingNames);
    return same;
  }

  @Override
  public void createDirectories(Path directory) {
    operate();
  }

  @Override
  public List<String> list(Path directory) {
    operate();
    return names.keySet().stream()
        .filter(path -> directory.toAbsolutePath().equals(path.getParent()))
        .map(path -> path.getFileName().toString())
        .toList();
  }

  @Override
  public DiskFile create(Path file) throws IOException {
    change();
    SimulatedFile created = new SimulatedFile();
    rename(map -> map.put(file.toAbsolutePath(), created));
    return new Handle(created);
  }

  @Override
  public DiskFile edit(Path file) throws IOException {
    change();
    return new Handle(existing(file));
  }

  @Override
  public DiskFile read(Path file) throws IOException {
    operate();
    return new Handle(existing(file));
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    change();
    existing(from);
    rename(
        map -> {
          SimulatedFile moved = map.remove(from.toAbsolutePath());
          if (moved != null) {
            map.put(to.toAbsolutePath(), moved);
          }
        });
  }

  @Override
  public void delete(Path file) throws IOException {
    change();
    rename(map -> map.remove(file.toAbsolutePath()));
  }

  @Override
  public long usable(Path directory) {
    operate();
    return capacity == Long.MAX_VALUE ? capacity : Math.max(0, capacity - used());
  }

  @Override
  public void forceDirectory(Path directory) throws IOException {
    change();
    platterNames.clear();
    platterNames.putAll(names);
    pendingNames.clear();
  }

  @Override
  public Closeable lock(Path file) throws IOException {
    change();
    if (!locks.add(file)) {
      throw new LockedException("another test");
    }
    return () -> locks.remove(file);
  }

  private void rename(Consumer<Map<Path, SimulatedFile>> change) {
    change.accept(names);
    pendingNames.add(change);
  }

  private SimulatedFile existing(Path path) throws IOException {
    SimulatedFile file = file(path);
    if (file == null) {
      throw new NoSuchFileException(path.toString());
    }
    return file;
  }

  private void operate() {
    if (operations++ >= cutAt) {
      throw new PowerCut();
    }
  }

  private void change() throws IOException {
    operate();
    if (readOnly) {
      throw new IOException("Read-only file system");
    }
  }

  private void grow(SimulatedFile file, long to) throws IOException {
    if (to > file.size() && used() + to - file.size() > capacity) {
      throw new IOException("No space left on device");
    }
  }

  /** One open file. */
  private final class Handle implements DiskFile {
    private final SimulatedFile file;

    Handle(SimulatedFile file) {
      this.file = file;
    }

    @Override
    public long size() {
      return file.size();
    }

    @Override
    public int read(long position, byte[] bytes, int offset, int length) {
      return file.read(position, bytes, offset, length);
    }

    @Override
    public void write(long position, ByteBuffer bytes) throws IOException {
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      if (operations == cutAt) {
        file.write(position, Arrays.copyOf(copy, random.nextInt(copy.length + 1)));
      }
      change();
      grow(file, position + copy.length);
      file.write(position, copy);
      if (random.nextInt(8) == 0) {
        file.writeBack(random);
      }
    }

    @Override
    public void zero(long from, long to) throws IOException {
      change();
      grow(file, to);
      file.zero(from, to);
    }

    @Override
    public void force() throws IOException {
      change();
      if (forces++ == failForceAt) {
        file.failForce(random);
        throw new IOException("Input/output error");
      }
      file.force();
    }

    @Override
    public void close() {}
  }
}
