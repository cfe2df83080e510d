/**
 * Conditional orders that the platform holds itself, because the venue cannot: what they watch and
 * when they are set off. Part of the state: fed by the fold of every market event, so that a
 * restart finds them as they were.
 */
@NullMarked
package dev.bourse.core.emulation;

import org.jspecify.annotations.NullMarked;
