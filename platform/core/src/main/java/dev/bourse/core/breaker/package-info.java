/**
 * What breakers must find again after a restart: the marks that losses are measured from, the
 * latches that only a person lifts, and flows of money whose worth is not known yet. Part of the
 * state: changed only by the folds of events and results.
 */
@NullMarked
package dev.bourse.core.breaker;

import org.jspecify.annotations.NullMarked;
