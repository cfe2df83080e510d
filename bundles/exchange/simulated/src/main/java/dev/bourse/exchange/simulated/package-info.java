/**
 * A venue inside the process that matches orders against market data. The trader that drives it
 * calls it, in lockstep, on its own thread.
 */
@NullMarked
package dev.bourse.exchange.simulated;

import org.jspecify.annotations.NullMarked;
