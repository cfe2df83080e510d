package dev.bourse.backtest.store;

import dev.bourse.api.backtest.BacktestResult;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A result being written, in a folder that nobody lists. Belongs to the thread of a run; closing
 * removes what was not put in place.
 */
public final class ResultDraft implements AutoCloseable {
  private final Path folder;
  private final Path draft;
  private final BufferedWriter trace;

  ResultDraft(Path folder, Path draft) throws IOException {
    this.folder = folder;
    this.draft = draft;
    this.trace = Files.newBufferedWriter(draft.resolve("trace.txt"), StandardCharsets.UTF_8);
  }

  /** Adds a line to the trace. */
  public void trace(String line) {
    try {
      trace.write(line);
      trace.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the trace in " + draft, e);
    }
  }

  /** Writes everything and puts the folder in its place; a former result of the same id goes. */
  public void write(BacktestResult result, Map<String, String> tables, Optional<String> page) {
    try {
      trace.close();
      file("orders.csv", ResultTables.orders(result));
      file("fills.csv", ResultTables.fills(result));
      file("equity.csv", ResultTables.equity(result));
      file("statistics.csv", FigureFile.of(result.figures()));
      for (Map.Entry<String, String> table : tables.entrySet()) {
        file(table.getKey(), table.getValue());
      }
      file("result.txt", ResultText.of(result));
      if (page.isPresent()) {
        file("report.html", page.get());
      }
      Folders.replace(draft, folder.resolve(result.id()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the result to " + folder, e);
    }
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(draft.resolve(name), text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      trace.close();
      Folders.delete(draft);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + draft, e);
    }
  }
}
