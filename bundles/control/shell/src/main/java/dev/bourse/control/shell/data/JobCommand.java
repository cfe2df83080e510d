package dev.bourse.control.shell.data;

import dev.bourse.api.data.DataJob;
import dev.bourse.api.data.DataLibrary;
import dev.bourse.control.shell.base.BourseCommand;
import dev.bourse.control.shell.service.Part;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.text.Display;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A command that gives the store something to do and waits for it.
 *
 * @param <T> what comes out of it
 */
abstract class JobCommand<T> extends BourseCommand {
  private @Nullable DataJob<T> running;

  /** For Karaf, which fills the fields. */
  JobCommand() {}

  /** Starts the work; the reply is printed when it is done. */
  final void work(
      Services services, Function<DataLibrary, DataJob<T>> start, Function<T, String> reply)
      throws InterruptedException {
    DataLibrary library = services.require(DataLibrary.class, Part.LIBRARY);
    DataJob<T> job = JobWatch.start(() -> start.apply(library));
    running = job;
    boolean terminal = session().getTerminal() != null;
    T outcome;
    try {
      outcome = JobWatch.until(job, line -> print(terminal ? "\r" + line + "\u001b[K" : ""));
    } finally {
      print(terminal ? "\r\u001b[K" : "");
    }
    print(reply.apply(outcome));
  }

  @Override
  protected String whenInterrupted() {
    DataJob<T> job = running;
    String after = job == null ? "" : " after " + Display.count(job.events(), "event");
    return "\nStopped" + after + "; " + left() + "\n";
  }

  /** What is left when somebody stops, a sentence without its beginning. */
  abstract String left();
}
