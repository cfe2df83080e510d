package dev.bourse.control.shell.base;

import dev.bourse.api.config.ConfigException;
import dev.bourse.control.shell.service.Refusal;
import dev.bourse.control.shell.service.Services;
import java.util.List;
import java.util.Objects;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A command: looks its services up, prints to the console of its session (what an action returns is
 * not printed when it was called over SSH), and turns every failure into a sentence.
 */
public abstract class BourseCommand implements Action {
  private static final Logger LOG = LoggerFactory.getLogger(BourseCommand.class);

  @Reference private @Nullable Session session;
  @Reference private @Nullable BundleContext bundleContext;

  /** For Karaf, which fills the fields. */
  protected BourseCommand() {}

  @Override
  public final @Nullable Object execute() throws CommandException {
    try (Services services = new Services(Objects.requireNonNull(bundleContext))) {
      new TrailingOptions(this).apply(trailing());
      run(services);
      return null;
    } catch (ConfigException e) {
      throw sentence(String.join("\n", e.problems()), e);
    } catch (Refusal | IllegalArgumentException | IllegalStateException e) {
      throw sentence(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      print(whenInterrupted());
      return null;
    } catch (RuntimeException e) {
      LOG.error("{} failed", getClass().getSimpleName(), e);
      throw sentence("This is a fault in Bourse: " + e + ". The log has the details.", e);
    }
  }

  /** Does what the command is for. */
  protected abstract void run(Services services) throws InterruptedException;

  /**
   * What to say after Ctrl-C, with a line feed. It is printed at once: the shell takes no result of
   * an interrupted command any more.
   */
  protected String whenInterrupted() {
    return "Stopped waiting; what was asked for stands.\n";
  }

  /** The words behind the last argument, which must be options. */
  protected List<String> trailing() {
    return List.of();
  }

  /** The session that called. */
  protected final Session session() {
    return Objects.requireNonNull(session);
  }

  /** Prints text as it is. */
  protected final void print(String text) {
    session().getConsole().print(text);
    session().getConsole().flush();
  }

  /** Prints a sentence on its own line. */
  protected final void say(String sentence) {
    print(sentence + "\n");
  }

  /** Asks before something dangerous, unless that was agreed to; refuses where nobody agrees. */
  protected final void confirm(String what, boolean agreed) {
    if (!agreed) {
      Confirmation.require(session(), what);
    }
  }

  /** The value of an option that counts something; refuses less than one. */
  protected static int positive(String option, int count) {
    if (count < 1) {
      throw new Refusal(option + "=" + count + " must be 1 or more.");
    }
    return count;
  }

  /** Who asks, for the journal. */
  protected final String by() {
    Object user = session().get("USER");
    return "shell:" + (user == null ? "unknown" : user);
  }

  private static CommandException sentence(String text, Throwable cause) {
    return new CommandException(text, text, cause);
  }
}
