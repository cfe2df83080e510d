/**
 * The persistence backend that forgets: the plain twin of the durable ones, for backtests and
 * tests.
 *
 * <p>Implements {@link dev.bourse.api.persistence.PersistenceBackend}; the engine calls it, one
 * thread writes to a store and any thread reads. What was written lives as long as the backend
 * object. It is meant to be read as the specification of the SPI, so it is as simple as it can be.
 */
@NullMarked
package dev.bourse.persistence.memory;

import org.jspecify.annotations.NullMarked;
