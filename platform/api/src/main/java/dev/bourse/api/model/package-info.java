/**
 * The values of trading: instruments, exact numbers, orders, fills, positions, accounts.
 *
 * <p>Everybody uses these types; nobody implements them. All are immutable and safe on any thread.
 * Prices, quantities and money are exact: a scaled integer with its number of decimals. {@code
 * double} appears only where a method's name says so, for indicators and displays, never for money.
 * Times are nanoseconds since 1970-01-01T00:00Z.
 */
@Export
@Version("0.1.0")
@NullMarked
package dev.bourse.api.model;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
