/**
 * A venue inside the process that matches orders against market data: the adapter.
 *
 * <p>The engine finds {@link dev.bourse.exchange.simulated.SimulatedExchangeFactory} as a service
 * and drives what it opens in lockstep, on the trader's thread.
 */
@NullMarked
package dev.bourse.exchange.simulated;

import org.jspecify.annotations.NullMarked;
