/**
 * What control surfaces see of traders: a registry, one handle per trader, immutable snapshots. The
 * engine provides them; shells, web and metrics call them from any thread.
 */
@Export
@Version("0.1.0")
@NullMarked
package dev.bourse.api.trader;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
