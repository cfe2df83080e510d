package dev.bourse.control.deploy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/** Says why a bundle is not resolved. */
final class MissingParts {
  private final FrameworkWiring wiring;

  MissingParts(FrameworkWiring wiring) {
    this.wiring = wiring;
  }

  /** A sentence about a bundle that waits for something; empty if it waits for nothing. */
  Optional<String> of(Bundle bundle) {
    if (bundle.getState() != Bundle.INSTALLED) {
      return Optional.empty();
    }
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    if (revision == null) {
      return Optional.empty();
    }
    List<String> missing =
        revision.getDeclaredRequirements(null).stream()
            .filter(requirement -> !optional(requirement))
            .filter(requirement -> wiring.findProviders(requirement).isEmpty())
            .map(MissingParts::say)
            .sorted()
            .toList();
    return missing.isEmpty() ? Optional.empty() : Optional.of(sentence(bundle, missing));
  }

  private static boolean optional(BundleRequirement requirement) {
    return Constants.RESOLUTION_OPTIONAL.equals(
        requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE));
  }

  private static String say(BundleRequirement requirement) {
    String filter = requirement.getDirectives().get(Constants.FILTER_DIRECTIVE);
    return requirement.getNamespace() + " " + (filter == null ? "" : filter);
  }

  private static String sentence(Bundle bundle, List<String> missing) {
    return "Bundle "
        + bundle.getSymbolicName()
        + " "
        + bundle.getVersion()
        + " ("
        + bundle.getBundleId()
        + ", from "
        + bundle.getLocation()
        + ") waits, because nobody offers what it needs: "
        + missing.stream().collect(Collectors.joining("; "))
        + ". Install what offers it, or build the bundle against what is there. See also:"
        + " bundle:diag "
        + bundle.getBundleId();
  }
}
