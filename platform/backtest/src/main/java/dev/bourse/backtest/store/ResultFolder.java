package dev.bourse.backtest.store;

import dev.bourse.api.backtest.BacktestSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All results kept. Any thread. */
public final class ResultFolder {
  private static final String DRAFT = ".draft-";
  private static final String TEXT = "result.txt";

  private record Entry(FileTime written, BacktestSummary summary) {}

  private final Path folder;

  /** Results in the given folder, which is made when it is needed. */
  public ResultFolder(Path folder) {
    this.folder = folder;
  }

  /** A result to be written. */
  public ResultDraft draft() {
    try {
      Files.createDirectories(folder);
      return new ResultDraft(folder, Files.createTempDirectory(folder, DRAFT));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write results to " + folder, e);
    }
  }

  /** All results, newest first. */
  public List<BacktestSummary> list() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Entry> entries = new ArrayList<>();
    try (Stream<Path> folders = Files.list(folder)) {
      for (Path each : folders.sorted().toList()) {
        read(each).ifPresent(entries::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the results in " + folder, e);
    }
    return entries.stream()
        .sorted(Comparator.comparing(Entry::written).reversed())
        .map(Entry::summary)
        .toList();
  }

  private static Optional<Entry> read(Path directory) throws IOException {
    Path text = directory.resolve(TEXT);
    boolean draft = directory.getFileName().toString().startsWith(DRAFT);
    if (draft || !Files.isRegularFile(text)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(text, StandardCharsets.UTF_8);
    return Optional.of(
        new Entry(Files.getLastModifiedTime(text), ResultText.summary(lines, directory)));
  }

  /**
   * The result whose id is or begins with the given text; empty if there is none, or more than one
   * begins with it.
   */
  public Optional<BacktestSummary> find(String id) {
    List<BacktestSummary> all = list();
    List<BacktestSummary> found =
        all.stream().filter(each -> !id.isEmpty() && each.id().startsWith(id)).toList();
    return found.size() == 1
        ? Optional.of(found.get(0))
        : found.stream().filter(each -> each.id().equals(id)).findFirst();
  }
}
