/**
 * Positions whose declared stop does not work: since when, and what was done about it. Part of the
 * state: changed only by the fold of results.
 */
@NullMarked
package dev.bourse.core.protection;

import org.jspecify.annotations.NullMarked;
