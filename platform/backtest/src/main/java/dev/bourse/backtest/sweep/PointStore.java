package dev.bourse.backtest.sweep;

import dev.bourse.api.backtest.Figure;
import dev.bourse.backtest.run.RunId;
import dev.bourse.backtest.store.FigureFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Finished points on disk, one file each, put in place by one rename. A file of another edition of
 * the statistics, or a damaged one, counts as none. Any thread.
 */
final class PointStore {
  private final Path folder;
  private final String edition;

  /**
   * A point that is finished.
   *
   * @param figures its statistics
   * @param ordersHash SHA-256 of its orders
   */
  record Finished(List<Figure> figures, String ordersHash) {
    Finished {
      figures = List.copyOf(figures);
    }
  }

  PointStore(Path folder, String edition) {
    this.folder = folder;
    this.edition = edition;
  }

  /** The finished point of a run id. */
  Optional<Finished> find(String id) {
    Path file = file(id);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      int first = text.indexOf('\n') + 1;
      int second = text.indexOf('\n', first) + 1;
      int third = text.indexOf('\n', second) + 1;
      if (third == 0 || !text.substring(0, first).equals(head(text.substring(second)))) {
        return Optional.empty();
      }
      String orders = text.substring(second, third - 1);
      return text.substring(first, second - 1).equals(edition)
          ? Optional.of(
              new Finished(FigureFile.read(text.substring(third), file.toString()), orders))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Keeps a finished point. */
  void keep(String id, Finished point) {
    String rest = point.ordersHash() + '\n' + FigureFile.of(point.figures());
    try {
      Files.createDirectories(folder);
      Path draft = Files.createTempFile(folder, ".draft-", "");
      Files.writeString(draft, head(rest) + edition + '\n' + rest, StandardCharsets.UTF_8);
      Files.move(draft, file(id), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep a point of the sweep in " + folder, e);
    }
  }

  /** The first line: a hash of everything below the edition, so that damage shows. */
  private static String head(String rest) {
    return RunId.sha256(rest) + '\n';
  }

  private Path file(String id) {
    return folder.resolve(id + ".txt");
  }
}
