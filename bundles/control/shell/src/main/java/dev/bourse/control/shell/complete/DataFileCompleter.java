package dev.bourse.control.shell.complete;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.FileCompleter;

/** Names of files. */
@Service
public final class DataFileCompleter implements Completer {
  private final FileCompleter files = new FileCompleter();

  /** For Karaf. */
  public DataFileCompleter() {}

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    return files.complete(session, line, candidates);
  }
}
