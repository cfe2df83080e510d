package dev.bourse.itests.karaf.invoker;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.ops4j.pax.exam.ProbeInvoker;
import org.ops4j.pax.exam.TestContainerException;
import org.osgi.framework.Bundle;

/** Runs one test method of the probe with the Jupiter engine and reports its failure, if any. */
record JupiterInvoker(Bundle probe, String className, String methodName) implements ProbeInvoker {
  /** The invoker for an address as Pax Exam writes it: {@code class;method}. */
  static JupiterInvoker of(Bundle probe, String address) {
    List<String> parts = List.of(address.split(";", -1));
    return new JupiterInvoker(probe, parts.get(0), parts.get(1));
  }

  @Override
  public void call(Object... arguments) {
    Class<?> testClass = testClass();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(testClass.getClassLoader());
    try {
      Verdict.of(run(testClass, method(testClass))).demandSuccess(this);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public String toString() {
    return className + "#" + methodName;
  }

  private static SummaryGeneratingListener run(Class<?> testClass, Method method) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectMethod(testClass, method))
            .build();
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    launcher().execute(request, summary);
    return summary;
  }

  /** Everything is named here, because service files of other bundles are out of sight. */
  private static Launcher launcher() {
    LauncherConfig config =
        LauncherConfig.builder()
            .enableTestEngineAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .addTestEngines(new JupiterTestEngine())
            .build();
    return LauncherFactory.create(config);
  }

  private Class<?> testClass() {
    try {
      return probe.loadClass(className);
    } catch (ClassNotFoundException e) {
      throw new TestContainerException("The probe does not contain the class of " + this, e);
    }
  }

  private Method method(Class<?> testClass) {
    return Stream.of(testClass.getDeclaredMethods())
        .filter(method -> method.getName().equals(methodName))
        .findFirst()
        .orElseThrow(() -> new TestContainerException("There is no test method " + this));
  }
}
