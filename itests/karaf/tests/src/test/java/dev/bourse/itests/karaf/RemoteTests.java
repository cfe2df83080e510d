package dev.bourse.itests.karaf;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.ops4j.pax.exam.ExamConfigurationException;
import org.ops4j.pax.exam.TestAddress;
import org.ops4j.pax.exam.TestProbeBuilder;
import org.ops4j.pax.exam.spi.StagedExamReactor;
import org.ops4j.pax.exam.spi.reactors.ReactorManager;

/** The tests of one class in a container of their own, seen from the build. */
final class RemoteTests implements AutoCloseable {
  private final Class<?> testClass;
  private final StagedExamReactor reactor;
  private final Map<String, TestAddress> addresses;

  private RemoteTests(
      Class<?> testClass, StagedExamReactor reactor, Map<String, TestAddress> addresses) {
    this.testClass = testClass;
    this.reactor = reactor;
    this.addresses = addresses;
  }

  /** Packs the tests of a class into a probe and boots a container with it. */
  static RemoteTests boot(Class<?> testClass)
      throws IOException, ReflectiveOperationException, ExamConfigurationException {
    ReactorManager manager = ReactorManager.getInstance();
    Object instance = instantiate(testClass);
    var examReactor = manager.prepareReactor(testClass, instance);
    TestProbeBuilder probe = manager.createProbeBuilder(instance);
    Map<TestAddress, String> methods = new HashMap<>();
    testMethods(testClass).forEach(name -> methods.put(probe.addTest(testClass, name), name));
    examReactor.addProbe(probe);

    StagedExamReactor reactor = manager.stageReactor();
    manager.beforeSuite(reactor);
    manager.beforeClass(reactor, instance);
    return new RemoteTests(testClass, reactor, addresses(reactor, methods));
  }

  /** Runs one test method in the container; throws what it threw, as text. */
  void run(Method method) throws Exception {
    try {
      reactor.invoke(addresses.get(method.getName()));
    } catch (RuntimeException e) {
      if (failedAssertion(e)) {
        throw new AssertionFailedError(e.getMessage(), e);
      }
      throw e;
    }
  }

  @Override
  public void close() {
    ReactorManager manager = ReactorManager.getInstance();
    manager.afterClass(reactor, testClass);
    manager.afterSuite(reactor);
  }

  private static Object instantiate(Class<?> testClass) throws ReflectiveOperationException {
    Constructor<?> constructor = testClass.getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }

  private static Stream<String> testMethods(Class<?> testClass) {
    return Stream.of(testClass.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Test.class))
        .map(Method::getName);
  }

  private static Map<String, TestAddress> addresses(
      StagedExamReactor reactor, Map<TestAddress, String> methods) {
    Map<String, TestAddress> addresses = new HashMap<>();
    for (TestAddress target : reactor.getTargets()) {
      String method = methods.get(target.root());
      if (method != null) {
        addresses.put(method, target);
      }
    }
    return addresses;
  }

  private static boolean failedAssertion(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
        .anyMatch(AssertionError.class::isInstance);
  }
}
