/**
 * A strategy that follows the crossing of two exponential moving averages. The trader calls it, on
 * its own thread.
 */
@NullMarked
package dev.bourse.strategy.emacross;

import org.jspecify.annotations.NullMarked;
