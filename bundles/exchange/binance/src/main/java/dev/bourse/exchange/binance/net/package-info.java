/**
 * Connections and the thread for work that may block. Implemented here and by tests; called by the
 * other packages from any thread.
 */
@NullMarked
package dev.bourse.exchange.binance.net;

import org.jspecify.annotations.NullMarked;
