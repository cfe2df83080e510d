package dev.bourse.control.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** As much of a framework as commands look at: services by type, and bundles. */
final class FakeContext {
  private final Map<String, List<Object>> services = new LinkedHashMap<>();
  private final List<Bundle> bundles = new ArrayList<>();

  <T> void offer(Class<T> type, T service) {
    services.computeIfAbsent(type.getName(), absent -> new ArrayList<>()).add(service);
  }

  void bundle(String symbolicName, long id, int state) {
    bundles.add(
        Terminal.proxy(
            Bundle.class,
            (method, arguments) ->
                switch (method) {
                  case "getSymbolicName" -> symbolicName;
                  case "getBundleId" -> id;
                  case "getState" -> state;
                  default -> throw new UnsupportedOperationException(method);
                }));
  }

  BundleContext context() {
    return Terminal.proxy(
        BundleContext.class,
        (method, arguments) ->
            switch (method) {
              case "getServiceReference" ->
                  references((Class<?>) arguments[0]).stream().findFirst().orElse(null);
              case "getServiceReferences" -> references((Class<?>) arguments[0]);
              case "getService" -> ((Reference) handler(arguments[0])).service();
              case "ungetService" -> true;
              case "getProperty" -> "bourse.var".equals(arguments[0]) ? "/bourse/var" : null;
              case "getBundles" -> bundles.toArray(new Bundle[0]);
              default -> throw new UnsupportedOperationException(method);
            });
  }

  private List<ServiceReference<?>> references(Class<?> type) {
    List<Object> offered = services.getOrDefault(type.getName(), List.of());
    List<ServiceReference<?>> references = new ArrayList<>();
    for (int i = 0; i < offered.size(); i++) {
      references.add(new Reference(offered.get(i), i).proxy());
    }
    return references;
  }

  private static Object handler(Object proxy) {
    return java.lang.reflect.Proxy.getInvocationHandler(proxy);
  }

  /** A reference that knows its service; the first that was offered ranks highest. */
  private record Reference(Object service, int rank)
      implements java.lang.reflect.InvocationHandler {
    ServiceReference<?> proxy() {
      return (ServiceReference<?>)
          java.lang.reflect.Proxy.newProxyInstance(
              getClass().getClassLoader(), new Class<?>[] {ServiceReference.class}, this);
    }

    @Override
    public Object invoke(Object proxy, java.lang.reflect.Method method, Object[] arguments) {
      return switch (method.getName()) {
        case "compareTo" -> ((Reference) handler(arguments[0])).rank - rank;
        case "hashCode" -> hashCode();
        case "equals" -> proxy == arguments[0];
        default -> throw new UnsupportedOperationException(method.getName());
      };
    }
  }
}
