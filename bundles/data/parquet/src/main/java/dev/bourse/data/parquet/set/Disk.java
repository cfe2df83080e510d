package dev.bourse.data.parquet.set;

import dev.bourse.api.model.InstrumentId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are there wholly or not at all, also after a power cut. */
public final class Disk {
  private static final String HIDDEN = ".part";

  private Disk() {}

  /** Makes a folder, and removes what a crash left in it. */
  static void prepare(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      Path parent = folder.toAbsolutePath().getParent();
      if (parent != null) {
        force(parent);
      }
    }
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*" + HIDDEN)) {
      for (Path each : left) {
        Files.deleteIfExists(each);
      }
    }
  }

  static String partName(InstrumentId id, long first) {
    return id.toString().replaceAll("[^A-Za-z0-9._-]", "_") + "-" + first;
  }

  /** The name under which a file of a folder is written. */
  static Path hidden(Path folder, String name) {
    return folder.resolve(name + HIDDEN);
  }

  /** Gives a written and forced file its name; where that is taken, with a number behind it. */
  static void appear(Path hidden, Path folder, String name) throws IOException {
    Path free = folder.resolve(name + Sets.PART);
    for (int i = 2; Files.exists(free); i++) {
      free = folder.resolve(name + "-" + i + Sets.PART);
    }
    Files.move(hidden, free, StandardCopyOption.ATOMIC_MOVE);
    force(folder);
  }

  static void remove(Path file) throws IOException {
    Files.deleteIfExists(file);
  }

  /** Puts a file in the place of another, durably. */
  public static void replace(Path written, Path target) throws IOException {
    try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(
        written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null) {
      force(folder);
    }
  }

  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
