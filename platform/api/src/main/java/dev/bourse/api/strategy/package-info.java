/**
 * What a strategy is.
 *
 * <p>A bundle under {@code bundles/strategy}, or of a user, implements {@link
 * dev.bourse.api.strategy.StrategyFactory} as a service and, as a plain object, either {@link
 * dev.bourse.api.strategy.Strategy}, which places orders, or {@link
 * dev.bourse.api.strategy.SignalStrategy}, which gives signals. The engine makes one strategy per
 * instrument and calls it on the trader's thread only. A strategy reads no clock, draws no random
 * number, starts no thread and does no I/O; it records what it wants through {@link
 * dev.bourse.api.strategy.Orders} and cannot reach a venue.
 */
@Export
@Version("0.1.0")
@NullMarked
package dev.bourse.api.strategy;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
