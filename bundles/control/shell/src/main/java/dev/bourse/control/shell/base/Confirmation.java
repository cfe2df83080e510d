package dev.bourse.control.shell.base;

import dev.bourse.control.shell.service.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.karaf.shell.api.console.Session;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;

/** Asks before something dangerous. */
final class Confirmation {
  private Confirmation() {}

  /** Returns if the person at the terminal said yes; refuses otherwise, and where nobody is. */
  static void require(Session session, String what) {
    if (session.getTerminal() == null) {
      throw nobody(what);
    }
    String answer = ask(session, what).strip().toLowerCase(Locale.ROOT);
    if (!answer.equals("y") && !answer.equals("yes")) {
      throw new Refusal("Nothing was done.");
    }
  }

  private static Refusal nobody(String what) {
    return new Refusal(what + " Nobody can be asked here: add --yes to do it without a question.");
  }

  private static String ask(Session session, String what) {
    try {
      String answer = session.readLine(what + " Do it? [y/N] ", null);
      return answer == null ? "" : answer;
    } catch (UserInterruptException | EndOfFileException e) {
      return "";
    } catch (UnsupportedOperationException e) {
      throw nobody(what);
    } catch (IOException e) {
      throw new UncheckedIOException("The answer could not be read", e);
    }
  }
}
