/**
 * All traders of an installation: what is configured, what is installed, what follows from it.
 * Implements the services of {@code api.trader}; its methods may be called from any thread. Knows
 * no OSGi.
 */
@NullMarked
package dev.bourse.engine.manager;

import org.jspecify.annotations.NullMarked;
