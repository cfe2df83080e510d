/**
 * A signal strategy that buys what rises above its highest price of many bars. The trader asks it,
 * on its own thread, and runs the life of its signals.
 */
@NullMarked
package dev.bourse.strategy.breakout;

import org.jspecify.annotations.NullMarked;
