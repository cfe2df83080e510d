/**
 * The trader core: what one trader does with one event. Single-threaded, without clock, without
 * input or output, without OSGi; embedded by the engine and by backtests, which are its only
 * callers.
 */
@NullMarked
package dev.bourse.core;

import org.jspecify.annotations.NullMarked;
