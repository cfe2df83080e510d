/** Deadlines of the trader: kept in state, fired by the caller, never by a clock. */
@NullMarked
package dev.bourse.core.time;

import org.jspecify.annotations.NullMarked;
