/**
 * How people are told. A bundle under {@code bundles/alert} implements {@link
 * dev.bourse.api.alert.AlertChannel}; the engine calls it from a thread of its own per channel,
 * only after what it announces is durable.
 */
@Export
@Version("0.1.0")
@NullMarked
package dev.bourse.api.alert;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
