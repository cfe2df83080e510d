/**
 * What follows for the orders of a list from what became of the others: pure functions of the
 * orders, the position and what the venue can do. Called by {@code decision}, which asks the gate,
 * records the moves and carries them out, on the trader's thread.
 */
@NullMarked
package dev.bourse.core.lists;

import org.jspecify.annotations.NullMarked;
