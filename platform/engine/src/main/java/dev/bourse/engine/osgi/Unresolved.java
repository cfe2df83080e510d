package dev.bourse.engine.osgi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;

/** What an installed bundle that cannot be resolved misses. */
final class Unresolved {
  private Unresolved() {}

  /** A sentence, or empty if the bundle is resolved or misses nothing. */
  static Optional<String> of(Bundle bundle, FrameworkWiring wiring) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    if (bundle.getState() != Bundle.INSTALLED || revision == null) {
      return Optional.empty();
    }
    List<String> missing = new ArrayList<>();
    for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
      if (isMandatory(requirement) && wiring.findProviders(requirement).isEmpty()) {
        missing.add(describe(requirement));
      }
    }
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            bundle.getSymbolicName()
                + " "
                + bundle.getVersion()
                + " cannot work: nobody provides "
                + String.join(", ", missing)
                + "; install what does, or build the bundle against what is here");
  }

  private static boolean isMandatory(BundleRequirement requirement) {
    String resolution = requirement.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE);
    String effective = requirement.getDirectives().get(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE);
    return !Namespace.RESOLUTION_OPTIONAL.equals(resolution)
        && (effective == null || Namespace.EFFECTIVE_RESOLVE.equals(effective));
  }

  /**
   * {@code package com.example (&(version>=1.0.0))} for packages, the filter for everything else.
   */
  private static String describe(BundleRequirement requirement) {
    String filter =
        requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
    return requirement.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE)
        ? "package " + filter
        : requirement.getNamespace() + " " + filter;
  }
}
