/**
 * What an exchange adapter is.
 *
 * <p>A bundle under {@code bundles/exchange} implements {@link
 * dev.bourse.api.exchange.ExchangeFactory} and what it opens. The engine calls it; the adapter
 * answers through its {@link dev.bourse.api.exchange.EventSink}, from its own threads. A {@link
 * dev.bourse.api.exchange.LockstepExchange} is driven by its caller instead, on the trader's
 * thread.
 */
@Export
@Version("0.1.0")
@NullMarked
package dev.bourse.api.exchange;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
