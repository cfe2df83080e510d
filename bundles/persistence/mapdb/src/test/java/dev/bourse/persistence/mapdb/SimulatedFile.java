package dev.bourse.persistence.mapdb;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The content of a file on a {@link SimulatedDisk}: pages as programs see them, and pages as they
 * are on the platter. A page that is in neither is all zeros.
 */
final class SimulatedFile {
  static final int PAGE = 4096;
  private static final int SECTOR = 512;
  private final TreeMap<Integer, byte[]> pages = new TreeMap<>();
  private final TreeMap<Integer, byte[]> platter = new TreeMap<>();
  private final TreeSet<Integer> dirty = new TreeSet<>();
  private long size;
  private long platterSize;

  long size() {
    return size;
  }

  int read(long position, byte[] bytes, int offset, int length) {
    int count = (int) Math.max(0, Math.min(length, size - position));
    for (int done = 0; done < count; ) {
      long at = position + done;
      int within = (int) (at % PAGE);
      int step = Math.min(count - done, PAGE - within);
      byte[] page = pages.get((int) (at / PAGE));
      if (page == null) {
        Arrays.fill(bytes, offset + done, offset + done + step, (byte) 0);
      } else {
        System.arraycopy(page, within, bytes, offset + done, step);
      }
      done += step;
    }
    return count;
  }

  void write(long position, byte[] bytes) {
    for (int done = 0; done < bytes.length; ) {
      long at = position + done;
      int within = (int) (at % PAGE);
      int step = Math.min(bytes.length - done, PAGE - within);
      int number = (int) (at / PAGE);
      byte[] page = pages.containsKey(number) ? pages.get(number).clone() : new byte[PAGE];
      System.arraycopy(bytes, done, page, within, step);
      pages.put(number, page);
      dirty.add(number);
      done += step;
    }
    size = Math.max(size, position + bytes.length);
  }

  void zero(long from, long to) {
    long position = from;
    while (position < to) {
      long next = Math.min(to, (position / PAGE + 1) * PAGE);
      int number = (int) (position / PAGE);
      if (next - position == PAGE) {
        pages.remove(number);
        dirty.add(number);
      } else {
        write(position, new byte[(int) (next - position)]);
      }
      position = next;
    }
    size = Math.max(size, to);
  }

  /** Changes one bit, on the platter too. */
  void flip(long position, int bit) {
    force();
    byte[] one = new byte[1];
    read(position, one, 0, 1);
    write(position, new byte[] {(byte) (one[0] ^ 1 << bit)});
    force();
  }

  void force() {
    dirty.forEach(this::toPlatter);
    dirty.clear();
    platterSize = size;
  }

  /** Some pages reach the platter; all others look clean and never will. */
  void failForce(Random random) {
    dirty.stream().filter(page -> random.nextBoolean()).forEach(this::toPlatter);
    dirty.clear();
  }

  /** One page reaches the platter early, as it is now. */
  void writeBack(Random random) {
    if (!dirty.isEmpty()) {
      Integer page = dirty.floor(random.nextInt(dirty.last() + 1));
      toPlatter(page == null ? dirty.first() : page);
    }
  }

  /** What is left when the power comes back. */
  SimulatedFile afterPowerCut(Random random) {
    SimulatedFile left = new SimulatedFile();
    left.pages.putAll(platter);
    for (Integer number : dirty) {
      int fate = random.nextInt(5);
      if (fate < 2) {
        put(left.pages, number, pages.get(number));
      } else if (fate == 2) {
        put(left.pages, number, torn(number, random));
      }
    }
    left.size = random.nextBoolean() ? size : platterSize;
    left.pages.tailMap((int) ((left.size + PAGE - 1) / PAGE)).clear();
    left.platter.putAll(left.pages);
    left.platterSize = left.size;
    return left;
  }

  private byte[] torn(Integer number, Random random) {
    byte[] before = platter.getOrDefault(number, new byte[PAGE]).clone();
    byte[] after = pages.getOrDefault(number, new byte[PAGE]);
    for (int sector = 0; sector < PAGE; sector += SECTOR) {
      if (random.nextBoolean()) {
        System.arraycopy(after, sector, before, sector, SECTOR);
      }
    }
    return before;
  }

  private void toPlatter(Integer number) {
    put(platter, number, pages.get(number));
  }

  private static void put(Map<Integer, byte[]> target, Integer number, byte[] page) {
    if (page == null) {
      target.remove(number);
    } else {
      target.put(number, page);
    }
  }
}
