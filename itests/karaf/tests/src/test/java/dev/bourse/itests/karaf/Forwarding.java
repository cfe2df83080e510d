package dev.bourse.itests.karaf;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * In the build: boots a container for the class and sends each test method there instead of running
 * it. In the container: lets everything happen.
 */
final class Forwarding implements BeforeAllCallback, InvocationInterceptor {
  private static final Namespace NAMESPACE = Namespace.create(Forwarding.class);

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    if (Side.here() == Side.BUILD) {
      // The store closes what it holds when the class is done.
      RemoteTests remote = RemoteTests.boot(context.getRequiredTestClass());
      context.getStore(NAMESPACE).put(RemoteTests.class, remote);
    }
  }

  @Override
  public void interceptTestMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> call,
      ExtensionContext context)
      throws Throwable {
    if (Side.here() == Side.CONTAINER) {
      invocation.proceed();
    } else {
      invocation.skip();
      RemoteTests remote = context.getStore(NAMESPACE).get(RemoteTests.class, RemoteTests.class);
      remote.run(call.getExecutable());
    }
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> call,
      ExtensionContext context) {
    throw cannotTravel(call.getExecutable());
  }

  @Override
  public <T> T interceptTestFactoryMethod(
      Invocation<T> invocation,
      ReflectiveInvocationContext<Method> call,
      ExtensionContext context) {
    throw cannotTravel(call.getExecutable());
  }

  @Override
  public void interceptBeforeAllMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> call,
      ExtensionContext context)
      throws Throwable {
    onlyInContainer(invocation);
  }

  @Override
  public void interceptBeforeEachMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> call,
      ExtensionContext context)
      throws Throwable {
    onlyInContainer(invocation);
  }

  @Override
  public void interceptAfterEachMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> call,
      ExtensionContext context)
      throws Throwable {
    onlyInContainer(invocation);
  }

  @Override
  public void interceptAfterAllMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> call,
      ExtensionContext context)
      throws Throwable {
    onlyInContainer(invocation);
  }

  private static void onlyInContainer(Invocation<@Nullable Void> invocation) throws Throwable {
    if (Side.here() == Side.CONTAINER) {
      invocation.proceed();
    } else {
      invocation.skip();
    }
  }

  private static IllegalStateException cannotTravel(Method method) {
    return new IllegalStateException(
        "%s cannot run inside the container: only @Test methods can; write one for each case"
            .formatted(method));
  }
}
