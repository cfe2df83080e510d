package dev.bourse.control.shell.base;

import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.text.Table;
import org.apache.karaf.shell.api.action.Option;

/** A command that lists things: for people, for pipes, or as JSON. */
public abstract class ListingCommand extends BourseCommand {
  @Option(name = "--json", description = "Prints JSON, one object per line")
  private boolean json;

  @Option(
      name = "--no-format",
      description = "Prints tab-separated values under one line of headings")
  private boolean noFormat;

  /** For Karaf, which fills the fields. */
  protected ListingCommand() {}

  /** What to list. */
  protected abstract Table table(Services services);

  @Override
  protected final void run(Services services) {
    Table table = table(services);
    print(json ? table.json() : noFormat ? table.tabs() : table.text() + below(services));
  }

  /** Sentences under the table for people; each ends with a line feed. */
  protected String below(Services services) {
    return "";
  }
}
