package dev.bourse.itests.karaf.invoker;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.ops4j.pax.exam.TestContainerException;

/**
 * How a run of one method ended.
 *
 * <p>A failure travels to the build as text, because its class may exist only in the container. A
 * failed assertion keeps its kind: its cause on the other side is an {@link AssertionError}.
 *
 * @param failures what was thrown, in order
 * @param succeeded how many tests succeeded
 */
record Verdict(List<Throwable> failures, long succeeded) {
  static Verdict of(SummaryGeneratingListener listener) {
    TestExecutionSummary summary = listener.getSummary();
    List<Throwable> failures =
        summary.getFailures().stream().map(TestExecutionSummary.Failure::getException).toList();
    return new Verdict(failures, summary.getTestsSucceededCount());
  }

  /** Throws unless the method ran and succeeded. */
  void demandSuccess(JupiterInvoker test) {
    if (!failures.isEmpty()) {
      Throwable first = failures.get(0);
      String trace = trace(first);
      throw first instanceof AssertionError
          ? new TestContainerException(trace, new AssertionError(trace))
          : new TestContainerException(trace);
    }
    if (succeeded == 0) {
      throw new TestContainerException("The engine found nothing to run for " + test);
    }
  }

  private static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
