/**
 * Plug-ins as the engine sees them: a service, the word that configuration uses for it, the bundle
 * it came from. Knows no OSGi; the package {@code osgi} fills it.
 */
@NullMarked
package dev.bourse.engine.plugin;

import org.jspecify.annotations.NullMarked;
