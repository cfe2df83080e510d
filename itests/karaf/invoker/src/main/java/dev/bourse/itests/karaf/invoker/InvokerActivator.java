package dev.bourse.itests.karaf.invoker;

import java.util.Map;
import org.ops4j.pax.exam.ProbeInvokerFactory;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;

/** Offers the Jupiter invoker to Pax Exam as long as this bundle is active. */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class InvokerActivator implements BundleActivator {
  /** The name under which Pax Exam looks for the invoker. */
  public static final String DRIVER = "jupiter";

  /** Called by the framework. */
  public InvokerActivator() {}

  @Override
  public void start(BundleContext context) {
    context.registerService(
        ProbeInvokerFactory.class,
        (probe, address) -> JupiterInvoker.of(((BundleContext) probe).getBundle(), address),
        FrameworkUtil.asDictionary(Map.of("driver", DRIVER)));
  }

  @Override
  public void stop(BundleContext context) {
    // The framework withdraws the service.
  }
}
