package dev.bourse.data.csv;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks for descriptions in a folder, also through links; what cannot be entered is remembered. */
final class Finder extends SimpleFileVisitor<Path> {
  private static final int DEPTH = 4;

  private final SortedSet<Path> found = new TreeSet<>();
  private final SortedMap<Path, String> failed = new TreeMap<>();

  private Finder() {}

  /** Looks through a folder and three levels below; one that is not there is empty. */
  static Finder in(Path folder) {
    Finder finder = new Finder();
    if (Files.isDirectory(folder)) {
      try {
        Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), DEPTH, finder);
      } catch (IOException e) {
        finder.failed.put(folder, reason(folder, e));
      }
    }
    return finder;
  }

  /** The descriptions, in order of their paths. */
  SortedSet<Path> found() {
    return found;
  }

  /** What could not be looked at, with a sentence each. */
  SortedMap<Path, String> failed() {
    return failed;
  }

  /** A link that leads nowhere is found too, so that reading it says so. */
  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    boolean readable = attributes.isRegularFile() || attributes.isSymbolicLink();
    if (readable && file.toString().endsWith(Catalogue.ENDING)) {
      found.add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  /** A link back to where we are hides nothing. */
  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) {
    if (!(failure instanceof FileSystemLoopException)) {
      failed.put(file, reason(file, failure));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
    if (failure != null) {
      failed.put(folder, reason(folder, failure));
    }
    return FileVisitResult.CONTINUE;
  }

  private static String reason(Path path, IOException failure) {
    return path + " cannot be looked at: " + failure;
  }
}
