package dev.bourse.control.shell.service;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The services of one call; given back when the call ends. */
public final class Services implements AutoCloseable {
  private final BundleContext context;
  private final List<ServiceReference<?>> held = new ArrayList<>();

  /** Looks services up in the given context. */
  public Services(BundleContext context) {
    this.context = context;
  }

  /** The service, or a refusal that says what is wrong with its bundle. */
  public <T> T require(Class<T> type, Part part) {
    return find(type).orElseThrow(() -> new Refusal(absence(part)));
  }

  /** The service if it is there. */
  public <T> Optional<T> find(Class<T> type) {
    return Optional.ofNullable(context.getServiceReference(type)).map(this::hold);
  }

  /** All services of a type, the one ranked highest first. */
  public <T> List<T> all(Class<T> type) {
    try {
      List<T> services = new ArrayList<>();
      context.getServiceReferences(type, null).stream()
          .sorted(java.util.Comparator.reverseOrder())
          .map(this::hold)
          .filter(java.util.Objects::nonNull)
          .forEach(services::add);
      return services;
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("no filter cannot be a bad filter", e);
    }
  }

  @Override
  public void close() {
    held.forEach(context::ungetService);
    held.clear();
  }

  private <T> T hold(ServiceReference<T> reference) {
    held.add(reference);
    return context.getService(reference);
  }

  private String absence(Part part) {
    String start = part.title() + " is not running: bundle " + part.bundle();
    return Arrays.stream(context.getBundles())
        .filter(bundle -> part.bundle().equals(bundle.getSymbolicName()))
        .findFirst()
        .map(bundle -> start + " (" + bundle.getBundleId() + ") " + state(bundle))
        .orElse(start + " is not installed. Install it with: feature:install " + part.feature());
  }

  private static String state(Bundle bundle) {
    long id = bundle.getBundleId();
    return switch (bundle.getState()) {
      case Bundle.INSTALLED ->
          "is not resolved, something that it needs is missing. See what with: bundle:diag " + id;
      case Bundle.RESOLVED, Bundle.STOPPING -> "is stopped. Start it with: bundle:start " + id;
      case Bundle.STARTING -> "is starting. Try again in a moment.";
      default ->
          "is active but offers no service, so its component failed or waits. See why with:"
              + " scr:list and log:display";
    };
  }
}
