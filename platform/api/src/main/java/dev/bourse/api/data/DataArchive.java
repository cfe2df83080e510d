package dev.bourse.api.data;

import java.nio.file.Path;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a venue publishes of its past. A service; the methods block the thread that calls, which may
 * be interrupted. What goes wrong is a {@link DataException} with a sentence.
 */
@ConsumerType
public interface DataArchive {
  /** The service property with the word that commands use, {@code binance}. */
  String TYPE = "archive.type";

  /**
   * Checks what can be checked without asking anybody; throws {@link IllegalArgumentException} with
   * a sentence.
   */
  void check(ArchiveRequest request);

  /** The rules by which the venue trades a symbol now, by the keys of {@link InstrumentRules}. */
  Map<String, String> rules(String symbol) throws InterruptedException;

  /**
   * Fetches the files that hold the wanted range, checks their sums, and hands each to the sink, in
   * order of time. A second call goes on where the first ended.
   */
  void fetch(ArchiveRequest request, Sink sink) throws InterruptedException;

  /** Takes what was fetched. */
  interface Sink {
    /**
     * What is being done.
     *
     * @param doing a few words for people
     * @param share the share of all files that is done, 0 to 1
     */
    void progress(String doing, double share);

    /** Something that should be known afterwards, a sentence. */
    void note(String sentence);

    /**
     * Stores a file; when this returns, all of it is durable.
     *
     * @param file the file, which may be removed afterwards
     * @param format the name of its {@link DataFormat}
     */
    void file(Path file, String format) throws InterruptedException;
  }
}
