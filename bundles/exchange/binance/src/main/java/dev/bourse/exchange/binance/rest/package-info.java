/** What the venue answers over HTTP. Called on the adapter's worker; blocks. */
@NullMarked
package dev.bourse.exchange.binance.rest;

import org.jspecify.annotations.NullMarked;
